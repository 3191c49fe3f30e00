"""Shares of each group by what is expected of its persons, beside those that luck alone would give.

The floor is the same table for a placebo: half of the lives count with the opposite sign, so that what the policies do
cancels and as much luck is left as there is in the table. It needs three lives.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.impact.bins import BINS, LIMITS, bins_of
from poverty_nodes.experiments.impact.expected import (
    Estimates,
    Expected,
    chance_below,
    chance_change,
    expected_of,
    expected_rise,
    relative_change,
)
from poverty_nodes.experiments.impact.lives import People
from poverty_nodes.model.measures.groups_at_base import Numbers

SURE = 0.8
"""A single person is said to lose, or to gain, only with a larger chance than this."""

CROSSING = ("into", "out")
"""Expected falls into poverty and out of it: rises and falls of persons' chances of being poor."""

_LEAST = 2
"""Lives without which luck cannot be told from policy."""


@dataclass(frozen=True)
class Shares:
    """Shares of the persons of each group (populations, groups, ...); NaN where there are too few lives.

    `expected` and `floor` are by bin and then by `CROSSING`; `single` is the floor of single lives, whatever they
    are expected to be. `sure` has who loses and who gains more than the same, with a
    chance above `SURE`, in a group whose own interval leaves out 0.
    """

    expected: Numbers
    floor: Numbers
    single: Numbers
    sure: Numbers

    def of_groups(self, chosen: NDArray[np.generic]) -> Shares:
        """The same of some groups only."""
        return Shares(**{name: each[:, chosen] for name, each in vars(self).items()})


def shares_of(populations: Sequence[People]) -> Shares | None:
    """The shares of all groups; None if no population has two lives."""
    if max(each.lives for each in populations) < _LEAST:
        return None
    with ThreadPoolExecutor(2) as side_by_side:
        expected, floor = side_by_side.map(partial(_expected, populations), (False, True))
    strangers = [each.pairs_without() for each in populations]
    single = [
        group_means(each, _of_single_lives(each)) if each.lives else _unknown(each)
        for each in strangers
    ]
    return Shares(
        np.stack([table for table, _ in expected]),
        np.stack([table for table, _ in floor]),
        np.stack(single),
        np.stack([sure for _, sure in expected]),
    )


def _expected(populations: Sequence[People], luck_alone: bool) -> list[tuple[Numbers, Numbers]]:
    """By population: shares (groups, bins and crossing) and who is sure (groups, 2)."""
    known = [each for each in populations if each.lives >= _LEAST + luck_alone]
    changes = iter(_changes(known, luck_alone) if known else [])
    chances = iter(_chances(known, luck_alone) if known else [])
    rows: list[tuple[Numbers, Numbers]] = []
    for people in populations:
        if people.lives < _LEAST + luck_alone:
            rows.append((_unknown(people), np.full((len(people.members), 2), np.nan)))
            continue
        change = next(changes)
        below = [np.zeros(people.weight.size), *(chance_below(change, end) for end in LIMITS)]
        bins = np.diff(np.stack([*below, np.ones(people.weight.size)], axis=1), axis=1)
        sure = np.stack([below[2] > SURE, 1 - below[3] > SURE], axis=1) & change.told[:, None]
        table = np.concatenate([bins, next(chances)], axis=1)
        rows.append(
            (
                _crossing(group_means(people, table)),
                group_means(people, sure.astype(np.float64)),
            )
        )
    return rows


def _changes(populations: Sequence[People], luck_alone: bool) -> list[Expected]:
    return expected_of(
        [
            Estimates(
                *relative_change(each.without, each.enacted, luck_alone),
                each.weight,
                each.predictors,
                each.kind(),
                each.lives - 1 - luck_alone,
            )
            for each in populations
        ]
    )


def _chances(populations: Sequence[People], luck_alone: bool) -> list[Numbers]:
    """Expected rises of the chance of being poor, and its changes (people, 2), of each population.

    Who is poor in all lives of both worlds, or in none, has no change; only the others are told apart from luck.
    """
    found, between = [], []
    for each in populations:
        poor = np.concatenate([each.poor_without, each.poor_with]).mean(axis=0)
        rows = np.flatnonzero((poor > 0) & (poor < 1))
        between.append(rows)
        change = chance_change(each.poor_without[:, rows], each.poor_with[:, rows], luck_alone)
        groups, kind = each.predictors[rows], each.kind()[rows]
        degrees = each.lives - 1 - luck_alone
        found.append(Estimates(*change, each.weight[rows], groups, kind, degrees))
    tables = [np.zeros((each.weight.size, len(CROSSING))) for each in populations]
    if any(rows.size for rows in between):
        together = zip(tables, between, found, expected_of(found), strict=True)
        for table, rows, estimates, one in together:
            table[rows] = np.stack([expected_rise(one), estimates.value], axis=1)
    return tables


def _crossing(table: Numbers) -> Numbers:
    """Rises and changes of groups in the last two columns made into `CROSSING`, whose difference is the change."""
    rise, change = table[:, -2], table[:, -1]
    into = np.maximum(rise, change)
    return np.concatenate([table[:, :-2], np.stack([into, into - change], axis=1)], axis=1)


def _of_single_lives(half: People) -> Numbers:
    """Bins and crossings of single lives against each other (people, bins and crossing), the mean over pairs."""
    table = np.zeros((half.weight.size, len(BINS) + len(CROSSING)))
    for one, other in zip(half.without, half.enacted, strict=True):
        table[:, : len(BINS)] += bins_of(one, other)[:, None] == np.arange(len(BINS))
    rise = half.poor_with - half.poor_without
    table[:, -2] = np.maximum(rise, 0.0).sum(axis=0)
    table[:, -1] = np.maximum(-rise, 0.0).sum(axis=0)
    return table / half.lives


def _unknown(people: People) -> Numbers:
    return np.full((len(people.members), len(BINS) + len(CROSSING)), np.nan)


def group_means(people: People, table: Numbers) -> Numbers:
    """The weighted mean of each column (people, columns) in each group (groups, columns); NaN of nobody."""
    found = np.full((len(people.members), table.shape[1]), np.nan)
    for number, members in enumerate(people.members.values()):
        rows = np.flatnonzero(members)
        if rows.size:
            weight = people.weight[rows]
            found[number] = weight @ table[rows] / weight.sum()
    return found
