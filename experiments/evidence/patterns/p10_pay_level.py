"""Pattern 10: cluster pay is near the minimum wage and misses a living wage."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.readings import at_work, poor
from poverty_nodes.experiments.evidence.harness.world import Life, World
from poverty_nodes.model.measures.lines import INTERNATIONAL_LINES

MONTHS = 120
QUIET = World("sialkot_surgical", MONTHS, keep=(0, 60, MONTHS))
LIVING = 0.67
"""The minimum wage of Pakistan in 2016 over a living wage, as read; the base regular wage is that minimum."""


def to_minimum(life: Life) -> float:
    """Mean pay of the last year over the minimum wage."""
    pay = life.path("wage_bill")[-12:].sum() / life.path("employment")[-12:].sum()
    return float(pay / life.path("base_wage_regular")[0])


def minimum(laboratory: Laboratory) -> NDArray[np.float64]:
    """Mean pay over the minimum wage."""
    return laboratory.read(QUIET, to_minimum)


def living(laboratory: Laboratory) -> NDArray[np.float64]:
    """Mean pay over a living wage."""
    return laboratory.read(QUIET, lambda life: LIVING * to_minimum(life))


def working_poor(laboratory: Laboratory) -> NDArray[np.float64]:
    """Share of the trade's workers who live below $4.20 a day."""
    line = INTERNATIONAL_LINES["4.20"].monthly

    def share(life: Life) -> float:
        frame = life.frames[MONTHS]
        return float(poor(frame, line)[at_work(frame)].mean())

    return laboratory.read(QUIET, share)


PATTERN = pattern("patterns/p10", (minimum, living, working_poor))
