"""Four worlds of the same luck: with the shock and without it, each with the policies and without them.

The shock's own effect on a person is her change from the world that is spared to the world that is struck. What
policies change of it is the difference of two such changes, hers with the policies less hers without them. Both are
told apart from luck as the policies' own effect is: over several lives of the same people (impact/expected.py).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from poverty_nodes.experiments.impact.lives import Life, People
from poverty_nodes.experiments.impact.paired import Pair, pair_up
from poverty_nodes.experiments.runs.batch import Runs
from poverty_nodes.experiments.shock.table import COMPARISONS, Change, shock_table
from poverty_nodes.model.lives import population_of
from poverty_nodes.model.result import RunResult
from poverty_nodes.scenarios.scenario import Scenario

SPARED = "no_shock_"
"""Stands before the label of an arm for the same arm without the shocks."""
ARMS = (f"{SPARED}without", "without", f"{SPARED}with", "with")


def spared(scenarios: Mapping[str, Scenario]) -> dict[str, Scenario]:
    """The arms of a comparison without their shocks, by label."""
    return {f"{SPARED}{label}": replace(each, shocks=()) for label, each in scenarios.items()}


@dataclass
class FourWorlds:
    """Seeds as they come: of each the lives of the three `COMPARISONS`, by population."""

    _first: dict[int, Pair] = field(default_factory=dict)
    _lives: dict[int, dict[int, tuple[Life, Life, Life]]] = field(default_factory=dict)

    def add(self, seed: int, *results: RunResult) -> None:
        """Take the results of a seed in the order of `ARMS`."""
        spared_without, struck_without, spared_with, struck_with = results
        pair = pair_up(seed, spared_without, struck_without)
        alone, helped = Life.of(pair), Life.of(pair_up(seed, spared_with, struck_with))
        self._first.setdefault(population_of(seed), pair)
        lives = alone, helped, difference(alone, helped)
        self._lives.setdefault(population_of(seed), {})[seed] = lives

    @property
    def seeds(self) -> list[int]:
        """The seeds that are there."""
        return [seed for lives in self._lives.values() for seed in lives]

    def table(self, shown: Collection[str]) -> pd.DataFrame:
        """The rows of shock.csv for the dimensions shown; there must be a seed."""
        changes = {
            name: Change(self._people(number), 2.0 if name == COMPARISONS[-1] else 1.0)
            for number, name in enumerate(COMPARISONS)
        }
        return shock_table(changes, shown)

    def _people(self, comparison: int) -> list[People]:
        return [
            People.of(
                self._first[number],
                self._first[number].members,
                [lives[seed][comparison] for seed in sorted(lives)],
            )
            for number, lives in sorted(self._lives.items())
        ]


def difference(alone: Life, helped: Life) -> Life:
    """The life of a difference in differences: from what the shock does without the policies to what it does with them.

    Chances of being poor are those of two worlds in the mean, so that each lies between 0 and 1 and the change is half
    of the difference in differences.
    """
    both, ours, theirs = np.intersect1d(
        alone.person, helped.person, assume_unique=True, return_indices=True
    )
    gain = (helped.enacted[theirs] - helped.without[theirs]) - (
        alone.enacted[ours] - alone.without[ours]
    )
    return Life(
        both,
        alone.enacted[ours],
        alone.enacted[ours] + gain,
        _mean(alone.poor_with[ours], helped.poor_without[theirs]),
        _mean(helped.poor_with[theirs], alone.poor_without[ours]),
    )


def _mean(one: NDArray[np.float32], other: NDArray[np.float32]) -> NDArray[np.float32]:
    return (one + other) * np.float32(0.5)


def four_worlds(runs: Runs) -> FourWorlds:
    """Read the seeds that all four arms have finished."""
    found = FourWorlds()
    for label, draw, seed in runs.keys:
        arms = [(arm, draw, seed) for arm in ARMS]
        if label == ARMS[0] and not any(arm in runs.failed for arm in arms):
            found.add(seed, *(runs.result(arm, seed) for arm in ARMS))
    return found
