"""The firms of the base month as types, which entrants copy, and how many of each type are missing."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class FirmTypes(NamedTuple):
    """Types by place, those of place i in rows `start[i]` to `start[i + 1]`.

    `rows` (types,) are the firms themselves, `weight` (types,) how likely each is to close, and `openings` (types,) how
    many of it have closed and not been founded again.
    """

    rows: NDArray[np.void]
    start: NDArray[np.int64]
    weight: NDArray[np.float64]
    openings: NDArray[np.int32]
