"""What there is to ask about: the rows of `list`, one function a kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from experiments.table import Row


def clusters(_: str) -> Iterator[Row]:
    """The real clusters, with how much of each is measured, derived and assumed."""
    from scenarios.catalogue import list_clusters

    for entry in list_clusters():
        yield {
            "id": entry.id,
            "title": entry.title,
            "country": entry.country,
            "trade": entry.trade,
            "base_year": entry.base_year,
            "phase": entry.phase,
            "measured": round(entry.measured, 3),
            "derived": round(entry.derived, 3),
            "assumed": round(entry.assumed, 3),
        }


def policies(_: str) -> Iterator[Row]:
    """The policies that a package can hold."""
    from model.policies import REGISTRY

    for name, policy in REGISTRY.items():
        first_line = (policy.__doc__ or "").strip().splitlines()[0]
        yield {"id": name, "title": first_line, "source": policy.source}


def levers(_: str) -> Iterator[Row]:
    """The terms of every policy: what each accepts, and what it is when nothing is said."""
    from experiments.accepted import keys_of
    from experiments.composition import default_terms
    from model.policies import REGISTRY

    for name, policy in REGISTRY.items():
        terms = default_terms(name)
        for key in keys_of(policy):
            yield {
                "id": f"policy.{name}.{key.name}",
                "title": key.description,
                "accepted": key.accepted,
                "default": terms.get(key.name, key.default),
                "unit": key.unit,
            }


def experiments(_: str) -> Iterator[Row]:
    """The named sets of choices in conf/experiment."""
    from experiments.composition import CONF
    from experiments.package import experiment_ids

    for name in experiment_ids(CONF):
        file = Path("experiment") / f"{name}.yaml"
        comments = [
            line for line in (CONF / file).read_text().splitlines() if line.startswith("# ")
        ]
        title = next(line for line in comments if not line.startswith("# @")).removeprefix("# ")
        yield {"id": name, "title": title, "source": f"conf/{file}"}


def measures(_: str) -> Iterator[Row]:
    """What is measured every month."""
    from model.measures.catalogue import MEASURES

    for measure in MEASURES:
        yield {
            "id": measure.name,
            "title": measure.title,
            "unit": measure.unit,
            "source": measure.source,
        }


def inputs(cluster: str) -> Iterator[Row]:
    """Every number of a cluster (cluster=ID): its range, how it is known, and from where."""
    from experiments.composition import default_question
    from scenarios.catalogue import load_cluster

    known = load_cluster(cluster or str(default_question()["cluster"]))
    for key, estimate in known.estimates():
        yield {
            "id": key,
            "title": estimate.note or estimate.where,
            "value": estimate.value,
            "low": estimate.low,
            "high": estimate.high,
            "unit": estimate.unit,
            "year": estimate.year,
            "kind": estimate.kind,
            "source": estimate.source,
        }


KINDS = {
    "clusters": clusters,
    "policies": policies,
    "levers": levers,
    "experiments": experiments,
    "measures": measures,
    "inputs": inputs,
}
"""What can be listed; each takes the id of a cluster, "" for the default (for `inputs`)."""
