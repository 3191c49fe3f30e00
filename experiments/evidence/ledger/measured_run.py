"""A measure as data, so that the store can say what it keeps of a validation and make it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from typing import Any, get_type_hints

import numpy as np
from pydantic import TypeAdapter

from poverty_nodes.experiments.evidence.artefacts.headline_claims import headline
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.measurement import Measurement, kept
from poverty_nodes.experiments.evidence.harness.measuring import name_of
from poverty_nodes.experiments.evidence.harness.moments import MOMENTS
from poverty_nodes.experiments.evidence.harness.stationarity import Quiet
from poverty_nodes.experiments.evidence.patterns import PATTERNS
from poverty_nodes.experiments.evidence.propositions.all_propositions import PROPOSITIONS
from poverty_nodes.experiments.evidence.propositions.inertness import named_measures
from poverty_nodes.experiments.evidence.trials.studies import TRIALS
from poverty_nodes.model.result import RunResult
from poverty_nodes.scenarios.errors import QuestionError

Recipe = dict[str, Any]


def recipe_of(measurement: Measurement) -> Recipe:
    """Return all that decides it but the measure itself, which is found again by its name."""
    terms = {name: kind.dump_python(getattr(measurement, name)) for name, kind in _kinds().items()}
    measure = measurement.measure
    return {"kept": terms, "cluster": measure.cluster if isinstance(measure, Quiet) else None}


def built(recipe: Recipe) -> Measurement:
    """Return the measurement of a recipe; ValueError if its measure or its cluster no longer exists."""
    terms = {name: kind.validate_python(recipe["kept"][name]) for name, kind in _kinds().items()}
    return Measurement(measure=_measure(terms["name"], terms["agents"], recipe["cluster"]), **terms)


def run_measurement(measurement: Measurement, seed: int) -> RunResult:
    """Return the value of the measure under a seed, as the store keeps it."""
    seeds = measurement.among or (seed,)
    shared = {each.name for each in fields(Laboratory)} & {
        each.name for each in fields(Measurement)
    }
    terms = {name: getattr(measurement, name) for name in shared}
    rows = measurement.measure(Laboratory(seeds, workers=1, **terms))
    return kept(np.asarray(rows, dtype=np.float64)[seeds.index(seed)])


def words(recipe: Recipe) -> str:
    """What `store list` says of it."""
    if recipe["cluster"]:
        return f"validate: quiet run of {recipe['cluster']}"
    terms = recipe["kept"]
    neutral = " without what could impose it" if terms["ablation"] else ""
    end = " at an end of a range" if terms["settings"] else ""
    return f"validate: {terms['name']}{neutral}{end}"


def _measure(name: str, agents: int, cluster: str | None) -> Callable[[Laboratory], Any]:
    if cluster is None:
        found = _measures().get(name)
        if found is None:
            raise ValueError(f"no measure is called '{name}' here")
        return found
    quiet = Quiet(cluster)
    try:
        same = quiet.name(agents) == name
    except QuestionError as error:
        raise ValueError(f"the cluster {cluster} cannot be read any more") from error
    if not same:
        raise ValueError(f"the cluster {cluster} has other numbers now")
    return quiet


@cache
def _measures() -> dict[str, Callable[[Laboratory], Any]]:
    return {
        **{
            name_of(pattern, each): each.measure
            for pattern in (*PATTERNS, *PROPOSITIONS, headline())
            for each in pattern.statistics
        },
        **dict(named_measures()),
        **{f"{t.id} {each.name}": each.measure for t in TRIALS for each in t.effects},
        **{f"moment {each.id}": each.measure for each in MOMENTS},
    }


@cache
def _kinds() -> dict[str, TypeAdapter[Any]]:
    """The types of all that a measurement holds besides its measure."""
    hints = get_type_hints(Measurement)
    return {
        each.name: TypeAdapter(hints[each.name])
        for each in fields(Measurement)
        if each.name != "measure"
    }
