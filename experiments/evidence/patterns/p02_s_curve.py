"""Pattern 2: a boom slows as it matures, without any shock."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.acts import OrdersGrow
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.world import Life, World

EARLY, LATE = 60, 84
STEADY = World("torreon_jeans", LATE, prepare=(OrdersGrow(12.0 ** (1 / LATE) - 1),))
"""Orders that reach the published twelvefold at one steady rate, so that nothing slows them."""


def yearly(path: NDArray[np.float64], first: int, last: int) -> float:
    """Growth a year between two months, in logs, of quarterly means."""
    start = path[max(first - 2, 0) : first + 1].mean()
    return float(np.log(path[last - 2 : last + 1].mean() / start) * 12 / (last - first))


def early_growth(laboratory: Laboratory) -> NDArray[np.float64]:
    """Growth of jobs a year in the first five years."""
    return laboratory.read(STEADY, lambda life: yearly(life.path("employment"), 0, EARLY))


def slowing(laboratory: Laboratory) -> NDArray[np.float64]:
    """Growth in the last two years over growth in the first five."""

    def ratio(life: Life) -> float:
        jobs = life.path("employment")
        return yearly(jobs, EARLY, LATE) / yearly(jobs, 0, EARLY)

    return laboratory.read(STEADY, ratio)


PATTERN = pattern("patterns/p02", (early_growth, slowing))
