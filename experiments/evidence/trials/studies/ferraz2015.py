"""Public contracts won narrowly in Brazil: firms grew faster in that quarter."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.trials.arms import Arms, assigned, trial_effect
from poverty_nodes.experiments.evidence.trials.outcomes import heads
from poverty_nodes.experiments.evidence.trials.read_trial import trial
from poverty_nodes.model.policies.procurement import Procurement

CONTRACTS = Procurement(start=2, end=2, take_up=0.4)
ARMS = Arms((CONTRACTS,), table="firms", measured=(3, 4, 5))


def growth(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on workers over the quarter after winning, in per cent."""
    return trial_effect(ARMS, laboratory, assigned("procurement"), heads)


TRIAL = trial("trials/ferraz2015", (growth,))
