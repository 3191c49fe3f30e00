"""What a comparison keeps of its runs: by seed, then put together by population."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from poverty_nodes.experiments.impact.cells import cell_members, cell_sums
from poverty_nodes.experiments.impact.cost import (
    Programme,
    households_lifted,
    households_of,
    mean_programme,
)
from poverty_nodes.experiments.impact.incidence import incidence_curves
from poverty_nodes.experiments.impact.interval import by_population
from poverty_nodes.experiments.impact.lives import Life, People
from poverty_nodes.experiments.impact.paired import Pair, pair_up, share_moved
from poverty_nodes.experiments.impact.terms import Terms
from poverty_nodes.experiments.impact.transitions import group_moves
from poverty_nodes.experiments.impact.winners import group_sums
from poverty_nodes.model.lives import population_of
from poverty_nodes.model.measures.groups_at_base import Members, Numbers
from poverty_nodes.model.result import RunResult


@dataclass(frozen=True)
class OfSeed:
    """What is kept of one seed."""

    sums: Numbers
    moves: Numbers
    curves: Numbers
    cells: Numbers
    lifted: float
    households: float
    unmatched: int
    moved: float
    values: Numbers
    programme: Programme
    conservation: float


@dataclass
class Collected:
    """Seeds as they come, in any order; persons are kept of each life, groups once for a population."""

    terms: Terms
    found: dict[int, OfSeed] = field(default_factory=dict)
    _first: dict[int, Pair] = field(default_factory=dict)
    _lives: dict[int, dict[int, Life]] = field(default_factory=dict)

    def add(self, seed: int, without: RunResult, enacted: RunResult) -> None:
        """Take a pair of runs; ValueError if the seed was there before."""
        if seed in self.found:
            raise ValueError(f"seed {seed} stands twice")
        pair, line = pair_up(seed, without, enacted), self.terms.line.monthly
        self.found[seed] = OfSeed(
            sums=group_sums(pair, line),
            moves=group_moves(pair, line),
            curves=incidence_curves(pair),
            cells=cell_sums(pair, line)[1],
            lifted=households_lifted(pair, self.terms.scale),
            households=households_of(pair, self.terms.scale),
            unmatched=pair.unmatched,
            moved=share_moved(pair),
            values=np.stack([without.values, enacted.values]),
            programme=enacted.programme,
            conservation=max(without.conservation, enacted.conservation),
        )
        self._first.setdefault(population_of(seed), pair)
        self._lives.setdefault(population_of(seed), {})[seed] = Life.of(pair)

    @property
    def seeds(self) -> tuple[int, ...]:
        """The seeds, in order of their populations."""
        return tuple(sorted(self.found, key=lambda seed: (population_of(seed), seed)))

    @property
    def labels(self) -> tuple[str, ...]:
        """The groups of persons."""
        return tuple(next(iter(self._first.values())).members)

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of node by decile."""
        return tuple(cell_members(next(iter(self._first.values())).members))

    def each(self, read: Callable[[OfSeed], Numbers | float]) -> Numbers:
        """A figure by seed (seeds, ...)."""
        return np.stack(
            [np.asarray(read(self.found[seed]), dtype=np.float64) for seed in self.seeds]
        )

    def mean(self, read: Callable[[OfSeed], Numbers | float]) -> Numbers:
        """Its mean over the lives of each population (populations, ...)."""
        return by_population(self.each(read), self.seeds)

    def programmes(self) -> list[Programme]:
        """What each policy spent and reached, the mean over the lives of each population."""
        return [
            mean_programme([self.found[seed].programme for seed in sorted(lives)])
            for _, lives in sorted(self._lives.items())
        ]

    def people(self) -> list[People]:
        """The people of each population in all its lives, in the groups of `labels` and then of `cells`."""
        made = []
        for number, lives in sorted(self._lives.items()):
            first = self._first[number]
            members: dict[str, Members] = {**first.members, **cell_members(first.members)}
            made.append(People.of(first, members, [lives[seed] for seed in sorted(lives)]))
        return made
