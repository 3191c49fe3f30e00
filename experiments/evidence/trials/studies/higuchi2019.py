"""Kaizen in a garment cluster of Tanzania: practices at once, value added three years later."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.trials.arms import Arms, assigned, trial_effect
from poverty_nodes.experiments.evidence.trials.outcomes import value_added
from poverty_nodes.experiments.evidence.trials.read_trial import trial
from poverty_nodes.model.policies.technology_centre import TechnologyCentre

KAIZEN = TechnologyCentre(start=2, end=13, take_up=0.5)
ARMS = Arms((KAIZEN,), table="firms", measured=(35, 38, 41))


def added(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on value added, in per cent, three years on."""
    return trial_effect(ARMS, laboratory, assigned("technology_centre"), value_added)


TRIAL = trial("trials/higuchi2019", (added,))
