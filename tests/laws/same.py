"""Whether two economies are the same to the last bit."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from poverty_nodes.model.state import State

TABLES = ("firms", "workers", "households", "buyers", "places")


def differing(one: State, other: State, ignore: Iterable[str] = ()) -> list[str]:
    """Columns, as table.field, and "flows", in which two states of one size differ at all."""
    found = [
        f"{table}.{name}"
        for table in TABLES
        for name in getattr(one, table).dtype.names
        if not np.array_equal(
            getattr(one, table)[name], getattr(other, table)[name], equal_nan=True
        )
    ]
    if not np.array_equal(one.flows, other.flows):
        found.append("flows")
    return [name for name in found if name not in set(ignore)]
