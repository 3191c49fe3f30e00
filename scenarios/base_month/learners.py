"""How many people have to learn the trade so that the skilled stay as many."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

HORIZON = 120
"""Months for which they do: the longest that policies are usually looked at, and that stationarity is asked for."""


def learners_needed(
    skilled: NDArray[np.float64], everybody: NDArray[np.float64], weight: NDArray[np.float64]
) -> float:
    """People a month who have to learn a trade so that in `HORIZON` months as many hold one as now.

    `skilled` and `everybody` are months that people have left to work, `weight` is how fast each of everybody learns.
    Of those who learn in month t the older retire before the end too, so with L skilled people who retire by then

        n T = L + n sum_t P(left < T - t)  and  n = L / (T - E max(T - left, 0)).

    Who is skilled is older than others, since heirs begin unskilled: an even share of all the skilled would not do.

    >>> learners_needed(np.array([0.0, 130.0]), np.array([500.0]), np.array([1.0])) * HORIZON
    1.0
    """
    leaving = float((skilled < HORIZON).sum())
    lost = float((weight * np.maximum(HORIZON - everybody, 0.0)).sum())
    lost /= max(float(weight.sum()), 1e-9)
    return leaving / max(HORIZON - lost, 1.0)
