"""Two months of grace on a micro-loan in Kolkata: more investment, more profit, more default."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.trials.arms import Arms, assigned, trial_effect
from poverty_nodes.experiments.evidence.trials.outcomes import profit
from poverty_nodes.experiments.evidence.trials.read_trial import trial
from poverty_nodes.model.policies.micro_credit import MicroCredit

CLASSIC = MicroCredit(amount=500.0, rate=0.02, months=12, start=2, end=2, take_up=0.6)
GRACE = CLASSIC.model_copy(update={"grace": 2})
ARMS = Arms((GRACE,), table="firms", measured=(26, 32, 38), base=(CLASSIC,))
GROUPS = assigned("micro_credit")


def long_run_profit(laboratory: Laboratory) -> NDArray[np.float64]:
    """Profit of borrowers with grace over that of the same borrowers without, in per cent, two and three years on."""
    return trial_effect(ARMS, laboratory, GROUPS, profit)


TRIAL = trial("trials/field2013", (long_run_profit,))
