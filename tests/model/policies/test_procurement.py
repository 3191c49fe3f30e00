"""Public orders: for a term, once a firm, at a price preference that is the cost."""

from __future__ import annotations

import pytest

from poverty_nodes.model.ledger import GRANTS, PUBLIC_SALES
from poverty_nodes.model.month import Month
from poverty_nodes.model.policies import Procurement
from tests.model.policies.pair import SCALE, enacted, without
from tests.small_economy import rough_economy

ORDERS = Procurement(start=2, orders=0.3, months=6, price_preference=0.1, take_up=0.5)


def test_the_state_pays_for_the_goods_and_the_programme_for_the_preference() -> None:
    state, month = rough_economy(scale=SCALE, policies=(ORDERS,)), Month()
    month.advance(state)
    assert state.flows[PUBLIC_SALES] == 0.0
    sales = state.firms["base_revenue"].copy()
    month.advance(state)
    served = state.accounts["procurement"].enrolment.served
    base = sales[served].sum()
    assert state.flows[GRANTS] == pytest.approx(0.1 * 0.3 * base)
    assert state.flows[PUBLIC_SALES] > 0.5 * 0.3 * base


def test_a_contract_ends_with_its_term_and_comes_once() -> None:
    state = enacted(ORDERS, months=9)
    old = state.firms["age"] > 9
    assert not state.firms["public_orders"][old].any()
    assert state.accounts["procurement"].reached.any()


def test_those_with_orders_sell_more() -> None:
    state = enacted(ORDERS, months=6)
    assert state.places["value_added"][0] > without(6).places["value_added"][0]


def test_contracts_that_run_are_bounded_by_capacity() -> None:
    state = enacted(ORDERS.model_copy(update={"capacity": 500}), months=4)
    assert state.accounts["procurement"].enrolment.served.sum() == 500 * SCALE
