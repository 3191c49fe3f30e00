"""Tenths of persons by what they consume."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

DECILES = 10


def deciles_among(
    who: NDArray[np.bool_], welfare: NDArray[np.float64], weight: NDArray[np.float64]
) -> NDArray[np.int64]:
    """Tenths of some persons among themselves, 1 the poorest, and 0 for all others (people,)."""
    found = np.zeros(who.size, dtype=np.int64)
    if who.any():
        found[who] = deciles(welfare[who], weight[who])
    return found


def deciles(welfare: NDArray[np.float64], weight: NDArray[np.float64]) -> NDArray[np.int64]:
    """Tenths of the persons by welfare, 1 the poorest (people,); persons of equal welfare stay together."""
    levels, level = np.unique(welfare, return_inverse=True)
    persons = np.bincount(level, weight, levels.size)
    middle = (np.cumsum(persons) - persons / 2) / persons.sum()
    return np.minimum(np.floor(middle * DECILES), DECILES - 1).astype(np.int64)[level] + 1
