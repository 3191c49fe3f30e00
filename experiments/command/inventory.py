"""The rows of `list`, one function a kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from poverty_nodes.experiments.output.terminal_table import Row
from poverty_nodes.model.measures.catalogue import INSTALLED, MEASURES
from poverty_nodes.model.months import MONTHS

if TYPE_CHECKING:
    from pydantic import BaseModel


def clusters(_: str) -> Iterator[Row]:
    """The real clusters, with how much of each is measured, derived and assumed."""
    from poverty_nodes.scenarios.catalogue import list_clusters

    for entry in list_clusters():
        yield {
            "id": entry.id,
            "title": entry.title,
            "country": entry.country,
            "trade": entry.trade,
            "base_year": entry.base_year,
            "phase": entry.phase,
            "measured": round(entry.measured, 5),
            "derived": round(entry.derived, 5),
            "assumed": round(entry.assumed, 5),
            "archetype": entry.archetype,
            "second_reading": "provisional" if entry.provisional else "confirmed",
            "provisional": list(entry.provisional),
        }


def policies(_: str) -> Iterator[Row]:
    """The policies that a package can hold."""
    from poverty_nodes.model.policies import REGISTRY

    for name in REGISTRY:
        if fault := REGISTRY.fault(name):
            yield {"id": name, "title": fault, "source": "cannot be used"}
            continue
        policy = REGISTRY[name]
        first_line = (policy.__doc__ or "").strip().splitlines()[0]
        yield {"id": name, "title": first_line, "source": policy.source}


def shocks(_: str) -> Iterator[Row]:
    """The shocks that can strike, each a case of its kind."""
    from poverty_nodes.experiments.question.chosen_files import file_ids
    from poverty_nodes.experiments.question.composition import CONF, default_terms

    for name in file_ids("shock", CONF):
        title, source, sizes = _about(CONF / "shock" / f"{name}.yaml")
        kind = default_terms(name, "shock")["kind"]
        yield {"id": name, "title": title, "kind": kind, "source": source, "sizes": sizes}


def terms(_: str) -> Iterator[Row]:
    """The terms of every policy and shock: what each accepts, and its default."""
    from poverty_nodes.experiments.question.chosen_files import file_ids
    from poverty_nodes.experiments.question.composition import CONF, default_terms
    from poverty_nodes.model import policies, shocks

    for name in [each for each in policies.REGISTRY if not policies.REGISTRY.fault(each)]:
        yield from _terms(f"policy.{name}", policies.REGISTRY[name], default_terms(name))
    for name in file_ids("shock", CONF):
        sizes = default_terms(name, "shock")
        yield from _terms(f"shock.{name}", shocks.REGISTRY[str(sizes["kind"])], sizes)


def fields(_: str) -> Iterator[Row]:
    """The fields of persons, households and firms that a policy's target can ask for."""
    from poverty_nodes.model.policies.delivery.fields import CATALOGUE

    for name, field in CATALOGUE.items():
        unit = ", ".join(field.labels) or {"flag": "true, false"}.get(field.kind, field.unit)
        yield {"id": name, "title": field.meaning, "accepted": unit, "source": "model/population"}


def _terms(above: str, schema: type[BaseModel], set_there: Mapping[str, object]) -> Iterator[Row]:
    from poverty_nodes.experiments.question.accepted_values import keys_of

    for key in keys_of(schema):
        yield {
            "id": f"{above}.{key.name}",
            "title": key.description,
            "accepted": key.accepted,
            "default": set_there.get(key.name, key.default),
            "unit": key.unit,
        }


def experiments(_: str) -> Iterator[Row]:
    """The named sets of choices in conf/experiment."""
    from poverty_nodes.experiments.question.chosen_files import experiment_ids
    from poverty_nodes.experiments.question.composition import CONF

    for name in experiment_ids(CONF):
        file = Path("experiment") / f"{name}.yaml"
        yield {"id": name, "title": _about(CONF / file)[0], "source": f"conf/{file}"}


def _about(file: Path) -> tuple[str, str, str]:
    """Read title, source and a word on sizes off the comments that a file of conf/ begins with."""
    lines = [
        line[2:] for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("# ")
    ]
    title, *rest = [line for line in lines if not line.startswith("@")] or [file.stem]
    source, _, sizes = " ".join(rest).partition("Sizes: ")
    return title, source.removeprefix("Source: ").strip(), sizes


def measures(_: str) -> Iterator[Row]:
    """What is measured every month."""
    for name in [each for each in INSTALLED if INSTALLED.fault(each)]:
        yield {"id": name, "title": INSTALLED.fault(name), "unit": "", "source": "cannot be used"}
    offered = [INSTALLED[each] for each in INSTALLED if not INSTALLED.fault(each)]
    for measure in (*MEASURES, *offered):
        yield {
            "id": measure.name,
            "title": measure.title,
            "unit": measure.unit,
            "source": measure.source,
        }


def models(_: str) -> Iterator[Row]:
    """The orders of the month that installed packages offer, for `model=`."""
    for name in MONTHS:
        fault = MONTHS.fault(name)
        first_line = fault or (MONTHS[name].__doc__ or "").strip().partition("\n")[0]
        yield {
            "id": name,
            "title": first_line,
            "source": "cannot be used" if fault else MONTHS[name].__module__,
        }


def patterns(_: str) -> Iterator[Row]:
    """The published patterns that `validate` holds the model against."""
    from poverty_nodes.experiments.evidence.patterns import PATTERNS

    for pattern in PATTERNS:
        yield {
            "id": pattern.id,
            "title": pattern.title,
            "cluster": pattern.cluster,
            "strength": pattern.strength,
            "source": pattern.source,
        }


def inputs(cluster: str) -> Iterator[Row]:
    """Every number of a cluster (cluster=ID) and of the model: value, range, distribution, source."""
    from poverty_nodes.experiments.question.composition import default_question
    from poverty_nodes.scenarios.catalogue import load_cluster
    from poverty_nodes.scenarios.inputs import inputs_of

    known = load_cluster(cluster or str(default_question()["cluster"]))
    years = {key: estimate.year for key, estimate in known.estimates()}
    for each in inputs_of(known).values():
        yield {
            "id": each.name,
            "title": each.title,
            "value": each.value,
            "low": each.low,
            "high": each.high,
            "unit": each.unit,
            "year": years.get(each.name, ""),
            "kind": each.kind,
            "distribution": str(each.distribution),
            "source": each.source,
        }


def chains(_: str) -> Iterator[Row]:
    """The chains whose buyers can take the place of a cluster's: five types and real mixtures."""
    from poverty_nodes.scenarios.chains import chains as known

    for name, each in known().items():
        yield {
            "id": name,
            "title": each.title,
            "kind": each.kind,
            "governance": each.governance,
            "buyers": len(each.buyers),
            "source": each.source,
        }


def archetypes(_: str) -> Iterator[Row]:
    """The kinds of cluster of the paper, and which real clusters are likest to each."""
    from poverty_nodes.scenarios.archetypes import archetypes as known
    from poverty_nodes.scenarios.catalogue import list_clusters

    likest = {entry.id: entry.archetype for entry in list_clusters()}
    for name, each in known().items():
        members = [cluster for cluster, archetype in likest.items() if archetype == name]
        yield {"id": name, "title": each.title, "source": each.source, "clusters": members}


def features(cluster: str) -> Iterator[Row]:
    """The features of a cluster (cluster=ID), read off its numbers and facts."""
    from poverty_nodes.experiments.question.composition import default_question
    from poverty_nodes.scenarios.catalogue import load_cluster
    from poverty_nodes.scenarios.description.features import features as features_of

    known = load_cluster(cluster or str(default_question()["cluster"]))
    for feature in features_of(known):
        yield {
            "id": feature.key,
            "title": feature.title,
            "value": feature.value,
            "low": feature.low,
            "high": feature.high,
            "unit": feature.unit,
            "source": feature.source,
        }


KINDS = {
    "clusters": clusters,
    "policies": policies,
    "chains": chains,
    "shocks": shocks,
    "terms": terms,
    "fields": fields,
    "experiments": experiments,
    "measures": measures,
    "models": models,
    "patterns": patterns,
    "inputs": inputs,
    "archetypes": archetypes,
    "features": features,
}
"""What can be listed; each takes the id of a cluster, "" for the default (for `inputs`)."""
