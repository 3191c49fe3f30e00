"""The fieldwork of a study in one world: its frames are laid once, then any number of surveys is drawn from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evaluation.panel.outcomes import OUTCOMES, Reported
from poverty_nodes.experiments.evaluation.panel.person_panel import NOBODY
from poverty_nodes.experiments.evaluation.panel.side_by_side import ELSEWHERE
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


def places_of(study: Study, world: World) -> tuple[int, ...]:
    """The codes of the places in which a study asks, those with the programme first."""
    if study.is_inside:
        return (CLUSTER,)
    codes = {name: ELSEWHERE + at for at, name in enumerate(world.elsewhere)}
    return (CLUSTER, *(codes.get(name, DISPERSED) for name in study.places))


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
        places = places_of(study, world)
        if study.is_inside:
            self.who = self.who & self._inside()
            can = can & self.who
        strata = [world.members(each) for each in study.sample.strata]
        self.frames = tuple(Frame.of(world, study.sample, each, can, strata) for each in places)
        self._poor = self._poorer_half()

    def sizes(self, size: int | None = None) -> tuple[int, ...]:
        """Units to be drawn in each frame; another `size` changes both in proportion."""
        sample, with_it = self.study.sample, 1 + len(self.study.opens)
        others = len(self.frames) - with_it
        asked = (sample.size,) * with_it + (sample.in_comparator,) * others
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
        frames = max(len(drawn), 2)
        unit = np.concatenate([frames * each[2] + at for at, each in enumerate(drawn)])
        wanted_of = self.who[rows]
        rows, inverse, unit = rows[wanted_of], inverse[wanted_of], unit[wanted_of]
        life = self.world.enacted if enacted else self.world.without
        offered, reached = self._assigned(rows, enacted)
        y = self._answers(life, rows, offered, chance)
        if self.study.assignment == "saturation":
            # Firms are what the lot is drawn for, so that they are what is independent.
            unit = self.world.column("firm")[rows]
        place = self.world.column("place")[rows]
        weight = self.world.weight[rows] * inverse
        if len(drawn) > 2:
            # Each of several places is one observation, however many people live there.
            weight = weight / np.bincount(place, weight)[place] * len(rows)
        x = np.stack([self.world.column(name)[rows] for name in KNOWN_AT_BASELINE], axis=1)
        return Survey(
            y, offered, reached, weight, unit, x.astype(np.float64), self.study.waves, place,
            self._opens(place), self.score[rows], self.world.part[rows],
        )  # fmt: skip

    @cached_property
    def score(self) -> NDArray[np.float64]:
        """Bandwidths from the threshold to everybody's income a head (people,); those below 0 are let in."""
        income = np.asarray(self.world.people["income"], dtype=np.float64)
        rule = self.study.threshold
        return 100.0 * np.log(np.maximum(income, 0.01) / rule.below) / rule.bandwidth

    def _opens(self, place: NDArray[np.int64]) -> NDArray[np.float64]:
        opens = np.full(int(place.max(initial=0)) + 1, np.inf)
        for code, month in self.world.opens.items():
            if code < len(opens):
                opens[code] = month
        return opens[place]

    def _inside(self) -> Mask:
        """Who takes part in an experiment within the place: those who could join when the programme opened."""
        world = self.world
        if self.study.assignment == "lottery":
            return self.lottery.inside
        return (world.queue > NOBODY) & (world.column("place") == CLUSTER)

    def _assigned(
        self, rows: NDArray[np.int64], enacted: bool
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Those who count as offered and reached by the design, in a world without the programme too."""
        reached = self.world.reached[rows].astype(np.float64)
        return self.offered[rows].astype(np.float64), reached

    @cached_property
    def offered(self) -> Mask:
        """To whom the study's design offers the programme (people,)."""
        world = self.world
        if self.study.assignment == "lottery":
            return self.lottery.won
        if self.study.assignment == "saturation":
            return world.readiness < self.take_up * world.part
        if self.study.is_inside:
            return world.part >= 1.0
        return np.isin(world.column("place"), list(world.opens))

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
