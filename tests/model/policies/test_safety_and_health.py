"""Safety in firms: fewer injuries, for which the firm pays a worker and the programme a firm."""

from __future__ import annotations

import pytest

from poverty_nodes.model.ledger import MEDICAL, SAFETY
from poverty_nodes.model.policies.safety_and_health import SafetyAndHealth
from tests.model.policies.pair import enacted
from tests.small_economy import live, rough_economy

SAFE = SafetyAndHealth(start=1, take_up=1.0, avoided=1.0, cost_per_worker=3.0)


def test_nobody_is_hurt_where_all_injuries_are_avoided() -> None:
    dangerous = {"accident_yearly": 0.6}
    with_it = live(rough_economy(scale=0.005, parameters=dangerous, policies=(SAFE,)), 4)
    bare = live(rough_economy(scale=0.005, parameters=dangerous), 4)
    here = with_it.workers["place"] == 0
    assert (bare.workers["sick"][bare.workers["place"] == 0] > 0).any()
    assert not (with_it.workers["sick"][here] > 0).any()
    assert with_it.flows[MEDICAL] < bare.flows[MEDICAL]


def test_firms_pay_for_each_worker_and_the_programme_for_each_firm() -> None:
    state = enacted(SAFE, months=3)
    covered = state.firms["safety_cost"] > 0.0
    assert covered.any()
    assert state.flows[SAFETY] == pytest.approx(state.firms["safety_bill"].sum())
    assert state.flows[SAFETY] % SAFE.cost_per_worker == pytest.approx(0.0)
    account = state.accounts["safety_and_health"]
    assert account.delivered == pytest.approx(account.units * SAFE.unit_cost)


def test_a_programme_that_avoids_nothing_costs_firms_nothing() -> None:
    state = enacted(SAFE.model_copy(update={"avoided": 0.0}), months=2)
    assert state.flows[SAFETY] == 0.0
