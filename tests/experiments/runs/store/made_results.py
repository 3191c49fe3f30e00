"""Results made by hand, of one measure and two months."""

from __future__ import annotations

import numpy as np

from poverty_nodes.model.result import RunResult


def result(number: float) -> RunResult:
    """The number, then one that is none."""
    return RunResult(
        months=np.arange(2, dtype=np.int32),
        measures=("P0",),
        groups=("all",),
        values=np.array([[[number]], [[np.nan]]]),
        people={"id": np.arange(3)},
        programme=({"policy": "a", "spent": number},),
        conservation=0.0,
        units={},
    )
