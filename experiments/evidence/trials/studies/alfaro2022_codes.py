"""Responsible sourcing in Costa Rica: exposed suppliers sold and employed less, and paid more."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.world import EXPORTERS
from poverty_nodes.experiments.evidence.trials.arms import Arms, assigned, trial_effect
from poverty_nodes.experiments.evidence.trials.outcomes import heads, revenue, wage_per_head
from poverty_nodes.experiments.evidence.trials.published import Published, downward, upward
from poverty_nodes.experiments.evidence.trials.trial import Effect, Trial
from poverty_nodes.model.policies.code_of_conduct import CodeOfConduct

CODE = CodeOfConduct(start=2, take_up=0.5)
ARMS = Arms((CODE,), table="firms", measured=(26, 32, 38), agents=EXPORTERS)


def sales(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on sales of audited suppliers, in per cent."""
    return trial_effect(ARMS, laboratory, assigned("code_of_conduct"), revenue)


def jobs(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on their workers, in per cent."""
    return trial_effect(ARMS, laboratory, assigned("code_of_conduct"), heads)


def pay(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on pay a worker, in per cent."""
    return trial_effect(ARMS, laboratory, assigned("code_of_conduct"), wage_per_head)


LEANS = "wage_floor, standard, notice, terms; monopsony_markdown, demand_elasticity"

TRIAL = Trial(
    id="alfaro2022_codes",
    title="Responsible sourcing, Costa Rica and Indonesia",
    policy="code_of_conduct",
    source="alfaro_codes2022; harrison_scorse2004",
    design="A random half of the exporters audited; two to three years on.",
    effects=(
        Effect(
            "sales of audited suppliers, %",
            downward("down; no size seen"),
            sales,
            LEANS,
            disagreement="Some large suppliers lose their buyer and most lose nothing: a wide interval.",
        ),
        Effect("workers of audited suppliers, %", downward("down; no size seen"), jobs, LEANS),
        Effect("pay a worker, %", upward("low-wage pay up; no size seen"), pay, LEANS),
        Effect(
            "pay a worker (anti-sweatshop pressure, Indonesia), %",
            Published("+10 to +20 points, +20 % in another version", 10.0, 20.0, "versions"),
            pay,
            LEANS,
            disagreement="The floor asks for the unskilled regular wage, which many already have.",
        ),
    ),
)
