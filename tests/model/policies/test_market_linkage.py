"""Fairs: orders from outside the place for those who come, at a price a stand."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.policies import MarketLinkage
from tests.model.policies.pair import enacted, reached, without

FAIR = MarketLinkage(start=2, chance=0.2, orders=0.1, take_up=0.5)


def test_only_those_at_the_fair_win_orders() -> None:
    state = enacted(FAIR)
    won = state.firms["won_orders"] > 0.0
    assert won.any()
    assert not won[~reached(state, "market_linkage")].any()


def test_the_place_sells_more() -> None:
    assert enacted(FAIR).places["value_added"][0] > without().places["value_added"][0]


def test_a_stand_is_paid_for_each_month_and_the_broker_beside() -> None:
    state = enacted(FAIR, months=4)
    account = state.accounts["market_linkage"]
    fixed = 3 * FAIR.fixed_cost * state.scale
    assert account.spent == pytest.approx(fixed + account.units * FAIR.unit_cost)


def test_orders_lapse_when_the_fairs_end() -> None:
    state = enacted(FAIR.model_copy(update={"end": 6}))
    later = enacted(FAIR.model_copy(update={"end": 6}), months=40)
    assert 0.0 < later.firms["won_orders"].sum() < state.firms["won_orders"].sum()
    assert np.all(later.firms["fair_chance"] == 0.0)
