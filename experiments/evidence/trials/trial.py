"""What a trial in the model is: a study, the policy that it tried, and the effects that it measured."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.verdict import Interval, interval
from poverty_nodes.experiments.evidence.harness.world import NotTestableError
from poverty_nodes.experiments.evidence.trials.published import Published, Status

Measure = Callable[[Laboratory], NDArray[np.float64]]
"""Runs the arms of a trial in a laboratory and returns one estimate a seed."""


@dataclass(frozen=True)
class Effect:
    """One published effect and how the model's is estimated; `leans_on` names the parameters and terms behind it."""

    name: str
    """What is measured, in words, with its unit."""
    published: Published
    measure: Measure
    leans_on: str
    imposed: bool = False
    """Whether a term or parameter puts the effect in, so that agreement is no finding."""
    together: bool = False
    """Whether the measure looks at all seeds at once, so that each number hangs on the others' seeds."""
    disagreement: str = ""
    """What a disagreement comes from and what it would take, said when there is one."""


@dataclass(frozen=True)
class Trial:
    """A study run again; `design` says whom it treated, how much, and when it measured, there and here."""

    id: str
    title: str
    policy: str
    source: str
    """Key in sources.bib."""
    design: str
    effects: tuple[Effect, ...]
    cluster: str = "sialkot_surgical"


@dataclass(frozen=True)
class Untested:
    """A study that the model cannot run again, or a policy without a study, and why."""

    policy: str
    source: str
    said: str
    why: str


@dataclass(frozen=True)
class Result:
    """What one effect came to: mean and interval over seeds beside the published range."""

    trial: Trial
    effect: Effect
    found: Interval
    status: Status
    seeds: tuple[float, ...] = ()
    reason: str = ""


def run_trial(trial: Trial, laboratory: Laboratory) -> tuple[Result, ...]:
    """All effects of one trial, in their order."""
    return tuple(_run(trial, effect, laboratory) for effect in trial.effects)


def _run(trial: Trial, effect: Effect, laboratory: Laboratory) -> Result:
    try:
        values = laboratory.values(f"{trial.id} {effect.name}", effect.measure, effect.together)
    except NotTestableError as error:
        nothing = Interval(math.nan, math.nan, math.nan)
        return Result(trial, effect, nothing, "not testable", reason=str(error))
    found = interval(values)
    status = effect.published.status(found)
    reason = effect.disagreement if status == "does not overlap" else ""
    return Result(trial, effect, found, status, tuple(values.tolist()), reason)


def headline(results: tuple[Result, ...], untested: tuple[Untested, ...]) -> str:
    """How many effects came to what, in a sentence."""
    statuses = [each.status for each in results] + ["not testable"] * len(untested)
    imposed = sum(each.effect.imposed for each in results if each.status == "overlaps")
    return (
        f"{statuses.count('overlaps')} of {len(statuses)} published effects overlap "
        f"({imposed} of them put in by a term or parameter), "
        f"{statuses.count('does not overlap')} do not, {statuses.count('not testable')} cannot be tested here."
    )
