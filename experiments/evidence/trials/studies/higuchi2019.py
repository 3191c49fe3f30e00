"""Kaizen in a garment cluster of Tanzania: practices at once, value added three years later."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.trials.arms import Arms, assigned, trial_effect
from poverty_nodes.experiments.evidence.trials.outcomes import value_added
from poverty_nodes.experiments.evidence.trials.published import upward
from poverty_nodes.experiments.evidence.trials.trial import Effect, Trial
from poverty_nodes.model.policies.technology_centre import TechnologyCentre

KAIZEN = TechnologyCentre(start=2, end=13, take_up=0.5)
ARMS = Arms((KAIZEN,), table="firms", measured=(35, 38, 41))


def added(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on value added, in per cent, three years on."""
    return trial_effect(ARMS, laboratory, assigned("technology_centre"), value_added)


TRIAL = Trial(
    id="higuchi2019",
    title="Kaizen in a garment cluster, Tanzania",
    policy="technology_centre",
    source="higuchi2019",
    design="A random half of the firms coached for a year; value added three years on.",
    effects=(
        Effect(
            "value added after three years, %",
            upward("significant about three years later; no size seen"),
            added,
            "advice and coaching, terms; practice_gain, practice_pace, process_gain, product_gain",
            disagreement="What coaching brings is lost again against the world's pace once it ends.",
        ),
    ),
)
