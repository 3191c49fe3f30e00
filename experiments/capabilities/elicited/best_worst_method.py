"""Weights from what somebody finds best and worst, by the linear best-worst method of Rezaei (2016), Omega 64."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def best_worst(
    best_over: Sequence[float], over_worst: Sequence[float]
) -> tuple[NDArray[np.float64], float]:
    """Weights (items,) that sum to 1, and xi, how far they contradict what was said (0: not at all).

    `best_over` is how many times the best matters as much as each item, `over_worst` how many times each item matters
    as much as the worst; 1 for the best and the worst themselves. ValueError if there is no such item.
    """
    from scipy.optimize import (
        linprog,  # a quarter of a second: only a question with weights pays for it
    )

    items = len(best_over)
    best, worst = list(best_over).index(1), list(over_worst).index(1)
    rows = []
    for j in range(items):
        for i, other, factor in ((best, j, best_over[j]), (j, worst, over_worst[j])):
            row = np.zeros(items + 1)
            row[i] += 1.0
            row[other] -= factor
            for sign in (1.0, -1.0):
                rows.append(np.append(sign * row[:-1], -1.0))
    found = linprog(
        np.append(np.zeros(items), 1.0),
        A_ub=np.array(rows),
        b_ub=np.zeros(len(rows)),
        A_eq=[[*np.ones(items), 0.0]],
        b_eq=[1.0],
        bounds=[(0, None)] * (items + 1),
    )
    return np.asarray(found.x[:-1]), float(found.x[-1])
