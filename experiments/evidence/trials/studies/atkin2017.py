"""Export orders by lottery for rug makers in Egypt: profits up by a fifth."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.trials.arms import Arms, assigned, trial_effect
from poverty_nodes.experiments.evidence.trials.outcomes import profit
from poverty_nodes.experiments.evidence.trials.read_trial import trial
from poverty_nodes.model.policies.base import Target
from poverty_nodes.model.policies.market_linkage import MarketLinkage

FAIR = MarketLinkage(start=2, take_up=0.4, target=Target(max_workers=20))
ARMS = Arms((FAIR,), table="firms", measured=(26, 30, 34))


def profits(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on profit, in per cent, two to three years on."""
    return trial_effect(ARMS, laboratory, assigned("market_linkage"), profit)


TRIAL = trial("trials/atkin2017", (profits,))
