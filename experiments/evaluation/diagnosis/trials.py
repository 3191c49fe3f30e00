"""A study is repeated many times: several surveys of each world, with the programme and without."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evaluation.diagnosis.estimand import truth_of
from poverty_nodes.experiments.evaluation.estimators.catalogue import ESTIMATORS
from poverty_nodes.experiments.evaluation.estimators.fit import Estimate
from poverty_nodes.experiments.evaluation.inference.permutation import permutation_p
from poverty_nodes.experiments.evaluation.inference.wild import wild_p
from poverty_nodes.experiments.evaluation.panel.world import World
from poverty_nodes.experiments.evaluation.study.study import Study
from poverty_nodes.experiments.evaluation.survey.field import Field

Numbers = NDArray[np.float64]
WILD_SURVEYS, WILD_DRAWS = 3, 199
"""Surveys of each world that are bootstrapped, and draws of each: shares are then known to a few points."""


@dataclass
class Readings:
    """What one estimator finds: arrays (worlds, surveys), `placebo_...` where there was no programme.

    `truth` (worlds,) is the effect that it means to find. `wild_...` (worlds, fewer surveys) are p-values: of the
    truth, of no effect, and of no effect where there was none; `over_...` (worlds, surveys) are
    the same by permutation over places.
    """

    truth: Numbers
    value: Numbers
    error: Numbers
    placebo: Numbers
    placebo_error: Numbers
    clusters: Numbers
    wild_truth: Numbers
    wild_null: Numbers
    wild_placebo: Numbers
    over_truth: Numbers
    over_null: Numbers
    over_placebo: Numbers

    @classmethod
    def empty(cls, worlds: int, surveys: int) -> Readings:
        """Empty arrays for so many worlds and surveys, NaN until they are filled."""
        few = min(WILD_SURVEYS, surveys)
        shapes = [(worlds,), *[(worlds, surveys)] * 5, *[(worlds, few)] * 3]
        shapes += [(worlds, surveys)] * 3
        return cls(*(np.full(shape, np.nan) for shape in shapes))


@dataclass(frozen=True)
class Trials:
    """A study done over and over: units drawn, persons asked and persons heard to the end, of one survey on average.

    `frame` are the units that could be drawn in each place, of the world that has fewest.
    """

    study: Study
    readings: Mapping[str, Readings]
    persons: float
    asked: float
    units: float
    frame: tuple[int, ...]
    size: int


@dataclass(frozen=True)
class Effort:
    """How much is tried: units drawn, surveys of each world and estimators, the study's own where None; whether its
    first estimator is bootstrapped."""

    size: int | None = None
    surveys: int | None = None
    methods: Sequence[str] | None = None
    wild: bool = True


FULL = Effort()
"""All that the study says."""


def do_trials(
    worlds: Sequence[World],
    study: Study,
    line: float,
    take_up: float,
    effort: Effort = FULL,
    told: Callable[[int, int], None] = lambda done, of: None,
) -> Trials:
    """Survey every world; ValueError if a frame has fewer units than are to be drawn."""
    size = effort.size
    each, names = effort.surveys or study.surveys, tuple(effort.methods or study.methods)
    readings = {name: Readings.empty(len(worlds), each) for name in names}
    heard, asked, frames = [], [], []
    for at, world in enumerate(worlds):
        laid = Field(world, study, line, take_up)
        frames.append([len(frame) for frame in laid.frames])
        for name in names:
            readings[name].truth[at] = truth_of(laid, name)
        for number in range(each):
            ours = laid.survey(number, size)
            placebo = laid.survey(number, size, enacted=False)
            heard.append(len(ours.complete))
            asked.append(len(ours))
            for name in names:
                estimate, null = ESTIMATORS[name].of(ours), ESTIMATORS[name].of(placebo)
                _note(readings[name], at, number, estimate, null, effort.wild and name == names[0])
        told(at + 1, len(worlds))
    smallest = tuple(int(each) for each in np.min(frames, axis=0))
    units = float(sum(laid.sizes(size)))
    return Trials(
        study,
        readings,
        float(np.mean(heard)),
        float(np.mean(asked)),
        units,
        smallest,
        size or study.sample.size,
    )


def _note(
    into: Readings, world: int, number: int, found: Estimate, null: Estimate, wild: bool
) -> None:
    into.value[world, number], into.error[world, number] = found.value, found.error
    into.placebo[world, number], into.placebo_error[world, number] = null.value, null.error
    into.clusters[world, number] = found.clusters
    into.over_truth[world, number] = permutation_p(found, float(into.truth[world]))
    into.over_null[world, number] = permutation_p(found, 0.0)
    into.over_placebo[world, number] = permutation_p(null, 0.0)
    if not wild or number >= into.wild_truth.shape[1]:
        return
    seed = 1000 * world + number
    if found.regression is not None:
        truth = into.truth[world]
        into.wild_truth[world, number] = wild_p(found.regression, truth, WILD_DRAWS, seed)
        into.wild_null[world, number] = wild_p(found.regression, 0.0, WILD_DRAWS, seed)
    if null.regression is not None:
        into.wild_placebo[world, number] = wild_p(null.regression, 0.0, WILD_DRAWS, seed)
