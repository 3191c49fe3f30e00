"""Vocational training on average over 24 evaluations: little."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.trials.arms import Arms, assigned, trial_effect
from poverty_nodes.experiments.evidence.trials.outcomes import earnings, has_post
from poverty_nodes.experiments.evidence.trials.read_trial import trial
from poverty_nodes.model.policies.vocational_training import VocationalTraining

COURSE = VocationalTraining(start=2, end=2, months=6, take_up=0.2)
ARMS = Arms((COURSE,), measured=(16, 20, 24))
GROUPS = assigned("vocational_training")


def employment(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on holding a post, in percentage points."""
    return 100.0 * trial_effect(ARMS, laboratory, GROUPS, has_post, relative=False)


def pay(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on earnings, in per cent of controls."""
    return trial_effect(ARMS, laboratory, GROUPS, earnings)


TRIAL = trial("trials/mckenzie2017", (employment, pay))
