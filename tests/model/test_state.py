"""A state knows the money of each sector and keeps the worst month of its books."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.books import MoneyError, close_books
from poverty_nodes.model.ledger import EXPORT_SALES
from poverty_nodes.model.state import State
from tests.small_economy import rough_economy


@pytest.fixture
def state() -> State:
    return rough_economy(scale=0.005)


def test_stocks_are_the_money_that_agents_hold(state: State) -> None:
    state.firms["cash"] = 2.0
    state.households["savings"] = 3.0
    state.fund = 11.0
    stocks = state.stocks()
    assert stocks["firms"] == 2.0 * len(state.firms)
    assert stocks["households"] == 3.0 * len(state.households)
    assert stocks["services"] == pytest.approx(state.places["services_income"].sum())
    assert stocks["programme"] == 11.0


def test_the_worst_month_is_kept(state: State) -> None:
    state.flows[:] = 0.0
    before = state.stocks()
    state.flows[EXPORT_SALES] = 100.0
    state.firms["cash"][0] += 100.0 + 1e-8
    close_books(state, before)
    worst = state.conservation
    assert worst == pytest.approx(1e-10, rel=1e-3)
    state.flows[:] = 0.0
    close_books(state, state.stocks())
    assert state.conservation == worst


@pytest.mark.parametrize("gap", [1e-4, -1e-4, np.nan])
def test_a_gap_beyond_rounding_is_refused(state: State, gap: float) -> None:
    """A millionth of the turnover is what money from nothing came to where it was found."""
    state.flows[:] = 0.0
    before = state.stocks()
    state.flows[EXPORT_SALES] = 100.0
    state.firms["cash"][0] += 100.0 + gap
    with pytest.raises(MoneyError, match="'firms' came to hold"):
        close_books(state, before)


def test_the_base_month_has_no_payments_and_no_policy(state: State) -> None:
    assert state.month == 0
    assert not state.flows.any()
    assert state.accounts == {}
    assert state.conservation == 0.0
