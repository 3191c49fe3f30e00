"""Unconditional cash in 72 programmes: labour supply was not reduced, and consumption rose."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.world import Life
from poverty_nodes.experiments.evidence.trials.arms import Arms, Mask, trial_effect
from poverty_nodes.experiments.evidence.trials.outcomes import has_post
from poverty_nodes.experiments.evidence.trials.read_trial import trial
from poverty_nodes.model.policies.cash_transfer import CashTransfer

CASH = CashTransfer(amount=60.0, months=24, start=2, end=2, take_up=0.2)
ARMS = Arms((CASH,), measured=(14, 18, 22))


def work(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on holding a post among adults of the households paid, in percentage points."""
    return 100.0 * trial_effect(ARMS, laboratory, _adults, has_post, relative=False)


def _adults(pair: tuple[Life, Life]) -> tuple[Mask, Mask]:
    home = pair[1].frames[ARMS.start - 1].workers["household"]
    served = pair[0].first_served["cash_transfer"]
    eligible = pair[0].first_eligible["cash_transfer"]
    return served[home], (eligible & ~served)[home]


TRIAL = trial("trials/crosta2024", (work,))
