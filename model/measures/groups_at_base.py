"""Which groups persons were in at the base month: those of the model, and the tenths of welfare.

It is a file of its own because runs use it: whatever a run imports is part of its address in the store.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.measures.groups import DIMENSIONS, group_members
from poverty_nodes.model.population.codes import PLACE

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
