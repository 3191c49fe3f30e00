"""Which groups persons were in at the base month: those of the model, tenths of welfare, crossings of the question.

It is a file of its own because runs use it: whatever a run imports is part of its address in the store.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.measures.crossing import (
    ALL_DIMENSIONS,
    Crossing,
    dimension_of,
    is_crossing,
)
from poverty_nodes.model.measures.deciles import DECILES, deciles_among
from poverty_nodes.model.measures.groups import DIMENSIONS, group_members
from poverty_nodes.model.population.codes import PLACE

Numbers = NDArray[np.float64]
Members = NDArray[np.bool_]

_CLUSTER = PLACE.index("cluster")


def groups_at_base(people: Mapping[str, NDArray[np.generic]]) -> dict[str, Members]:
    """Who was in which group at the base month, by label (people,): those of the model, deciles of welfare, crossings.

    A crossing is a column of `people` under its own text, with the number of each person's group in it.
    """
    codes = people
    number = {name: codes[name].astype(np.float64) for name in ("welfare_base", "weight")}
    integers = {name: codes[name].astype(np.int64) for name in (*DIMENSIONS, "place")}
    found = group_members(integers)
    found |= _decile_members(found["all"], number)
    order = {name: position for position, name in enumerate(("all", *ALL_DIMENSIONS))}
    sorted_ = {key: found[key] for key in sorted(found, key=lambda key: order[dimension_of(key)])}
    return sorted_ | _crossed_members(people)


def _crossed_members(people: Mapping[str, NDArray[np.generic]]) -> dict[str, Members]:
    crossings = [Crossing.read(name) for name in people if is_crossing(name)]
    return {
        label: people[each.text] == code
        for each in crossings
        for code, label in enumerate(each.labels)
    }


def _decile_members(in_cluster: Members, number: dict[str, Numbers]) -> dict[str, Members]:
    rank = deciles_among(in_cluster, number["welfare_base"], number["weight"])
    return {f"decile={tenth}": rank == tenth for tenth in range(1, DECILES + 1)}
