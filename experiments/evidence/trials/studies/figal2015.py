"""Support of local production systems in Brazil: jobs of members over years, and of neighbours at first."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.trials.arms import Arms, assigned, trial_effect
from poverty_nodes.experiments.evidence.trials.outcomes import heads, value_added
from poverty_nodes.experiments.evidence.trials.read_trial import trial
from poverty_nodes.model.policies.cluster_development import ClusterDevelopment

SUPPORT = ClusterDevelopment(start=2, take_up=0.4)
ARMS = Arms((SUPPORT,), table="firms", measured=(50, 56, 62))


def jobs(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on workers, in per cent, after five years."""
    return trial_effect(ARMS, laboratory, assigned("cluster_development"), heads)


def added(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on value added, in per cent, after five years."""
    return trial_effect(ARMS, laboratory, assigned("cluster_development"), value_added)


TRIAL = trial("trials/figal2015", (jobs, added))
