"""Pattern 12: very little of the final price stays local."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.observed_run import described
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.world import Life, World
from poverty_nodes.model.shocks import GovernanceChange

MONTHS = 60
CAPTIVE = World(
    "sialkot_surgical",
    MONTHS,
    keep=(0, MONTHS),
    shocks=(GovernanceChange(start=1, becomes="captive"),),
)


def price_kept(life: Life) -> float:
    """Price that exporters are paid, as a multiple of the base, weighted by sales."""
    frame = life.frames[MONTHS]
    exporters = frame.firms[frame.living(tier=1)]
    return float(np.average(exporters["price_factor"], weights=exporters["base_revenue"]))


def maker(laboratory: Laboratory) -> NDArray[np.float64]:
    """The maker's share of the final price once all buyers are captive ones."""
    share = described(CAPTIVE).chain.producer_share.value
    return laboratory.read(CAPTIVE, lambda life: share * price_kept(life))


def labour(laboratory: Laboratory) -> NDArray[np.float64]:
    """Labour's share of the final price over the maker's."""

    def part(life: Life) -> float:
        sales = life.path("value_added")[-12:].sum() / (1.0 - _inputs())
        return float(life.path("wage_bill")[-12:].sum() / sales)

    return laboratory.read(CAPTIVE, part)


def _inputs() -> float:
    return described(CAPTIVE).firms.input_share.value


PATTERN = pattern("patterns/p12", (maker, labour))
