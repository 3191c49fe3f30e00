"""Vocational training on average over 24 evaluations: little."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.trials.arms import Arms, assigned, trial_effect
from poverty_nodes.experiments.evidence.trials.outcomes import earnings, has_post
from poverty_nodes.experiments.evidence.trials.published import Published
from poverty_nodes.experiments.evidence.trials.trial import Effect, Trial
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


TRIAL = Trial(
    id="mckenzie2017",
    title="Vocational training, 24 evaluations",
    policy="vocational_training",
    source="mckenzie2017",
    design="Six months of lessons for a random fifth of unskilled people without a regular post; up to two years on.",
    effects=(
        Effect(
            "holding a post, points",
            Published(
                "about +2 points, often not significant", 0.0, 4.0, "judged", 2.0, recalled=True
            ),
            employment,
            "learns, access to skilled posts by group",
        ),
        Effect(
            "earnings, % of controls",
            Published(
                "5 to 10 % in the evidence noted beside the prototype",
                5.0,
                10.0,
                "judged",
                recalled=True,
            ),
            pay,
            "learns, skilled_outside, skilled wage of the description",
        ),
    ),
)
