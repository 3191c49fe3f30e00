"""Responsible sourcing in Costa Rica: exposed suppliers sold and employed less, and paid more."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.world import EXPORTERS
from poverty_nodes.experiments.evidence.trials.arms import Arms, assigned, trial_effect
from poverty_nodes.experiments.evidence.trials.outcomes import heads, revenue, wage_per_head
from poverty_nodes.experiments.evidence.trials.read_trial import trial
from poverty_nodes.model.policies.code_of_conduct import CodeOfConduct

CODE = CodeOfConduct(start=2, take_up=0.5)
ARMS = Arms((CODE,), table="firms", measured=(26, 32, 38), agents=EXPORTERS)


def sales(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on sales of audited suppliers, in per cent."""
    return trial_effect(ARMS, laboratory, assigned("code_of_conduct"), revenue)


def jobs(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on their workers, in per cent."""
    return trial_effect(ARMS, laboratory, assigned("code_of_conduct"), heads)


def pay(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on pay a worker, in per cent."""
    return trial_effect(ARMS, laboratory, assigned("code_of_conduct"), wage_per_head)


TRIAL = trial("trials/alfaro2022_codes", (sales, jobs, pay, pay))
