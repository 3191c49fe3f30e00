"""The same people in several lives: what a comparison keeps of each pair of runs until it has all of a population."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, reduce

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.impact.paired import Pair
from poverty_nodes.model.measures.crossing import dimension_of
from poverty_nodes.model.measures.groups_at_base import Members, Numbers

_PREDICTING = {
    *("all", "gender", "skill", "contract", "social_group", "migrant", "tier", "decile", "place")
}
"""The dimensions that tell a person's change apart from luck; nodes are what tier, contract and gender make."""


@dataclass(frozen=True)
class Life:
    """Who lived it (people,), sorted by number, and the consumption of each without and with, dollars a month.

    `poor_without` and `poor_with` are the shares of the last months in which each is poor.
    """

    person: NDArray[np.int64]
    without: NDArray[np.float32]
    enacted: NDArray[np.float32]
    poor_without: NDArray[np.float32]
    poor_with: NDArray[np.float32]

    @classmethod
    def of(cls, pair: Pair) -> Life:
        """The life of a pair of runs, in single precision, since results have no more."""
        order = np.argsort(pair.person)
        poor = pair.poverty_without[:, 0], pair.poverty_with[:, 0]
        columns = (pair.without, pair.enacted, *poor)
        return cls(pair.person[order], *(each[order].astype(np.float32) for each in columns))


@dataclass(frozen=True)
class People:
    """Those of a population who are found in all its lives.

    Consumption, `without` and `enacted`, and the shares of the last months in poverty, `poor_without` and `poor_with`,
    have shape (lives, people).
    """

    base: Numbers
    weight: Numbers
    members: dict[str, Members]
    without: Numbers
    enacted: Numbers
    poor_without: Numbers
    poor_with: Numbers

    @classmethod
    def of(cls, first: Pair, members: dict[str, Members], lives: Sequence[Life]) -> People:
        """The people of the first pair, in the groups given, who are found in each life."""
        both = reduce(np.intersect1d, [each.person for each in lives])
        order = np.argsort(first.person)
        rows = order[np.searchsorted(first.person[order], both)]
        found = [np.searchsorted(each.person, both) for each in lives]

        def stacked(name: str) -> Numbers:
            chosen = zip(lives, found, strict=True)
            return np.stack([getattr(each, name)[at].astype(np.float64) for each, at in chosen])

        return cls(
            first.base[rows],
            first.weight[rows],
            {label: each[rows] for label, each in members.items()},
            **{name: stacked(name) for name in ("without", "enacted", "poor_without", "poor_with")},
        )

    @property
    def lives(self) -> int:
        """How many lives there are."""
        return len(self.without)

    @cached_property
    def predictors(self) -> Numbers:
        """1 for who is in a group that predicts a change, 0 for others (people, groups)."""
        chosen = [each for name, each in self.members.items() if dimension_of(name) in _PREDICTING]
        return np.stack(chosen, axis=1).astype(np.float64)

    def kind(self) -> NDArray[np.int64]:
        """The kind of contract at the base month as a number (people,); 0 outside the cluster."""
        names = [name for name in self.members if dimension_of(name) == "contract"]
        kind = np.zeros(self.weight.size, dtype=np.int64)
        for number, name in enumerate(names, start=1):
            kind[self.members[name]] = number
        return kind

    def pairs_without(self) -> People:
        """Lives without the policy, one against another, which have no luck in common."""
        half = self.lives // 2
        one, other = slice(half), slice(half, 2 * half)
        return replace(
            self,
            without=self.without[one],
            enacted=self.without[other],
            poor_without=self.poor_without[one],
            poor_with=self.poor_without[other],
        )
