"""Pattern 23: women and the unskilled lose share as clusters upgrade."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.readings import unskilled_share, women_share
from poverty_nodes.experiments.evidence.harness.world import EPISODE, World

MONTHS = 84
LEFT = World("sinos_footwear", MONTHS, keep=(MONTHS,))
TAUGHT = World("sinos_footwear", MONTHS, keep=(MONTHS,), switched=EPISODE)


def women(laboratory: Laboratory) -> NDArray[np.float64]:
    """Women's share of all workers of the trade, with the episode less without, in points."""
    taught, left = (
        laboratory.read(world, lambda life: women_share(life.frames[MONTHS]))
        for world in (TAUGHT, LEFT)
    )
    return 100.0 * (taught - left)


def unskilled(laboratory: Laboratory) -> NDArray[np.float64]:
    """Unskilled people's share of regular posts, with the episode less without, in points."""
    taught, left = (
        laboratory.read(world, lambda life: unskilled_share(life.frames[MONTHS]))
        for world in (TAUGHT, LEFT)
    )
    return 100.0 * (taught - left)


PATTERN = pattern("patterns/p23", (women, unskilled))
