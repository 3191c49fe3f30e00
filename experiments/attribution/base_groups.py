"""Measures of the groups of the base month at the end of a run: the few numbers that an explanation needs of it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.measures.groups_at_base import Numbers, groups_at_base

MEASURES = ("adults", "P0", "P1", "mean_welfare", "earnings", "poor_households")
"""Simulated adults; headcount and gap in per cent; consumption a person and own earnings an adult in dollars a month;
poor households of the real place. Over the last months of a run (`window`), groups frozen at the base month."""

UNITS = {
    "P0": "percentage points",
    "P1": "percentage points",
    "mean_welfare": "dollars a person a month",
    "earnings": "dollars an adult a month",
    "poor_households": "households",
}

People = Mapping[str, NDArray[np.generic]]


def frozen_measures(people: People, scale: float) -> tuple[tuple[str, ...], Numbers]:
    """The labels of the groups of the base month, and their measures (groups, MEASURES); NaN if a group is empty.

    `people` are those of a `RunResult`; `scale` is simulated persons a real one.
    """
    members = groups_at_base(people)
    weight = people["weight"].astype(np.float64)
    welfare = people["welfare_final"].astype(np.float64)
    poor = people["poor_final"].astype(np.float64)
    terms = np.column_stack(
        [
            weight,
            weight * poor,
            weight * people["gap_final"].astype(np.float64),
            weight * welfare,
            people["earnings_final"].astype(np.float64),
            poor * _one_a_household(people["household"]),
        ]
    )
    chosen = [np.flatnonzero(rows) for rows in members.values()]
    sums = np.stack([terms[rows].sum(axis=0) for rows in chosen])
    adults = np.array([float(rows.size) for rows in chosen])
    with np.errstate(invalid="ignore", divide="ignore"):
        persons = sums[:, :1]
        shares = np.concatenate([100 * sums[:, 1:3], sums[:, 3:4]], axis=1) / persons
        earned = sums[:, 4] / np.where(adults > 0, adults, np.nan)
    return tuple(members), np.column_stack([adults, shares, earned, sums[:, 5] / scale])


def _one_a_household(household: NDArray[np.generic]) -> NDArray[np.bool_]:
    """Flag the first adult of each household."""
    _, first = np.unique(household, return_index=True)
    flags = np.zeros(household.size, dtype=np.bool_)
    flags[first] = True
    return flags
