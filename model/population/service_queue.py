"""Which firms a programme serves, in which order, and how many it can still pay for."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class ServiceQueue(NamedTuple):
    """`rows` (firms,) are rows of firms in the order in which they are served, `eligible` (firms,) flags whom the
    programme is for, and `funds` (2,) holds how many more firms it can serve this month and how many it has served."""

    rows: NDArray[np.int64]
    eligible: NDArray[np.int8]
    funds: NDArray[np.float64]
