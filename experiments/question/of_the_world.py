"""What no schema of a question can know: the cluster's own files, its buyers, and whether results can be written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from poverty_nodes.experiments.question.checked_values import Origin
from poverty_nodes.experiments.question.installed import of_packages
from poverty_nodes.experiments.question.package import Package
from poverty_nodes.experiments.question.writable_folder import folder_problem
from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.chains import load_chain, with_chain
from poverty_nodes.scenarios.errors import Problem, QuestionError
from poverty_nodes.scenarios.shocks import buyer_problem, crowding

if TYPE_CHECKING:
    from poverty_nodes.model.shocks import Shock
    from poverty_nodes.scenarios.description.cluster import ClusterDescription


def of_the_world(
    values: Mapping[str, object], shocks: Mapping[str, Shock], package: Package, origin: Origin
) -> list[Problem]:
    """Check what no schema can: the cluster's own files, and that results can be written."""
    cluster, problems = _cluster(values.get("cluster"), values.get("chain"), origin)
    problems += _of_shocks(shocks, cluster, package, origin)
    problems += of_packages(values.get("model"), f"{origin('model')}: model")
    for key in ("output", "store"):
        folder = values.get(key)
        if isinstance(folder, str) and folder:
            problem = folder_problem(f"{origin(key)}: {key}", folder)
            problems += [] if problem is None else [problem]
    return problems


def _cluster(
    name: object, chain: object, origin: Origin
) -> tuple[ClusterDescription | None, list[Problem]]:
    """The cluster with the buyers that the question gives it, or what is wrong with either."""

    problems: list[Problem] = []
    cluster: ClusterDescription | None = None
    try:
        cluster = load_cluster(name) if isinstance(name, str) else None
    except QuestionError as error:
        where = f"{origin('cluster')}: cluster"
        problems += [
            replace(each, where=where) if each.where in ("cluster", name) else each
            for each in error.problems
        ]
    try:
        if isinstance(chain, str):
            load_chain(chain)
            cluster = cluster and with_chain(cluster, chain)
    except QuestionError as error:
        where = f"{origin('chain')}: chain"
        problems += [
            replace(each, where=where) if each.where == "chain" else each for each in error.problems
        ]
    return (None if problems else cluster), problems


def _of_shocks(
    shocks: Mapping[str, Shock],
    cluster: ClusterDescription | None,
    package: Package,
    origin: Origin,
) -> list[Problem]:
    """Check shocks against each other and against the buyers of the cluster."""

    where = f"{package.shocks.origin}: shock"
    problems = [replace(each, where=where) for each in crowding([*shocks.values()])]
    for name, shock in shocks.items():
        problem = None if cluster is None else buyer_problem(shock, cluster)
        key = f"shock.{name}.buyer"
        if problem is not None:
            problems.append(replace(problem, where=f"{origin(key)}: {key}"))
    return problems
