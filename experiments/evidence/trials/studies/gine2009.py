"""Group liability taken away from groups of borrowers in the Philippines: no more default."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.world import Frame
from poverty_nodes.experiments.evidence.trials.arms import Arms, assigned, trial_effect
from poverty_nodes.experiments.evidence.trials.read_trial import trial
from poverty_nodes.model.policies.micro_credit import MicroCredit

TOGETHER = MicroCredit(
    amount=500.0, rate=0.02, months=12, start=2, end=24, take_up=0.6, group_size=5
)
ALONE = TOGETHER.model_copy(update={"group_size": 1})
ARMS = Arms((ALONE,), table="firms", measured=(36,), base=(TOGETHER,))
GROUPS = assigned("micro_credit")


def default(laboratory: Laboratory) -> NDArray[np.float64]:
    """Borrowers who have ever left a loan unpaid, alone less in groups of five, in points, three years on."""
    return 100.0 * trial_effect(ARMS, laboratory, GROUPS, _has_defaulted, relative=False)


def _has_defaulted(frame: Frame) -> NDArray[np.float64]:
    return (frame.firms["micro_taken"] < 0).astype(np.float64)


TRIAL = trial("trials/gine2009", (default,))
