"""The fieldwork of a study in one world: its frames are laid once, then any number of surveys is drawn from them."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evaluation.panel.outcomes import OUTCOMES, Reported
from poverty_nodes.experiments.evaluation.panel.world import (
    CLUSTER,
    DISPERSED,
    Life,
    Lottery,
    World,
    lottery_of,
)
from poverty_nodes.experiments.evaluation.study.study import Study
from poverty_nodes.experiments.evaluation.survey.answers import answered, measured
from poverty_nodes.experiments.evaluation.survey.frame import Frame
from poverty_nodes.experiments.evaluation.survey.survey import Survey

Mask = NDArray[np.bool_]
KNOWN_AT_BASELINE = ("gender", "skill", "social_group", "migrant")
"""What is known of everybody at the baseline besides the outcome."""


@dataclass
class Field:
    """A study in one world. `line` is the poverty line, `take_up` the part of those offered a lottery's place who
    join."""

    world: World
    study: Study
    line: float
    take_up: float = 1.0
    frames: tuple[Frame, ...] = field(init=False)
    who: Mask = field(init=False)
    lottery: Lottery = field(init=False)

    def __post_init__(self) -> None:
        """Lay the frames: of the place alone for a lottery, else of the comparator as well."""
        world, study = self.world, self.study
        self.lottery = lottery_of(world, self.take_up)
        self.who = world.members(study.who)
        can = world.members(study.frame)
        places: tuple[int, ...] = (CLUSTER, DISPERSED)
        if study.assignment == "lottery":
            self.who = self.who & self.lottery.inside
            can, places = can & self.who, (CLUSTER,)
        strata = [world.members(each) for each in study.sample.strata]
        self.frames = tuple(Frame.of(world, study.sample, each, can, strata) for each in places)
        self._poor = self._poorer_half()

    def sizes(self, size: int | None = None) -> tuple[int, ...]:
        """Units to be drawn in each frame; another `size` changes both in proportion."""
        sample = self.study.sample
        asked = (sample.size, sample.in_comparator)[: len(self.frames)]
        return asked if size is None else tuple(round(each * size / sample.size) for each in asked)

    def survey(self, number: int, size: int | None = None, enacted: bool = True) -> Survey:
        """One survey; the same number draws the same people and luck, with the programme and without.

        ValueError if there are fewer units than are to be drawn.
        """
        chance = np.random.default_rng((self.world.seed, number, size or 0))
        drawn = [
            frame.draw(wanted, self.study.sample.people, chance)
            for frame, wanted in zip(self.frames, self.sizes(size), strict=True)
        ]
        rows = np.concatenate([each[0] for each in drawn])
        inverse = np.concatenate([each[1] for each in drawn])
        unit = np.concatenate([2 * each[2] + at for at, each in enumerate(drawn)])
        wanted_of = self.who[rows]
        rows, inverse, unit = rows[wanted_of], inverse[wanted_of], unit[wanted_of]
        life = self.world.enacted if enacted else self.world.without
        offered, reached = self._assigned(rows, enacted)
        y = self._answers(life, rows, offered, chance)
        weight = self.world.weight[rows] * inverse
        x = np.stack([self.world.column(name)[rows] for name in KNOWN_AT_BASELINE], axis=1)
        return Survey(y, offered, reached, weight, unit, x.astype(np.float64))

    def _assigned(
        self, rows: NDArray[np.int64], enacted: bool
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Those who count as offered and reached by the design, in a world without the programme too."""
        reached = self.world.reached[rows].astype(np.float64)
        if self.study.assignment == "lottery":
            return self.lottery.won[rows].astype(np.float64), reached
        return (self.world.column("place")[rows] == CLUSTER).astype(np.float64), reached

    def _answers(
        self,
        life: Life,
        rows: NDArray[np.int64],
        offered: NDArray[np.float64],
        chance: np.random.Generator,
    ) -> NDArray[np.float64]:
        study, waves = self.study, self.study.waves
        said = [
            Reported(
                life.said[m].welfare[rows], life.said[m].earnings[rows], life.said[m].post[rows]
            )
            for m in waves
        ]
        first, last = said[0].welfare, said[-1].welfare
        gain = np.log(np.maximum(last, 1.0) / np.maximum(first, 1.0))
        gain = (gain - gain.mean()) / gain.std() if len(rows) and gain.std() > 0.0 else 0.0 * gain
        there = answered(study.loss, self._poor[rows], gain, len(waves), chance)
        for at, month in enumerate(waves):
            there[:, at] &= life.there[month][rows]
        # Nobody has been offered anything at the baseline, so that nobody answers otherwise for it.
        marked = [(offered > 0) & (month > 0) for month in waves]
        y = measured(said, OUTCOMES[study.outcome], self.line, study.error, marked, chance)
        return np.where(there, y, np.nan)

    def _poorer_half(self) -> Mask:
        welfare, place = self.world.without.said[0].welfare, self.world.column("place")
        found = np.zeros(len(welfare), dtype=np.bool_)
        for code in np.unique(place):
            here = place == code
            found[here] = welfare[here] < np.median(welfare[here])
        return found
