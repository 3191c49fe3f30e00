"""Prints what a small economy has become, a line a column; to be run as a program, with or without Numba."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import numba

from poverty_nodes.model.state import State
from tests.small_economy import CREDIT, STANDARDS, live, recorded, rough_economy

SCALE, MONTHS = 0.004, 3


def lines(state: State) -> Iterator[str]:
    """One line a column of each table and one for the payments, with a hash of all bits."""
    for table in ("firms", "workers", "households", "buyers", "places", "instruments"):
        rows = getattr(state, table)
        for name in rows.dtype.names:
            yield f"{table}.{name} {digest(rows[name].tobytes())}"
    yield f"flows {digest(state.flows.tobytes())}"


def digest(content: bytes) -> str:
    """Ten digits that any changed bit changes."""
    return hashlib.sha256(content).hexdigest()[:10]


def main() -> None:
    """Live through a few months under both policies and print."""
    print(f"compiled {not numba.config.DISABLE_JIT}")
    state = rough_economy(scale=SCALE, policies=(CREDIT, STANDARDS))
    print("\n".join(lines(live(state, MONTHS))))
    result = recorded(rough_economy(scale=SCALE), MONTHS)
    for measure in result.measures:
        print(f"measure {measure} {float(result.series(measure)[-1])!r}")


if __name__ == "__main__":
    main()
