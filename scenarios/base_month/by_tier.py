"""Ratios of sums over the firms of a tier, by place: what the stationary solver looks at."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.scenarios.description.features import TIERS

Floats = NDArray[np.float64]
Table = NDArray[np.void]


def ratio_by_tier(firms: Table, places: int, part: Floats, whole: Floats, empty: float) -> Floats:
    """Sum of `part` over sum of `whole`, both (firms,), by place and tier (places, 3); `empty` where `whole` is 0."""
    cell = firms["place"].astype(np.int64) * len(TIERS) + firms["tier"] - 1
    n = places * len(TIERS)
    above, below = (np.bincount(cell, weights=each, minlength=n) for each in (part, whole))
    ratio: Floats = np.divide(above, below, out=np.full(n, empty), where=below > 0.0)
    return ratio.reshape(places, len(TIERS))
