"""Pattern 7: today's giants were yesterday's small local firms."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.acts import OrdersGrow
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.readings import stayed
from poverty_nodes.experiments.evidence.harness.world import Life, World

MONTHS = 240
LARGE, SMALL = 250, 100
"""Workers: large from 250, small below 100."""
GROWN = World("sinos_footwear", MONTHS, keep=(0, MONTHS), prepare=(OrdersGrow(0.005),))


def graduates(life: Life) -> tuple[int, int, int]:
    """Firms that were small and are large, firms that are large, firms that were small."""
    before, after = life.frames[0], life.frames[MONTHS]
    large = after.living() & (after.heads() >= LARGE)
    small = before.living() & (before.heads() < SMALL)
    return int((stayed(before, after) & large & small).sum()), int(large.sum()), int(small.sum())


def share_of_large(laboratory: Laboratory) -> NDArray[np.float64]:
    """Of large firms, those that were small twenty years before under the same owner's identity."""

    def share(life: Life) -> float:
        risen, large, _ = graduates(life)
        return risen / large if large else float("nan")

    return laboratory.read(GROWN, share)


def chance_of_small(laboratory: Laboratory) -> NDArray[np.float64]:
    """Of firms that were small, those that are large twenty years on."""

    def share(life: Life) -> float:
        risen, _, small = graduates(life)
        return risen / small if small else float("nan")

    return laboratory.read(GROWN, share)


PATTERN = pattern("patterns/p07", (share_of_large, chance_of_small))
