"""Monthly meetings of owners at random in China: more sales."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.trials.arms import Arms, assigned, trial_effect
from poverty_nodes.experiments.evidence.trials.outcomes import revenue
from poverty_nodes.experiments.evidence.trials.published import around
from poverty_nodes.experiments.evidence.trials.trial import Effect, Trial
from poverty_nodes.model.policies.cluster_development import ClusterDevelopment

MEETINGS = ClusterDevelopment(start=2, take_up=0.5)
ARMS = Arms((MEETINGS,), table="firms", measured=(13, 14, 15))


def sales(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on sales, in per cent, a year on."""
    return trial_effect(ARMS, laboratory, assigned("cluster_development"), revenue)


TRIAL = Trial(
    id="cai2018",
    title="Meetings of owners, China",
    policy="cluster_development",
    source="cai_szeidl2018",
    design="A random half of the firms join groups; sales a year on.",
    effects=(
        Effect(
            "sales, %",
            around(8.1, "+8.1 %"),
            sales,
            "meetings, learning and trust, terms; practice_gain, practice_pace, process_gain",
            disagreement=(
                "A day among peers is set to teach as much of management as a consultant's; the "
                "partners whom firms of the trial met are not in the model."
            ),
        ),
    ),
)
