"""Indonesia's minimum wage doubled in the 1990s."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.world import Life
from poverty_nodes.experiments.evidence.trials.arms import Arms, per_cent, with_and_without
from poverty_nodes.experiments.evidence.trials.outcomes import of_place
from poverty_nodes.experiments.evidence.trials.read_trial import trial
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


TRIAL = trial("trials/rama2001", (pay, jobs, elasticity))
