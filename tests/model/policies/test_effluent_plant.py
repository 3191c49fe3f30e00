"""A common effluent plant: of use where an order to treat or to close is out, and nowhere else."""

from __future__ import annotations

import pytest

from poverty_nodes.model.ledger import STANDARDS_MET
from poverty_nodes.model.month import Month
from poverty_nodes.model.policies import EffluentPlant
from poverty_nodes.model.policies.base import Policy
from poverty_nodes.model.shocks import BuyersStandard, ClosureOrder, Shock
from poverty_nodes.scenarios.shocks import settle
from tests.model.policies.pair import SCALE
from tests.small_economy import cluster, rough_economy

PLANT = EffluentPlant(start=1, ramp=0, saved=0.6)
ORDER = ClosureOrder(start=2, level=0.7, notice=6, cost=8000.0)


def paid_for_standards(shock: Shock, *policies: Policy) -> float:
    """What firms pay to meet standards in a year."""
    state = rough_economy(scale=SCALE, policies=policies)
    state.shocks = settle((shock,), cluster())
    month, total = Month(), 0.0
    for _ in range(12):
        month.advance(state)
        total += state.flows[STANDARDS_MET]
    return total


def test_firms_that_are_connected_pay_what_the_plant_leaves_of_the_cost() -> None:
    alone = paid_for_standards(ORDER)
    assert alone > 0.0
    assert paid_for_standards(ORDER, PLANT) == pytest.approx(0.4 * alone, rel=0.1)


def test_it_is_no_help_with_a_standard_of_buyers() -> None:
    standard = BuyersStandard(start=2, level=0.7, notice=6, cost=8000.0)
    assert paid_for_standards(standard, PLANT) == paid_for_standards(standard)
