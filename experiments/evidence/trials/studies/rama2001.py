"""Indonesia's minimum wage doubled in the 1990s."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.world import Life
from poverty_nodes.experiments.evidence.trials.arms import Arms, per_cent, with_and_without
from poverty_nodes.experiments.evidence.trials.outcomes import of_place
from poverty_nodes.experiments.evidence.trials.published import Published, around
from poverty_nodes.experiments.evidence.trials.trial import Effect, Trial
from poverty_nodes.model.policies.labour_standards import LabourStandards

FLOOR = LabourStandards(wage_floor=1.05, home_workers=False, start=2)
"""From a floor that binds nobody to one just above the unskilled regular wage, enforced as by default."""
ARMS = Arms((FLOOR,), measured=(36,))


def mean_wage(life: Life, months: tuple[int, ...]) -> float:
    """Wage bill a worker over the last year."""
    last = max(months)
    bill, jobs = (
        life.path(name)[last - 11 : last + 1].sum() for name in ("wage_bill", "employment")
    )
    return float(bill / jobs)


def pay(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on the mean wage, in per cent, in the third year."""
    return per_cent(ARMS, laboratory, mean_wage)


def jobs(laboratory: Laboratory) -> NDArray[np.float64]:
    """Effect on wage employment, in per cent."""
    return per_cent(ARMS, laboratory, of_place("employment"))


def elasticity(laboratory: Laboratory) -> NDArray[np.float64]:
    """Change of log employment over change of log mean wage."""
    wages = with_and_without(ARMS, laboratory, mean_wage)
    posts = with_and_without(ARMS, laboratory, of_place("employment"))
    found: NDArray[np.float64] = np.log(posts[0] / posts[1]) / np.log(wages[0] / wages[1])
    return found


LEANS = "monopsony_markdown, demand_elasticity, wage_floor, enforcement, shift_limit"

TRIAL = Trial(
    id="rama2001",
    title="A minimum wage doubled, Indonesia",
    policy="labour_standards",
    source="rama2001",
    design="A floor just above the unskilled regular wage, enforced in part, where none bound; the third year.",
    effects=(
        Effect("mean wage, %", around(10.0, "+10 %", recalled=True), pay, LEANS),
        Effect("wage employment, %", around(-2.0, "-2 %", recalled=True), jobs, LEANS),
        Effect(
            "employment elasticity to the mean wage",
            Published("minimal or none over emerging economies", -0.3, 0.1, "judged"),
            elasticity,
            LEANS,
        ),
    ),
)
