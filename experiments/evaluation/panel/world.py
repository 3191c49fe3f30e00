"""The two worlds of a seed side by side: the same persons at the same months, with the programme and without it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evaluation.panel.outcomes import Outcome, Reported
from poverty_nodes.experiments.evaluation.panel.person_panel import NOBODY
from poverty_nodes.model.measures.groups_at_base import groups_at_base
from poverty_nodes.model.population.codes import PLACE
from poverty_nodes.model.result import RunResult

Numbers = NDArray[np.float64]
Mask = NDArray[np.bool_]
CLUSTER, DISPERSED = PLACE.index("cluster"), PLACE.index("dispersed")


@dataclass(frozen=True)
class Life:
    """One world: consumption of persons at each wave, and who is still there; `there` masks NaN."""

    said: Mapping[int, Reported]
    there: Mapping[int, Mask]

    @classmethod
    def of(cls, result: RunResult) -> Life:
        """From the columns of a panel run."""
        people, waves = result.people, [int(month) for month in result.months]
        said = {
            month: Reported(
                np.asarray(people[f"welfare_{month}"], dtype=np.float64),
                np.asarray(people[f"earnings_{month}"], dtype=np.float64),
                np.asarray(people[f"post_{month}"], dtype=np.int8),
            )
            for month in waves
        }
        there = {month: np.asarray(people[f"there_{month}"], dtype=np.bool_) for month in waves}
        return cls(said, there)


@dataclass(frozen=True)
class World:
    """Both lives of a seed; a row is an adult of month 0. `reached`, `eligible` and the lots are of the programme."""

    seed: int
    people: Mapping[str, NDArray[np.generic]]
    programme: Mapping[str, NDArray[np.generic]]
    without: Life
    enacted: Life
    reached: Mask
    eligible: Mask
    readiness: Numbers
    queue: Numbers
    opens: Mapping[int, int] = field(default_factory=lambda: {CLUSTER: 1})
    """The month in which the programme opens in each place that has it."""
    elsewhere: tuple[str, ...] = ()
    """Other clusters whose people are there, in the order of their codes."""
    _groups: dict[str, Mask] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(
        cls,
        seed: int,
        without: RunResult,
        enacted: RunResult,
        opens: Mapping[int, int] | None = None,
        elsewhere: tuple[str, ...] = (),
    ) -> World:
        """Pair two panel runs of a seed; ValueError if their base months are not of the same persons."""
        if not np.array_equal(without.people["id"], enacted.people["id"]):
            raise ValueError(f"seed {seed}: the two worlds do not begin with the same persons")
        programme = enacted.people
        return cls(
            seed,
            without.people,
            programme,
            Life.of(without),
            Life.of(enacted),
            np.asarray(programme["reached"], dtype=np.bool_),
            np.asarray(programme["eligible"], dtype=np.bool_),
            np.asarray(programme["readiness"], dtype=np.float64),
            np.asarray(programme["queue"], dtype=np.float64),
            {CLUSTER: 1} if opens is None else opens,
            elsewhere,
        )

    @property
    def part(self) -> Numbers:
        """The part of the take-up at which a study lets each person in (people,)."""
        return np.asarray(self.programme["part"], dtype=np.float64)

    def column(self, name: str) -> NDArray[np.int64]:
        """A column of month 0 as whole numbers."""
        return np.asarray(self.people[name], dtype=np.int64)

    @property
    def weight(self) -> Numbers:
        """Persons of the real place for whom each adult stands."""
        return np.asarray(self.people["weight"], dtype=np.float64)

    def members(self, label: str) -> Mask:
        """Who is in a group at month 0, in whichever place; tenths are of the own place. KeyError for no such group."""
        if not self._groups:
            self._groups.update(self._all_groups())
        return self._groups[label]

    def _all_groups(self) -> dict[str, Mask]:
        place = self.column("place")
        welfare = self.without.said[min(self.without.said)].welfare
        groups: dict[str, Mask] = {}
        for code in np.unique(place):
            rows = np.flatnonzero(place == code)
            here = {name: np.asarray(each)[rows] for name, each in self.people.items()}
            here |= {"place": np.zeros(len(rows), dtype=np.int8), "welfare_base": welfare[rows]}
            for label, members in groups_at_base(here).items():
                groups.setdefault(label, np.zeros(len(place), dtype=np.bool_))[rows] = members
        return groups

    def effect(self, outcome: Outcome, line: float, month: int, of: Mask) -> float:
        """The mean difference that the programme makes to some people, weighted; NaN if nobody of them is left."""
        both = of & self.without.there[month] & self.enacted.there[month]
        weight = self.weight[both]
        if not weight.sum() > 0.0:
            return float("nan")
        ours, theirs = (
            outcome.of(life.said[month], line)[both] for life in (self.enacted, self.without)
        )
        return float(((ours - theirs) * weight).sum() / weight.sum())


@dataclass(frozen=True)
class Lottery:
    """Who takes part in the draw of a programme (people,), and who of them won; nobody if there was no draw."""

    inside: Mask
    won: Mask


def lottery_of(world: World, take_up: float) -> Lottery:
    """The draw that the programme itself makes among those eligible when it opens.

    Where more are ready to join than it has reached, they stand in a queue of random order: all who are ready take part
    in the draw, and the first of them, as many as it reached, have won. Otherwise readiness is the lot, and those below
    `take_up` have won.
    """
    inside = (world.queue > NOBODY) & (world.column("place") == CLUSTER)
    ready = inside & (world.readiness < take_up * world.part)
    reached = int((ready & world.reached).sum())
    if reached < int(ready.sum()):
        rows = np.flatnonzero(ready)
        # People of one unit have one lot, so that ranks are those of lots and nobody is split.
        lots = np.sort(world.queue[rows])
        won = ready & (world.queue <= lots[reached - 1]) if reached else np.zeros_like(ready)
        return Lottery(ready, won)
    return Lottery(inside, ready)
