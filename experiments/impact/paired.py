"""The same persons with and without the policies: who is who, and which groups they were in at the base month."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.measures.groups_at_base import Members, Numbers, groups_at_base
from poverty_nodes.model.result import OF_POVERTY, RunResult

_NUMBERS = (
    "weight",
    "welfare_base",
    "welfare_final",
    "earnings_base",
    "earnings_final",
    *OF_POVERTY,
)


@dataclass(frozen=True)
class Pair:
    """Persons found in both worlds of one seed, a row each, arrays (people,).

    Welfare is consumption, earnings are the adult's own, both in dollars a month: means of the last months.
    `poverty_without` and `poverty_with` (people, 3) are the share of these months in which a person is poor, the mean
    gap and the mean squared gap. `members` tells by label who was in which group at the base month. `unmatched` counts
    adults who exist in one world only.
    """

    seed: int
    person: NDArray[np.int64]
    household: NDArray[np.int64]
    weight: Numbers
    base: Numbers
    without: Numbers
    enacted: Numbers
    earnings_without: Numbers
    earnings_with: Numbers
    poverty_without: Numbers
    poverty_with: Numbers
    members: dict[str, Members]
    unmatched: int

    @property
    def in_cluster(self) -> Members:
        """Who lives in the cluster, as against the comparator."""
        return self.members["all"]


def pair_up(seed: int, without: RunResult, enacted: RunResult) -> Pair:
    """Match two results person by person by `id`; the order of rows does not matter.

    Weights, groups and base welfare are those of the world without, which shares its base month with the other.
    ValueError if an id stands twice, or nobody is found in both.
    """
    rows, partners = shared_rows(without.people["id"], enacted.people["id"])
    if rows.size == 0:
        raise ValueError(f"seed {seed}: no person exists both with and without the policies")
    here = {name: np.asarray(without.people[name])[rows] for name in without.people}
    there = {
        name: np.asarray(enacted.people[name], dtype=np.float64)[partners] for name in _NUMBERS
    }
    number = {name: here[name].astype(np.float64) for name in _NUMBERS}
    sizes = without.people["id"].size + enacted.people["id"].size
    return Pair(
        seed=seed,
        person=here["id"].astype(np.int64),
        household=here["household"].astype(np.int64),
        weight=number["weight"],
        base=number["welfare_base"],
        without=number["welfare_final"],
        enacted=there["welfare_final"],
        earnings_without=number["earnings_final"],
        earnings_with=there["earnings_final"],
        poverty_without=np.stack([number[name] for name in OF_POVERTY], axis=1),
        poverty_with=np.stack([there[name] for name in OF_POVERTY], axis=1),
        members=groups_at_base(here),
        unmatched=sizes - 2 * rows.size,
    )


def share_moved(pair: Pair) -> float:
    """The share of the cluster's persons whose own consumption differs at all between the worlds (0 to 1)."""
    here, weight = pair.in_cluster, pair.weight
    if not here.any():
        return 0.0
    return float(weight[here & (pair.without != pair.enacted)].sum() / weight[here].sum())


def shared_rows(
    ours: NDArray[np.generic], theirs: NDArray[np.generic]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The rows of those who are in both results, in each of them; ValueError if an id stands twice."""
    for ids in (ours, theirs):
        if np.unique(ids).size < ids.size:
            raise ValueError("a person's id stands twice in a result")
    if np.array_equal(ours, theirs):
        rows = np.arange(ours.size)
        return rows, rows
    _, rows, partners = np.intersect1d(ours, theirs, assume_unique=True, return_indices=True)
    return rows, partners
