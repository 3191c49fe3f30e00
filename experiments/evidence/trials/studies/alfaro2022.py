"""A first sale to a multinational in Costa Rica: a quarter more workers after four years."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.trials.arms import Arms, assigned, trial_effect
from poverty_nodes.experiments.evidence.trials.outcomes import heads
from poverty_nodes.experiments.evidence.trials.read_trial import trial
from poverty_nodes.model.policies.market_linkage import MarketLinkage

LINKED = MarketLinkage(start=2, take_up=0.3)
ARMS = Arms((LINKED,), table="firms", measured=(46, 48, 50))


def jobs(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on workers, in per cent, four years on."""
    return trial_effect(ARMS, laboratory, assigned("market_linkage"), heads)


TRIAL = trial("trials/alfaro2022", (jobs,))
