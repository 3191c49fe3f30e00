"""The groups that results are reported for, and the cells that the recorder adds up to them.

A *cell* is one joint value of place, gender, skill, social group, migrant, tier and post. The
recorder adds people and money by cell, in one pass; `add_up_groups` then gives every group's
total. Only totals that add up (people, gaps, earnings) may be treated so.

Labels: "all", "gender=female", "contract=homework", "node=subcontractor|homework|female",
"place=dispersed". Every group but place=... is of the cluster alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.population.codes import (
    CONTRACT,
    CONTRACT_OF_POST,
    GENDER,
    MIGRANT,
    PLACE,
    POST,
    SKILL,
    SOCIAL_GROUP,
    TIER,
)
from poverty_nodes.model.rule import rule

Codes = Mapping[str, NDArray[np.integer]]
Members = NDArray[np.bool_]

DIMENSIONS = {
    "gender": GENDER,
    "skill": SKILL,
    "contract": CONTRACT,
    "social_group": SOCIAL_GROUP,
    "migrant": MIGRANT,
    "tier": TIER,
}
"""The one-way groups, apart from place."""

CELL_FIELDS = ("place", "gender", "skill", "social_group", "migrant", "tier", "post")
"""The digits of a cell's number, the first counting most."""

CELL_SIZES = (
    len(PLACE), len(GENDER), len(SKILL), len(SOCIAL_GROUP), len(MIGRANT), len(TIER), len(POST)
)  # fmt: skip
_, _GENDERS, _SKILLS, _SOCIAL_GROUPS, _MIGRANTS, _TIERS, _POSTS = CELL_SIZES

_CLUSTER = PLACE.index("cluster")
_OUTSIDE = ("none", "none")
_NODES = (_OUTSIDE, *((tier, contract) for tier in TIER[1:] for contract in CONTRACT[1:]))


def cell_count() -> int:
    """How many cells there are."""
    return int(np.prod(CELL_SIZES))


@rule
def cell_of(
    place: int, gender: int, skill: int, social_group: int, migrant: int, tier: int, post: int
) -> int:
    """The number of a cell from its codes, 0 to cell_count() - 1.

    ((((((place*2 + gender)*2 + skill)*2 + social_group)*2 + migrant)*4 + tier)*6 + post), where
    the factors are the numbers of codes.

    >>> cell_of(0, 1, 0, 0, 0, 2, 4) == 1 * 2 * 2 * 2 * 4 * 6 + 2 * 6 + 4
    True
    """
    # int() because a record's one-byte codes would overflow where the rule runs as plain Python.
    cell = int(place) * _GENDERS + int(gender)
    cell = cell * _SKILLS + int(skill)
    cell = cell * _SOCIAL_GROUPS + int(social_group)
    cell = cell * _MIGRANTS + int(migrant)
    cell = cell * _TIERS + int(tier)
    return cell * _POSTS + int(post)


def cell_codes() -> dict[str, NDArray[np.integer]]:
    """The codes of every cell, arrays (cells,) by field; "contract" is read off the post."""
    digits = np.unravel_index(np.arange(cell_count()), CELL_SIZES)
    codes: dict[str, NDArray[np.integer]] = dict(zip(CELL_FIELDS, digits, strict=True))
    codes["contract"] = np.asarray(CONTRACT_OF_POST)[codes["post"]]
    return codes


def node_label(tier: str, contract: str, gender: str) -> str:
    """A place of work on the chain; outside the sector it is "none|none|female".

    >>> node_label("subcontractor", "homework", "female")
    'subcontractor|homework|female'
    """
    return f"{tier}|{contract}|{gender}"


def group_members(codes: Codes) -> dict[str, Members]:
    """Who belongs to which group: label -> (people,) booleans, in the order of the report.

    `codes` holds (people,) arrays named place, gender, skill, contract, social_group, migrant and
    tier, as in a result's `people`. KeyError if one is missing.
    """
    return dict(_members(codes))


def group_matrix() -> tuple[tuple[str, ...], Members]:
    """Labels (groups,) and booleans (groups, cells): matrix @ cell totals gives group totals."""
    members = group_members(cell_codes())
    return tuple(members), np.stack(list(members.values()))


@lru_cache(maxsize=1)
def group_cells() -> tuple[tuple[str, ...], NDArray[np.int64], NDArray[np.int64]]:
    """Labels (groups,), and the cells of group g as members[start[g]:start[g + 1]] of `start` and `members`."""
    labels, matrix = group_matrix()
    start = np.concatenate([[0], np.cumsum(matrix.sum(axis=1))])
    members = np.nonzero(matrix)[1]
    for array in (start, members):
        array.flags.writeable = False
    return labels, start, members


@rule
def add_up_groups(
    cells: NDArray[np.float64],
    start: NDArray[np.int64],
    members: NDArray[np.int64],
    totals: NDArray[np.float64],
) -> None:
    """Add the cells (months, cells, k) of each group to `totals` (months, groups, k); cells without people are zero."""
    months, groups, kinds = totals.shape
    for month in range(months):
        for group in range(groups):
            for i in range(start[group], start[group + 1]):
                cell = cells[month, members[i]]
                if cell[0] != 0.0:
                    for kind in range(kinds):
                        totals[month, group, kind] += cell[kind]


def _members(codes: Codes) -> Iterator[tuple[str, Members]]:
    in_cluster = codes["place"] == _CLUSTER
    yield "all", in_cluster
    for dimension, labels in DIMENSIONS.items():
        for code, label in enumerate(labels):
            yield f"{dimension}={label}", in_cluster & (codes[dimension] == code)
    for tier, contract in _NODES:
        here = in_cluster & (codes["tier"] == TIER.index(tier))
        here &= codes["contract"] == CONTRACT.index(contract)
        for code, gender in enumerate(GENDER):
            yield f"node={node_label(tier, contract, gender)}", here & (codes["gender"] == code)
    for code, label in enumerate(PLACE):
        yield f"place={label}", codes["place"] == code
