"""A trial in the model: a study, the policy that it tested, and the effects that it measured."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.verdict import Interval, interval
from poverty_nodes.experiments.evidence.harness.world import NotTestableError
from poverty_nodes.experiments.evidence.trials.published import Published, Status

Weight = Literal["hard", "soft", "put in"]
WEIGHTS: tuple[Weight, ...] = ("hard", "soft", "put in")
"""Soft is a range that was judged, that holds zero, or that is a sign alone; put in, what a term or parameter makes."""
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

    @property
    def weight(self) -> Weight:
        """How much an agreement is worth: hard is a printed range, or a spread of versions, that leaves out zero."""
        if self.imposed:
            return "put in"
        hard = self.published.kind in ("printed", "versions")
        return "hard" if hard and not self.published.low <= 0.0 <= self.published.high else "soft"


@dataclass(frozen=True)
class Term:
    """A term of a trial that other trials of the same policy do not have, and why it has it."""

    policy: str
    term: str
    value: float
    because: str


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
    terms: tuple[Term, ...] = ()
    restated: str = ""
    """What was asked otherwise after it had been run."""
    registered: str = ""
    """Version, date and hash under which all this was laid down."""


@dataclass(frozen=True)
class Untested:
    """A study that the model cannot run again, or a policy without a study, and why."""

    policy: str
    source: str
    said: str
    why: str


@dataclass(frozen=True)
class Result:
    """The result for one effect: mean and interval over seeds beside the published range."""

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


def counts(results: Sequence[Result], weight: Weight) -> tuple[int, int]:
    """How many effects of a weight overlap, and how many of it can be tested."""
    mine = [each for each in results if each.effect.weight == weight]
    tested = [each for each in mine if each.status != "not testable"]
    return sum(each.status == "overlaps" for each in tested), len(tested)


def headline(results: Sequence[Result], untested: Sequence[Untested]) -> str:
    """Return a sentence that counts the results; effects that prove little are counted separately."""
    hard, soft, put_in = (counts(results, weight) for weight in WEIGHTS)
    untestable = len(untested) + sum(each.status == "not testable" for each in results)
    return (
        f"Of {hard[1]} effects with a printed range that leaves out zero {hard[0]} overlap; of {soft[1]} whose range "
        f"was judged, holds zero or is a sign alone {soft[0]}; of {put_in[1]} that a term or parameter puts in "
        f"{put_in[0]}. {untestable} cannot be tested here."
    )
