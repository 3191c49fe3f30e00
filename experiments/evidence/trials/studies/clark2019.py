"""Vouchers for child care in a slum of Nairobi."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.trials.arms import Arms, assigned, trial_effect
from poverty_nodes.experiments.evidence.trials.outcomes import has_post
from poverty_nodes.experiments.evidence.trials.published import Published
from poverty_nodes.experiments.evidence.trials.trial import Effect, Trial
from poverty_nodes.model.policies.base import Target
from poverty_nodes.model.policies.child_care import ChildCare

VOUCHER = ChildCare(start=2, take_up=0.3, target=Target(gender="female"))
CLUSTER = "torreon_jeans"
"""A trade in which many women work away from home, as around that slum; in Sialkot hardly any do."""
ARMS = Arms((VOUCHER,), measured=(10, 12, 14, 16), cluster=CLUSTER)


def employment(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on holding a post, in percentage points."""
    return 100.0 * trial_effect(ARMS, laboratory, assigned("child_care"), has_post, relative=False)


TRIAL = Trial(
    id="clark2019",
    title="Vouchers for child care, Nairobi",
    policy="child_care",
    cluster=CLUSTER,
    source="clark2019",
    design="Places for a random part of the women with care duties; employment about a year on.",
    effects=(
        Effect(
            "holding a post, points",
            Published("+8.5 points", 3.0, 12.0, "judged", 8.5),
            employment,
            "care_cost, relief, women's access to posts",
            disagreement=(
                "Care lowers what a post away from home is worth and is no bar to looking for one; "
                "in Sialkot, where few women are offered such posts, the effect is nil."
            ),
        ),
    ),
)
