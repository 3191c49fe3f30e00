"""Pattern 1: linking a place to foreign buyers multiplies its jobs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.acts import OrdersFollow
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.world import World

MONTHS = 84
LINKED_ORDERS = OrdersFollow(((60, 8.0), (84, 12.0)))
"""The published export boom: 0.5, 4 and 6 million garments a week in 1993, 1998 and 2000."""
UNLINKED = World("torreon_jeans", MONTHS, keep=(0, 60, 84))
LINKED = World("torreon_jeans", MONTHS, keep=(0, 60, 84), guide=(LINKED_ORDERS,))


def jobs_linked(laboratory: Laboratory) -> NDArray[np.float64]:
    """Jobs after seven years of the boom as a multiple of the base."""
    return laboratory.read(LINKED, lambda life: life.ratio("employment"))


def jobs_unlinked(laboratory: Laboratory) -> NDArray[np.float64]:
    """The same without the boom."""
    return laboratory.read(UNLINKED, lambda life: life.ratio("employment"))


PATTERN = pattern("patterns/p01", (jobs_linked, jobs_unlinked))
