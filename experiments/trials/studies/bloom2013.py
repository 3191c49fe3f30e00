"""Consultants in large textile firms of India: productivity up by a sixth in a year."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from experiments.trials.arms import Arms, assigned, trial_effect
from experiments.trials.outcomes import output_per_head
from experiments.trials.published import around
from experiments.trials.trial import Effect, Trial
from experiments.validation.laboratory import Laboratory
from model.policies.base import Target
from model.policies.technology_centre import TechnologyCentre

COACHING = TechnologyCentre(start=2, take_up=0.5, target=Target(min_workers=20))
ARMS = Arms((COACHING,), table="firms", measured=(13, 14, 15))


def productivity(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on output for a unit of labour, in per cent, a year on."""
    return trial_effect(ARMS, laboratory, assigned("technology_centre"), output_per_head)


TRIAL = Trial(
    id="bloom2013",
    title="Management consulting, Indian textiles",
    lever="technology_centre",
    source="bloom2013",
    design="A random half of the firms with 20 workers or more coached for a year.",
    effects=(
        Effect(
            "output a unit of labour after a year, %",
            around(17.0, "+17 % in the first year"),
            productivity,
            "coaching, a term; process_hazard, process_gain, step_cost_months",
            disagreement=(
                "The centre's coaching is half an engineer-day a month, the trial's was five "
                "months of consultants in each plant; steps come one by one."
            ),
        ),
    ),
)
