"""Six months of vocational training for the young in Uganda."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.trials.arms import Arms, assigned, trial_effect
from poverty_nodes.experiments.evidence.trials.outcomes import earnings, has_post
from poverty_nodes.experiments.evidence.trials.read_trial import trial
from poverty_nodes.model.policies.base import Target
from poverty_nodes.model.policies.delivery.condition import Condition
from poverty_nodes.model.policies.vocational_training import VocationalTraining

YOUNG = Target(all=(Condition(field="worker.age_years", below=26.0),))
COURSE = VocationalTraining(start=2, end=2, months=6, take_up=0.2, target=YOUNG)
ARMS = Arms((COURSE,), measured=(32, 36, 40, 44))
GROUPS = assigned("vocational_training")


def employment(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on holding a post in the trade, in per cent of controls."""
    return trial_effect(ARMS, laboratory, GROUPS, has_post)


def pay(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on earnings, in per cent of controls."""
    return trial_effect(ARMS, laboratory, GROUPS, earnings)


WEAK = (
    "Half learn the trade and there are no more skilled posts for it; who learns is better paid only in such a post. "
    "The trial's trainees went to firms all over the country that lacked them."
)

TRIAL = trial("trials/alfonsi2020", (employment, pay))
