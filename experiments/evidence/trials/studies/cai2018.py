"""Monthly meetings of owners at random in China: more sales."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.trials.arms import Arms, assigned, trial_effect
from poverty_nodes.experiments.evidence.trials.outcomes import revenue
from poverty_nodes.experiments.evidence.trials.read_trial import trial
from poverty_nodes.model.policies.cluster_development import ClusterDevelopment

MEETINGS = ClusterDevelopment(start=2, take_up=0.5)
ARMS = Arms((MEETINGS,), table="firms", measured=(13, 14, 15))


def sales(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on sales, in per cent, a year on."""
    return trial_effect(ARMS, laboratory, assigned("cluster_development"), revenue)


TRIAL = trial("trials/cai2018", (sales,))
