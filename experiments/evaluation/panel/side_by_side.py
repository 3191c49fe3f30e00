"""Persons of several clusters in one table, as a study has them that goes to more than one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from poverty_nodes.model.population.codes import PLACE
from poverty_nodes.model.result import RunResult

ELSEWHERE = len(PLACE)
"""The code of the first other cluster; those of the cluster and of its dispersed firms come before."""
NUMBERED = ("household", "firm")
"""Columns that count within a run, so that those of different clusters must be kept apart."""


def side_by_side(result: RunResult, others: Sequence[RunResult]) -> RunResult:
    """A panel run with the people of other clusters below its own; `place` counts on from `ELSEWHERE`.

    Dispersed firms of the others are left out. ValueError if the waves are not the same.
    """
    tables = [dict(result.people)]
    for number, other in enumerate(others):
        if not np.array_equal(other.months, result.months):
            raise ValueError(f"other cluster {number + 1} was asked in other months")
        here = np.asarray(other.people["place"]) == PLACE.index("cluster")
        theirs = {name: np.asarray(column)[here] for name, column in other.people.items()}
        theirs["place"] = np.full_like(theirs["place"], ELSEWHERE + number)
        for name in NUMBERED:
            most = max(int(table[name].max(initial=-1)) for table in tables)
            theirs[name] = np.where(theirs[name] >= 0, theirs[name] + most + 1, theirs[name])
        tables.append(theirs)
    people = {name: np.concatenate([table[name] for table in tables]) for name in tables[0]}
    return replace(result, people=people)
