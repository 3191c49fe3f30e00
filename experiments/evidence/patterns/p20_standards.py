"""Pattern 20: a standard selects: some exit, small ones more, the market concentrates, jobs hold where demand grows."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.acts import OrdersGrow
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.readings import concentration, stayed
from poverty_nodes.experiments.evidence.harness.world import EXPORTERS, Life, World
from poverty_nodes.experiments.evidence.patterns.quality_shock import MONTHS
from poverty_nodes.model.shocks import BuyersStandard

STANDARD = BuyersStandard(start=12, notice=12, level=0.6, cost=10_000.0)
"""The case of conf/shock/fda_standard_1994.yaml, required by all buyers."""
KEEP = (0, MONTHS)
GROWTH = (OrdersGrow(0.003),)
"""Demand grows by 3.7 % a year, with the standard and without."""
FREE = World("sialkot_surgical", MONTHS, keep=KEEP, prepare=GROWTH, agents=EXPORTERS)
BOUND = World(
    "sialkot_surgical", MONTHS, keep=KEEP, prepare=GROWTH, shocks=(STANDARD,), agents=EXPORTERS
)


def lost(life: Life, small: bool) -> float:
    """Of the half of exporters with fewer, or more, workers: share that closed or sells abroad no more."""
    before, after = life.frames[0], life.frames[MONTHS]
    exporters = before.living(tier=1)
    heads = before.firms["base_heads"]
    middle = np.median(heads[exporters])
    chosen = exporters & (heads <= middle if small else heads > middle)
    exports = stayed(before, after) & (after.firms["order_weight"] > 0.0)
    return float(1.0 - exports[chosen].mean())


def selection(laboratory: Laboratory) -> NDArray[np.float64]:
    """What the standard adds to the share lost among small exporters, less what it adds among large ones."""

    def gap(life: Life) -> float:
        return lost(life, small=True) - lost(life, small=False)

    return laboratory.read(BOUND, gap) - laboratory.read(FREE, gap)


def jobs(laboratory: Laboratory) -> NDArray[np.float64]:
    """Jobs with the standard over jobs without, seven years on."""
    bound, free = (
        laboratory.read(world, lambda life: float(life.path("employment")[-12:].mean()))
        for world in (BOUND, FREE)
    )
    return bound / free


def concentrates(laboratory: Laboratory) -> NDArray[np.float64]:
    """Herfindahl index of exports with the standard over that without, less one."""

    def index(life: Life) -> float:
        frame = life.frames[MONTHS]
        f = frame.firms[frame.living(tier=1)]
        return concentration(f["revenue"] * f["abroad_part"])

    return laboratory.read(BOUND, index) / laboratory.read(FREE, index) - 1.0


PATTERN = pattern("patterns/p20", (selection, jobs, concentrates))
