"""Pattern 13: inequality falls in the village that gets a cluster, and rises inside the industry that upgrades."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.ablation import Ablation
from poverty_nodes.experiments.evidence.harness.acts import OrdersGrow
from poverty_nodes.experiments.evidence.harness.band import Band
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.pattern import Pattern, Statistic
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


PATTERN = Pattern(
    id="p13",
    title="Inequality: down between town and village, up inside the industry",
    cluster="sialkot_surgical",
    statistics=(
        Statistic(
            "Gini of the dispersed place when its orders grow by 1 % a month, less without",
            "clusters of small firms lower rural inequality (China)",
            Band(high=0.0),
            "a sign",
            village_gini,
        ),
        Statistic(
            "spread of log pay in the cluster with an upgrading episode, less without",
            "pay within the industry widens with quality upgrading (Mexico)",
            Band(low=0.0),
            "a sign",
            pay_spread,
        ),
    ),
    ablation=Ablation(
        "Product steps turn unskilled posts into skilled ones, and better products pay more, by rules of "
        "ours: no product steps, no pay for quality.",
        {"product_hazard": 0.0, "quality_pay": 0.0},
    ),
    source="guo2022; verhoogen2008",
    strength="A",
    remedy="Owners consume six times what workers' households do, and what they are left with rises more than pay: "
    "inequality rises with the part of a village that is in the trade, whether old firms grow or new ones come. What "
    "owners have would have to be nearer to pay, as among family workshops.",
)
