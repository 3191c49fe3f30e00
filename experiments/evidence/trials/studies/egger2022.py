"""Cash for poor households: what a whole place earns for each dollar."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.trials.arms import Arms
from poverty_nodes.experiments.evidence.trials.read_trial import trial
from poverty_nodes.model.policies.base import Target
from poverty_nodes.model.policies.cash_transfer import CashTransfer
from poverty_nodes.model.policies.delivery.condition import Condition

POOR = Target(all=(Condition.model_validate({"field": "household.poor", "is": True}),))
CASH = CashTransfer(amount=156.0, months=12, start=2, end=2, target=POOR)
ARMS = Arms((CASH,), table="households", measured=(31,))


def multiplier(laboratory: Laboratory) -> NDArray[np.float64]:
    """One plus what others' local incomes rose by for a dollar given, over a year of payments and a year and a half.

    Local incomes are pay, sales of services and what firms keep over wages.
    """
    treated, bare = ARMS.worlds()
    found = []
    lives = (laboratory.lives(replace(world, keep=())) for world in (treated, bare))
    for one, other in zip(*lives, strict=True):
        rise = sum(
            float(life.path(name)[2:].sum()) * sign
            for life, sign in ((one, 1.0), (other, -1.0))
            for name in ("value_added", "services")
        )
        found.append(1.0 + rise / one.benefits["cash_transfer"])
    return np.array(found)


TRIAL = trial("trials/egger2022", (multiplier, multiplier))
