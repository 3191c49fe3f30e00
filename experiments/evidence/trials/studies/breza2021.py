"""Credit withdrawn from districts of India: casual wages fell there."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.trials.arms import Arms, per_cent
from poverty_nodes.experiments.evidence.trials.outcomes import of_place
from poverty_nodes.experiments.evidence.trials.read_trial import trial
from poverty_nodes.model.policies.micro_credit import MicroCredit

LENDING = MicroCredit(amount=500.0, rate=0.02, months=12, start=2, take_up=0.22)
ARMS = Arms((LENDING,), measured=(36,))


def casual_wage(laboratory: Laboratory) -> NDArray[np.float64]:
    """Casual wage of a place with lending over that without, in per cent, in the third year."""
    return per_cent(ARMS, laboratory, of_place("wage_casual"))


TRIAL = trial("trials/breza2021", (casual_wage,))
