"""Training of owners over many trials: profits and sales up by 5 to 10 per cent."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.trials.arms import Arms, assigned, trial_effect
from poverty_nodes.experiments.evidence.trials.outcomes import profit, revenue
from poverty_nodes.experiments.evidence.trials.read_trial import trial
from poverty_nodes.model.policies.base import Target
from poverty_nodes.model.policies.technology_centre import TechnologyCentre

COACHING = TechnologyCentre(start=2, end=13, take_up=0.4, target=Target(max_workers=20))
ARMS = Arms((COACHING,), table="firms", measured=(20, 23, 26))


def profits(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on profit, in per cent."""
    return trial_effect(ARMS, laboratory, assigned("technology_centre"), profit)


def sales(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on sales, in per cent."""
    return trial_effect(ARMS, laboratory, assigned("technology_centre"), revenue)


FADES = (
    "The centre's half a day a month, six in a year, closes a twenty-fifth of the gap to good "
    "management; how many days the trainings of the review took was not read."
)

TRIAL = trial("trials/mckenzie2021", (profits, sales))
