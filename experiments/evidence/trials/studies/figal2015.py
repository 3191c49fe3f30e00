"""Support of local production systems in Brazil: jobs of members over years, and of neighbours at first."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.trials.arms import Arms, assigned, trial_effect
from poverty_nodes.experiments.evidence.trials.outcomes import heads, value_added
from poverty_nodes.experiments.evidence.trials.published import around, upward
from poverty_nodes.experiments.evidence.trials.trial import Effect, Trial
from poverty_nodes.model.policies.cluster_development import ClusterDevelopment

SUPPORT = ClusterDevelopment(start=2, take_up=0.4)
ARMS = Arms((SUPPORT,), table="firms", measured=(50, 56, 62))


def jobs(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on workers, in per cent, after five years."""
    return trial_effect(ARMS, laboratory, assigned("cluster_development"), heads)


def added(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on value added, in per cent, after five years."""
    return trial_effect(ARMS, laboratory, assigned("cluster_development"), value_added)


LEANS = "meetings, learning, matching, marketing, terms; practice_gain, process_gain, product_gain"

TRIAL = Trial(
    id="figal2015",
    title="Cluster programmes, Brazil and Chile",
    policy="cluster_development",
    source="figal2015",
    design="A random part of the firms in groups for five years, others of the same place not.",
    effects=(
        Effect(
            "workers after five years, %",
            around(17.0, "about +17 %", recalled=True),
            jobs,
            LEANS,
            disagreement=(
                "What a day of meetings teaches is set by a trial of consultants in large plants."
            ),
        ),
        Effect(
            "value added after five years (PROFO in Chile), %",
            upward("positive on value added and productivity; no size seen"),
            added,
            LEANS,
        ),
    ),
)
