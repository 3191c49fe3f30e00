"""Pattern 20: a standard selects: some exit, small ones more, the market concentrates, jobs hold where demand grows."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.ablation import Ablation
from poverty_nodes.experiments.evidence.harness.acts import OrdersGrow
from poverty_nodes.experiments.evidence.harness.band import Band
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.pattern import Pattern, Statistic
from poverty_nodes.experiments.evidence.harness.readings import concentration, stayed
from poverty_nodes.experiments.evidence.harness.world import EXPORTERS, Life, World
from poverty_nodes.experiments.evidence.patterns.quality_shock import MONTHS
from poverty_nodes.model.shocks import BuyersStandard

COSTLY = BuyersStandard(start=12, notice=12, level=0.6, cost=100_000.0)
"""What fish plants of Kenya paid: about US$ 40,000 a plant (Henson and Mitullah 2004, recalled), 2.5 times as much
at local prices."""
KEEP = (0, MONTHS)
GROWTH = (OrdersGrow(0.003),)
"""Demand grows by 3.7 % a year, with the standard and without."""
FREE = World("sialkot_surgical", MONTHS, keep=KEEP, prepare=GROWTH, agents=EXPORTERS)
BOUND = World(
    "sialkot_surgical", MONTHS, keep=KEEP, prepare=GROWTH, shocks=(COSTLY,), agents=EXPORTERS
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


PATTERN = Pattern(
    id="p20",
    title="Standards select: some exit, small ones more, the rest go on",
    cluster="sialkot_surgical",
    statistics=(
        Statistic(
            "what a standard adds to the share of small exporters lost to the channel, less that of large",
            "closure likelier for smaller plants (Indonesia, Lake Victoria)",
            Band(low=0.0),
            "a sign",
            selection,
        ),
        Statistic(
            "jobs with the standard over jobs without, orders growing by 3.7 % a year",
            "no significant job loss overall (Indonesia)",
            Band(0.9, 1.1),
            "change little: within 10 %",
            jobs,
        ),
        Statistic(
            "concentration of exports with the standard over that without, less one",
            "fewer plants, market concentration up",
            Band(low=0.0),
            "a sign",
            concentrates,
        ),
    ),
    ablation=Ablation(
        "Closing falls with size by a parameter: neutral at 0.", {"exit_size": 0.0}, at_base=True
    ),
    source="henson2004; harrison2004",
    strength="A",
    remedy="The smallest exporters of Sialkot can pay, and a standard does not reach their "
    "subcontractors: it would have to bind whoever work is put out to.",
)
