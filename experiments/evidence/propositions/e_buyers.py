"""(e) Outside buyers open markets and knowledge, and their governance sets autonomy and who upgrades."""

from __future__ import annotations

import numpy as np

from poverty_nodes.experiments.evidence.harness.acts import OrdersGrow
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.readings import stayed
from poverty_nodes.experiments.evidence.harness.world import Life, World
from poverty_nodes.experiments.evidence.propositions.gains import (
    MONTHS,
    Measure,
    Reading,
    Values,
    field,
    mean_of,
    per_cent,
)
from poverty_nodes.model.shocks import GovernanceChange

ORDERS = (OrdersGrow(0.01),)
"""Buyers' orders grow by 1 % a month."""


def steps(kind: str, large: bool | None = None) -> Reading:
    """Reads steps of a kind an exporter and year; of the half with more, or fewer, workers if asked."""

    def read(life: Life) -> float:
        before, after = life.frames[0], life.frames[MONTHS]
        chosen = stayed(before, after) & before.living(tier=1)
        if large is not None:
            heads = before.firms["base_heads"]
            middle = np.median(heads[chosen]) if chosen.any() else 0.0
            chosen &= (heads > middle) if large else (heads <= middle)
        return mean_of(after.firms[f"{kind}_steps"][chosen] * (12.0 / MONTHS))

    return read


def markets(cluster: str) -> Measure:
    """Jobs with growing orders over jobs without, %."""
    return per_cent(
        World(cluster, MONTHS, prepare=ORDERS), World(cluster, MONTHS), field("employment")
    )


def governed(cluster: str, governance: str) -> World:
    """All buyers of one type from the first month."""
    turn = GovernanceChange.model_validate({"start": 1, "becomes": governance})
    return World(cluster, MONTHS, keep=(0, MONTHS), shocks=(turn,))


def autonomy(laboratory: Laboratory) -> Values:
    """Functional steps an exporter and year, market less captive buyers, Sialkot."""
    market, captive = (governed("sialkot_surgical", each) for each in ("market", "captive"))
    return laboratory.read(market, steps("functional")) - laboratory.read(
        captive, steps("functional")
    )


def who(laboratory: Laboratory) -> Values:
    """Process steps of the larger half of exporters less those of the smaller, captive buyers, Sialkot."""
    captive = governed("sialkot_surgical", "captive")
    larger, smaller = (laboratory.read(captive, steps("process", each)) for each in (True, False))
    return larger - smaller


CLUSTERS = ("gamarra_garments", "sialkot_surgical")
PROPOSITION = pattern("propositions/e", (*map(markets, CLUSTERS), autonomy, who))
