"""The same persons with and without the policies: who is who, and which groups they were in at the base month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.measures.groups import DIMENSIONS, group_members
from model.population.codes import PLACE
from model.result import RunResult

Numbers = NDArray[np.float64]
Members = NDArray[np.bool_]

DECILES = 10
ALL_DIMENSIONS = (
    "gender",
    "skill",
    "contract",
    "social_group",
    "migrant",
    "tier",
    "node",
    "decile",
    "place",
)
"""What tables can be broken down by, in the order of the tables; "all" always stands first."""

_CLUSTER = PLACE.index("cluster")
_NUMBERS = ("weight", "welfare_base", "welfare_final", "earnings_base", "earnings_final")


@dataclass(frozen=True)
class Pair:
    """Persons found in both worlds of one seed, a row each, arrays (people,).

    Welfare is consumption, earnings are the adult's own, both in dollars a month. `members` tells by label who was
    in which group at the base month. `unmatched` counts adults who exist in one world only.
    """

    seed: int
    household: NDArray[np.int64]
    weight: Numbers
    base: Numbers
    without: Numbers
    enacted: Numbers
    earnings_without: Numbers
    earnings_with: Numbers
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
    rows, partners = _shared_rows(without.people["id"], enacted.people["id"])
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
        household=here["household"].astype(np.int64),
        weight=number["weight"],
        base=number["welfare_base"],
        without=number["welfare_final"],
        enacted=there["welfare_final"],
        earnings_without=number["earnings_final"],
        earnings_with=there["earnings_final"],
        members=groups_at_base(here),
        unmatched=sizes - 2 * rows.size,
    )


def dimension_of(label: str) -> str:
    """The dimension that a group's label belongs to.

    >>> dimension_of("node=subcontractor|homework|female"), dimension_of("all")
    ('node', 'all')
    """
    return label.partition("=")[0]


def deciles(welfare: Numbers, weight: Numbers) -> NDArray[np.int64]:
    """Tenths of the persons by welfare, 1 the poorest (people,); persons of equal welfare stay together."""
    levels, level = np.unique(welfare, return_inverse=True)
    persons = np.bincount(level, weight, levels.size)
    middle = (np.cumsum(persons) - persons / 2) / persons.sum()
    return np.minimum(np.floor(middle * DECILES), DECILES - 1).astype(np.int64)[level] + 1


def _shared_rows(
    ours: NDArray[np.generic], theirs: NDArray[np.generic]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    for ids in (ours, theirs):
        if np.unique(ids).size < ids.size:
            raise ValueError("a person's id stands twice in a result")
    if np.array_equal(ours, theirs):
        rows = np.arange(ours.size)
        return rows, rows
    _, rows, partners = np.intersect1d(ours, theirs, assume_unique=True, return_indices=True)
    return rows, partners


def groups_at_base(people: Mapping[str, NDArray[np.generic]]) -> dict[str, Members]:
    """Who was in which group at the base month, by label (people,): those of the model, then deciles of welfare."""
    codes = people
    number = {name: codes[name].astype(np.float64) for name in ("welfare_base", "weight")}
    integers = {name: codes[name].astype(np.int64) for name in (*DIMENSIONS, "place")}
    found = group_members(integers)
    found |= _decile_members(found["all"], number)
    order = {name: position for position, name in enumerate(("all", *ALL_DIMENSIONS))}
    return {key: found[key] for key in sorted(found, key=lambda key: order[dimension_of(key)])}


def _decile_members(in_cluster: Members, number: dict[str, Numbers]) -> dict[str, Members]:
    rank = np.zeros(in_cluster.size, dtype=np.int64)
    if in_cluster.any():
        rank[in_cluster] = deciles(number["welfare_base"][in_cluster], number["weight"][in_cluster])
    return {f"decile={tenth}": rank == tenth for tenth in range(1, DECILES + 1)}
