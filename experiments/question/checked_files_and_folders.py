"""What no schema of a question can know: the cluster's own files, its buyers, and whether results can be written."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from poverty_nodes.experiments.question.checked_values import Origin
from poverty_nodes.experiments.question.chosen_files import REMEDY, Package, unusable
from poverty_nodes.experiments.question.counted import counted_problems
from poverty_nodes.model.measures.catalogue import INSTALLED
from poverty_nodes.model.measures.lines import line_name
from poverty_nodes.model.months import MONTHS
from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.chains import load_chain, with_chain
from poverty_nodes.scenarios.errors import Problem, QuestionError, nearest_name
from poverty_nodes.scenarios.prices import line_problem, years_with_prices
from poverty_nodes.scenarios.shocks import buyer_problem, crowding

if TYPE_CHECKING:
    from poverty_nodes.model.shocks import Shock
    from poverty_nodes.scenarios.description.cluster import ClusterDescription


def of_the_world(
    values: Mapping[str, object],
    shocks: Mapping[str, Shock],
    package: Package,
    origin: Origin,
    verb: str = "compare",
) -> list[Problem]:
    """Check what no schema can: the cluster's own files, those of deprivations, and that results can be written."""
    cluster, problems = _cluster(values.get("cluster"), values.get("chain"), origin)
    problems += _of_shocks(shocks, cluster, package, origin) if shocks else []
    problems += of_line(values.get("line"), cluster, f"{origin('line')}: line")
    if values.get("money") == "local" and verb != "compare":
        message = f"is of the page of compare, not of {verb}"
        problems.append(Problem(f"{origin('money')}: money", message, "dollars"))
    problems += _of_money_year(values, cluster, f"{origin('money_year')}: money_year")
    if values.get("dose") == "spend" and (verb != "sweep" or values.get("budget") is None):
        where = f"{origin('dose')}: dose"
        message = "raises take-up until a budget is spent, which sweep does where there is one"
        problems.append(
            Problem(where, message, "as_set", remedy="sweep ... budget=300000 dose=spend")
        )
    if values.get("against") and (verb != "compare" or not shocks):
        problems.append(_no_shock(verb, f"{origin('against')}: against"))
    problems += of_packages(values.get("model"), f"{origin('model')}: model")
    if not problems and (values.get("capabilities") or values.get("capabilities_weights")):
        problems += counted_problems(values, verb, origin)
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


def of_line(line: object, cluster: ClusterDescription | None, where: str) -> list[Problem]:
    """Check that the cluster's own money can carry a line of local currency to dollars."""
    if line is None or cluster is None:
        return []
    try:
        problem = line_problem(line_name(line), cluster.money, where)
    except ValueError:  # no line at all: the schema says so
        return []
    return [] if problem is None else [problem]


def _of_money_year(
    values: Mapping[str, object], cluster: ClusterDescription | None, where: str
) -> list[Problem]:
    """Check that the year in whose prices money is shown is one that the cluster has prices of."""
    year = values.get("money_year")
    if year is None or cluster is None:
        return []
    if values.get("money") != "local":
        return [Problem(where, "says nothing of dollars", "with money=local", "money=local")]
    known = years_with_prices(cluster.money)
    if year in known:
        return []
    message = f"{cluster.cluster.id} has no prices of {year}"
    return [Problem(where, message, ", ".join(map(str, known)))]


def _no_shock(verb: str, where: str) -> Problem:
    """Why a question cannot be set against a town without its shock."""
    if verb != "compare":
        return Problem(where, f"is answered by compare, not by {verb}", "compare")
    message = "asks who loses by a shock, and the question has none"
    return Problem(where, message, "names of `list shocks`", remedy="shock=[flood]")


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


def of_packages(model: object, where: str) -> list[Problem]:
    """What is wrong with the order of the month that is asked for, and with measures, which every run records."""
    problems = [
        Problem("installed packages", fault, remedy=REMEDY)
        for fault in filter(None, (INSTALLED.fault(name) for name in INSTALLED))
    ]
    if isinstance(model, str) and model not in MONTHS:
        known = ", ".join(MONTHS) or "no installed package offers one"
        nearest = nearest_name(model, MONTHS)
        return [*problems, Problem(where, f"there is no model '{model}'", known, nearest)]
    return problems + (unusable(MONTHS, [model], where) if isinstance(model, str) else [])


def folder_problem(where: str, folder: str) -> Problem | None:
    """Say why files cannot be written below `folder`, or None if they can.

    A folder that does not exist yet is tried at its nearest ancestor that does, with a temporary
    folder that is removed at once: permissions alone say nothing of read-only file systems.
    """
    path = Path(folder)
    try:
        ancestor = next(each for each in (path, *path.absolute().parents) if each.exists())
        if not ancestor.is_dir():
            return _problem(where, f"'{folder}' cannot be a folder: '{ancestor}' is a file")
        with tempfile.TemporaryDirectory(prefix=".poverty-nodes-", dir=ancestor):
            return None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return _problem(where, f"'{folder}' cannot be written: {reason.lower()}")


def _problem(where: str, message: str) -> Problem:
    key = where.rpartition(" ")[2]
    return Problem(where, message, "a folder that can be written", remedy=f"{key}=another/folder")
