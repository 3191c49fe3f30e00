"""What an order of measures will need, found before any run: the runs to be made and the base months to be solved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, fields
from typing import Self, cast

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.observed_run import scenario_of
from poverty_nodes.experiments.evidence.harness.world import Life, World
from poverty_nodes.experiments.runs.progress import Pace
from poverty_nodes.experiments.uncertainty.runs import needs_solving
from poverty_nodes.scenarios.scenario import Scenario

Values = NDArray[np.float64]
_AS_ANY = ("workers", "told", "store", "_lives")
"""Fields of a laboratory that do not change which runs are made."""


class NotLivedError(Exception):
    """A measure reads a run that has not been made."""


@dataclass(frozen=True)
class Nobody:
    """Stands for a run; only its seed is known."""

    seed: int

    def __getattr__(self, name: str) -> object:
        """Refuse every field of a run that was not made."""
        raise NotLivedError(name)


@dataclass
class DryLaboratory(Laboratory):
    """A laboratory without runs: measures are called as in the real one, and it records what they ask for.

    A measure that looks closely at a life stops there, and what it would have asked for later is not known: the numbers
    are the least that it takes.
    """

    lived: list[tuple[World, int]] = field(default_factory=list)
    """World and seed of each life, as often as it has to be lived."""
    unsolved: dict[str, Scenario] = field(default_factory=dict)
    """Scenarios whose base month is not solved yet, by its fingerprint."""
    asked: set[tuple[str, ...]] = field(default_factory=set)
    """The measures that were asked."""

    @classmethod
    def of(cls, laboratory: Laboratory) -> Self:
        """Return a dry laboratory for another one; the runs that it has count as made."""
        same = {each.name: getattr(laboratory, each.name) for each in fields(Laboratory)}
        return cls(**{**same, "_lives": same["_lives"].copy()})

    def values(
        self, name: str, measure: Callable[[Laboratory], Values], together: bool = False
    ) -> Values:
        """Return what the store has, else NaN for each seed, and record which runs would be made."""
        self.asked.add(_terms(self, name))
        try:
            return super().values(name, measure, together)
        except NotLivedError:
            return np.full(len(self.seeds), np.nan)

    def read(self, world: World, reading: Callable[[Life], float]) -> Values:
        """No number a seed."""
        return np.full(len(self.lives(world)), np.nan)

    def households(self, world: World, place: int = 0) -> Values:
        """No number a seed."""
        return np.full(len(self.seeds), np.nan)

    def _measured(self, measure: Callable[[Laboratory], Values], seeds: Sequence[int]) -> Values:
        with suppress(Exception), np.errstate(all="ignore"):
            super()._measured(measure, seeds)  # whatever it makes of NaN
        raise NotLivedError

    def _ready(self, world: World) -> None:
        scenario = scenario_of(world, self.agents)
        if needs_solving(scenario):
            self.unsolved.setdefault(scenario.base_fingerprint(), scenario)

    def _one(self, world: World, seed: int) -> Life:
        self.lived.append((world, seed))
        return cast(Life, Nobody(seed))


@dataclass
class Counted(Laboratory):
    """A laboratory that counts its runs, and expects more when it is asked for what no dry one was asked for."""

    counted_on: set[tuple[str, ...]] = field(default_factory=set)
    steps: Pace = field(default_factory=lambda: Pace(0))

    @classmethod
    def of(
        cls,
        laboratory: Laboratory,
        dry: DryLaboratory,
        steps: Pace,
    ) -> Self:
        """The same laboratory, after a dry."""
        same = {each.name: getattr(laboratory, each.name) for each in fields(Laboratory)}
        same["told"] = lambda _: steps.count(False)
        return cls(**same, counted_on=dry.asked, steps=steps)

    def values(
        self, name: str, measure: Callable[[Laboratory], Values], together: bool = False
    ) -> Values:
        """What the laboratory finds."""
        if _terms(self, name) not in self.counted_on:
            dry = DryLaboratory.of(self)
            dry.values(name, measure, together)
            self.counted_on.update(dry.asked)
            self.steps.more(len(dry.lived))
        return super().values(name, measure, together)

    def _ready(self, world: World) -> None:
        scenario = scenario_of(world, self.agents)
        if not needs_solving(scenario):
            scenario.calibration()
            return
        with self.steps.meanwhile(f"base month of {world.cluster}") as told:
            scenario.calibration(told)


def _terms(laboratory: Laboratory, name: str) -> tuple[str, ...]:
    """A measure in a laboratory, by all that decides which runs it asks for."""
    terms = (each.name for each in fields(Laboratory) if each.name not in _AS_ANY)
    return name, *(repr(getattr(laboratory, each)) for each in terms)
