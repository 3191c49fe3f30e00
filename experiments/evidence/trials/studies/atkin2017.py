"""Export orders by lottery for rug makers in Egypt: profits up by a fifth."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.trials.arms import Arms, assigned, trial_effect
from poverty_nodes.experiments.evidence.trials.outcomes import profit
from poverty_nodes.experiments.evidence.trials.published import Published
from poverty_nodes.experiments.evidence.trials.trial import Effect, Trial
from poverty_nodes.model.policies.base import Target
from poverty_nodes.model.policies.market_linkage import MarketLinkage

FAIR = MarketLinkage(start=2, take_up=0.4, target=Target(max_workers=20))
ARMS = Arms((FAIR,), table="firms", measured=(26, 30, 34))


def profits(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on profit, in per cent, two to three years on."""
    return trial_effect(ARMS, laboratory, assigned("market_linkage"), profit)


TRIAL = Trial(
    id="atkin2017",
    title="Export orders by lottery, Egypt",
    policy="market_linkage",
    source="atkin_khandelwal_osman2017",
    design="Small firms drawn at random go to fairs where they may win orders from outside; two to three years on. How "
    "large the lottery's orders were was not read.",
    effects=(
        Effect(
            "profit, %",
            Published("+16 to +26 %", 16.0, 26.0, "printed"),
            profits,
            "chance and orders, terms; buyer_advice, the lapse of orders, demand_elasticity",
            disagreement=(
                "At the default terms a firm at the fair wins a tenth of its sales once in "
                "twenty months and loses it again; the lottery's winners exported at once."
            ),
        ),
    ),
)
