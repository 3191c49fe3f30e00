"""Safety committees that 29 buyers enforced in 84 garment factories of Bangladesh."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.world import Frame
from poverty_nodes.experiments.evidence.trials.arms import Arms, assigned, trial_effect
from poverty_nodes.experiments.evidence.trials.outcomes import heads, wage_per_head
from poverty_nodes.experiments.evidence.trials.read_trial import trial
from poverty_nodes.model.policies.base import Target
from poverty_nodes.model.policies.safety_and_health import SafetyAndHealth

COMMITTEES = SafetyAndHealth(start=2, take_up=0.5, target=Target(min_workers=5))
ARMS = Arms(
    (COMMITTEES,),
    table="firms",
    measured=tuple(range(4, 27, 2)),
    switched=(("accident_yearly", 0.06),),
)
"""Injuries as often as in industry at large in the survey of 2015, so that a difference can be seen."""
GROUPS = assigned("safety_and_health")


def hurt(frame: Frame) -> NDArray[np.float64]:
    """People off work with an injury in each firm (firms,)."""
    w = frame.workers
    sick = (w["sick"] > 0) & (w["post"] > 0)
    return np.bincount(w["employer"][sick], minlength=len(frame.firms)).astype(np.float64)


def injuries(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on people off work, in per cent of controls."""
    return trial_effect(ARMS, laboratory, GROUPS, hurt)


def jobs(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on workers, in per cent."""
    return trial_effect(ARMS, laboratory, GROUPS, heads)


def pay(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on the wage bill a worker, in per cent."""
    return trial_effect(ARMS, laboratory, GROUPS, wage_per_head)


TRIAL = trial("trials/boudreau2024", (injuries, jobs, pay))
