"""Money given to households of the cluster: how much local income results from each dollar."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.world import Life, World
from poverty_nodes.model.ledger import OUTSIDE_INCOME
from poverty_nodes.model.state import State

CLUSTER = "sialkot_surgical"
FIRST, LAST, MONTHS = 12, 23, 48
GIFT = 20.0
"""Dollars a household and month for a year."""


@dataclass(frozen=True)
class Gift:
    """Each household of the cluster receives some dollars from outside the model."""

    dollars: float

    def __call__(self, state: State) -> None:
        """Add to income of the month, and to the books as income from the rest of the world."""
        if FIRST <= state.month <= LAST:
            here = state.households["place"] == 0
            state.households["income"][here] += self.dollars
            state.flows[OUTSIDE_INCOME] += self.dollars * float(here.sum())


WITHOUT = World(CLUSTER, MONTHS)
GIVEN = World(CLUSTER, MONTHS, guide=(Gift(GIFT),))


def local_multiplier(laboratory: Laboratory) -> NDArray[np.float64]:
    """Return one plus the rise of others' local incomes for each dollar given, over the year and the two that follow.

    Local incomes are pay, sales of services and what firms keep over wages.
    """

    def income(life: Life) -> float:
        services = life.path("services").sum()
        return float(life.path("value_added").sum() + services)

    rise = laboratory.read(GIVEN, income) - laboratory.read(WITHOUT, income)
    scenario = laboratory.households(WITHOUT)
    given = GIFT * (LAST - FIRST + 1) * scenario
    return 1.0 + rise / given
