"""Pattern 13: inequality falls in the village that gets a cluster, and rises inside the industry that upgrades."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.acts import OrdersGrow
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.readings import gini_of, spread_of_wages
from poverty_nodes.experiments.evidence.harness.world import EPISODE, World

MONTHS = 84
QUIET = World("sialkot_surgical", MONTHS, keep=(0, MONTHS))
VILLAGE = World("sialkot_surgical", MONTHS, keep=(0, MONTHS), prepare=(OrdersGrow(0.01, place=1),))
"""Buyers come to the dispersed producers: their orders grow by 1 % a month."""
UPGRADING = World("sialkot_surgical", MONTHS, keep=(0, MONTHS), switched=EPISODE)


def village_gini(laboratory: Laboratory) -> NDArray[np.float64]:
    """Gini of the dispersed place when buyers come, less that when they do not."""
    came, stayed_away = (
        laboratory.read(world, lambda life: gini_of(life.frames[MONTHS], 1))
        for world in (VILLAGE, QUIET)
    )
    return came - stayed_away


def pay_spread(laboratory: Laboratory) -> NDArray[np.float64]:
    """Spread of log pay in the cluster with the upgrading episode, less that without."""
    taught, left = (
        laboratory.read(world, lambda life: spread_of_wages(life.frames[MONTHS]))
        for world in (UPGRADING, QUIET)
    )
    return taught - left


PATTERN = pattern("patterns/p13", (village_gini, pay_spread))
