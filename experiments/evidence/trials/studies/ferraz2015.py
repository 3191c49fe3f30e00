"""Public contracts won narrowly in Brazil: firms grew faster in that quarter."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.trials.arms import Arms, assigned, trial_effect
from poverty_nodes.experiments.evidence.trials.outcomes import heads
from poverty_nodes.experiments.evidence.trials.published import around
from poverty_nodes.experiments.evidence.trials.trial import Effect, Trial
from poverty_nodes.model.policies.procurement import Procurement

CONTRACTS = Procurement(start=2, end=2, take_up=0.4)
ARMS = Arms((CONTRACTS,), table="firms", measured=(3, 4, 5))


def growth(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on workers over the quarter after winning, in per cent."""
    return trial_effect(ARMS, laboratory, assigned("procurement"), heads)


TRIAL = Trial(
    id="ferraz2015",
    title="Public contracts, Brazil",
    policy="procurement",
    source="ferraz_finan_szerman2015",
    design="Contracts for a year go to a random part of the firms; workers over the first quarter.",
    effects=(
        Effect(
            "workers in the quarter, %",
            around(2.2, "growth +2.2 points in that quarter"),
            growth,
            "orders, a term; expectation_speed, labour_elasticity",
            disagreement=(
                "Contracts here are a quarter of a firm's sales; how large they were there was "
                "not read."
            ),
        ),
    ),
)
