"""The share of an effect that survives when what could impose it is removed, with its interval."""

from __future__ import annotations

import math
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.verdict import NOTHING, Interval

Survival = Literal["emergent", "partly", "imposed"]
HALF = 0.5
"""From this share on an effect counts as one that comes out by itself."""


def share_that_survives(
    found: NDArray[np.float64], without: NDArray[np.float64], null: float
) -> Interval:
    """The mean effect without over the mean effect with, by seed pairs, with its 95 % interval (delta method).

    Effects are distances from `null`, the value where nothing happens. There is no share of an effect that cannot be
    told from none.

    >>> share_that_survives(np.array([1.0, 1.2, 1.1]), np.array([0.5, 0.6, 0.55]), 0.0).value
    0.5
    """
    from scipy.stats import t

    both = np.isfinite(found) & np.isfinite(without)
    with_it, left = found[both] - null, without[both] - null
    if with_it.size < 2 or 3 * (found.size - with_it.size) > found.size:
        return NOTHING
    mean = float(with_it.mean())
    quantile = float(t.ppf(0.975, with_it.size - 1))
    if abs(mean) <= quantile * float(with_it.std(ddof=1)) / math.sqrt(with_it.size):
        return NOTHING
    share = float(left.mean()) / mean
    spread = float((left - share * with_it).std(ddof=1)) / abs(mean)
    half = quantile * spread / math.sqrt(with_it.size)
    return Interval(share, share - half, share + half)


def survival_of(share: Interval) -> Survival:
    """Emergent when at least half survives for certain; partly when anything does; else imposed.

    >>> [survival_of(Interval(0.8, low, 1.0)) for low in (0.6, 0.2, -0.1)]
    ['emergent', 'partly', 'imposed']
    """
    if share.low >= HALF:
        return "emergent"
    return "partly" if share.low > 0.0 else "imposed"
