"""Vouchers for child care in a slum of Nairobi."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.trials.arms import Arms, assigned, trial_effect
from poverty_nodes.experiments.evidence.trials.outcomes import has_post
from poverty_nodes.experiments.evidence.trials.read_trial import trial
from poverty_nodes.model.policies.base import Target
from poverty_nodes.model.policies.child_care import ChildCare

VOUCHER = ChildCare(start=2, take_up=0.3, target=Target(gender="female"))
CLUSTER = "torreon_jeans"
"""A trade in which many women work away from home, as around that slum; in Sialkot hardly any do."""
ARMS = Arms((VOUCHER,), measured=(10, 12, 14, 16), cluster=CLUSTER)


def employment(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on holding a post, in percentage points."""
    return 100.0 * trial_effect(ARMS, laboratory, assigned("child_care"), has_post, relative=False)


TRIAL = trial("trials/clark2019", (employment,))
