"""Training of owners over many trials: profits and sales up by 5 to 10 per cent."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.trials.arms import Arms, assigned, trial_effect
from poverty_nodes.experiments.evidence.trials.outcomes import profit, revenue
from poverty_nodes.experiments.evidence.trials.published import Published
from poverty_nodes.experiments.evidence.trials.trial import Effect, Trial
from poverty_nodes.model.policies.base import Target
from poverty_nodes.model.policies.technology_centre import TechnologyCentre

COACHING = TechnologyCentre(start=2, end=13, take_up=0.4, target=Target(max_workers=20))
ARMS = Arms((COACHING,), table="firms", measured=(20, 23, 26))
FOUND = Published("+5 to +10 % on average", 5.0, 10.0, "printed")


def profits(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on profit, in per cent."""
    return trial_effect(ARMS, laboratory, assigned("technology_centre"), profit)


def sales(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on sales, in per cent."""
    return trial_effect(ARMS, laboratory, assigned("technology_centre"), revenue)


LEANS = "advice and coaching, terms; practice_gain, practice_pace, process_gain, demand_elasticity"
FADES = (
    "The centre's half a day a month, six in a year, closes a twenty-fifth of the gap to good "
    "management; how many days the trainings of the review took was not read."
)

TRIAL = Trial(
    id="mckenzie2021",
    title="Business training, a review of trials",
    policy="technology_centre",
    source="mckenzie2021",
    design="A random part of the firms with up to 20 workers coached for a year; up to two years on.",
    effects=(
        Effect("profit, %", FOUND, profits, LEANS, disagreement=FADES),
        Effect("sales, %", FOUND, sales, LEANS, disagreement=FADES),
    ),
)
