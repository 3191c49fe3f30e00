"""Programmes get the money they spend, and the month opens with every instrument neutral."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.instruments import neutral
from poverty_nodes.model.ledger import DELIVERY, DONORS, FUNDING, LEVY, PURCHASERS, TO_LENDER
from poverty_nodes.model.phases import calendar
from poverty_nodes.model.phases.programmes import programmes
from poverty_nodes.model.policies.micro_credit import MicroCredit
from poverty_nodes.model.state import State
from tests.small_economy import rough_economy

LOAN = MicroCredit(amount=500.0, rate=0.02, months=12, start=1, fixed_cost=1000.0, unit_cost=40.0)


def town(*policies: MicroCredit) -> State:
    return rough_economy(scale=0.005, policies=policies)


def test_a_month_opens_with_nothing_paid_earned_or_pulled() -> None:
    state = town()
    state.flows[:] = 9.0
    state.households["income"] = 9.0
    state.instruments["floor"] = 9.0
    calendar.open_month(state)
    assert state.month == 1
    assert not state.flows.any()
    assert not state.households["income"].any()
    assert np.all(state.instruments == neutral(2))


def test_a_policy_that_runs_pulls_its_instruments_and_gets_a_purse() -> None:
    state = town(LOAN)
    calendar.open_month(state)
    assert state.instruments["micro_open"].all()
    assert state.accounts["micro_credit"].funds[0] == np.inf


def test_a_policy_before_its_start_pulls_nothing() -> None:
    state = town(LOAN.model_copy(update={"start": 2}))
    calendar.open_month(state)
    assert not state.instruments["micro_open"].any()
    assert not state.accounts["micro_credit"].eligible.any()


@pytest.mark.parametrize(
    ("payer", "source"), [("government", FUNDING), ("donor", DONORS), ("buyers", PURCHASERS)]
)
def test_a_programme_is_funded_by_its_payer_and_spends_what_it_gets(
    payer: str, source: int
) -> None:
    state = town(LOAN.model_copy(update={"payer": payer}))
    calendar.open_month(state)
    account = state.accounts["micro_credit"]
    account.funds[1] = 3.0
    account.lost[:] = [70.0, 1.0]
    calendar.close_month(state, state.stocks())
    cost = 1000.0 * state.scale + 3 * 40.0
    assert state.flows[source] == pytest.approx(cost + 70.0)
    assert state.flows[DELIVERY] == pytest.approx(cost)
    assert state.flows[TO_LENDER] == pytest.approx(70.0)
    assert account.spent == pytest.approx(cost + 70.0)
    assert state.conservation < 1e-12


def test_a_levy_takes_the_same_share_of_every_firms_cash() -> None:
    state = town()
    cash = state.firms["cash"].copy()
    before = state.stocks()
    programmes.fund(state, 0.01 * cash.sum(), "firms")
    assert state.firms["cash"] == pytest.approx(0.99 * cash)
    assert state.flows[LEVY] == pytest.approx(0.01 * cash.sum())
    assert before["firms"] - state.stocks()["firms"] == pytest.approx(state.flows[LEVY])


def test_what_firms_cannot_pay_the_government_pays() -> None:
    state = town()
    cash = state.firms["cash"].sum()
    programmes.fund(state, cash + 500.0, "firms")
    assert state.firms["cash"].min() >= 0.0
    assert state.flows[LEVY] == pytest.approx(cash)
    assert state.flows[FUNDING] == pytest.approx(500.0)


def test_a_programme_without_costs_asks_for_no_money() -> None:
    state = town()
    programmes.fund(state, 0.0, "firms")
    assert not state.flows.any()
