"""Consultants in large textile firms of India: productivity up by a sixth in a year."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.trials.arms import Arms, assigned, trial_effect
from poverty_nodes.experiments.evidence.trials.outcomes import output_per_head
from poverty_nodes.experiments.evidence.trials.read_trial import trial
from poverty_nodes.model.policies.base import Target
from poverty_nodes.model.policies.technology_centre import TechnologyCentre

BEYOND = 64.0
"""Days of consultants in a treated plant beyond the diagnosis that all plants had (recalled: 781 and 273 hours)."""
MONTHS = 5
CONSULTING = TechnologyCentre(
    start=2,
    end=1 + MONTHS,
    advice=BEYOND / MONTHS,
    take_up=0.5,
    target=Target(min_workers=20),
)
ARMS = Arms((CONSULTING,), table="firms", measured=(13, 14, 15))


def productivity(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on output for a unit of labour, in per cent, a year on."""
    return trial_effect(ARMS, laboratory, assigned("technology_centre"), output_per_head)


TRIAL = trial("trials/bloom2013", (productivity,))
