"""Formalisation: informal firms that gain by it register, stay registered, borrow and pay tax."""

from __future__ import annotations

import pytest

from poverty_nodes.model.ledger import PROFIT_TAX
from poverty_nodes.model.policies import Formalisation
from tests.model.policies.pair import enacted, reached, without

HELP = Formalisation(start=2, take_up=0.6)


def test_only_informal_firms_are_helped_and_those_that_register_stay_so() -> None:
    state = enacted(HELP.model_copy(update={"end": 4}))
    taxed = state.firms["tax_rate"] > 0.0
    assert taxed.any()
    assert state.firms["formal"][taxed].all()
    assert state.firms["formal"].sum() > without().firms["formal"].sum()


def test_a_firm_is_helped_once() -> None:
    account = enacted(HELP).accounts["formalisation"]
    assert account.spent == pytest.approx(account.units * HELP.unit_cost)
    assert account.units <= len(account.reached) + 10


def test_the_registered_borrow_and_the_government_has_tax() -> None:
    state = enacted(HELP)
    assert state.flows[PROFIT_TAX] > 0.0 == without().flows[PROFIT_TAX]
    assert state.firms["capital"].sum() > without().firms["capital"].sum()


def test_where_tax_takes_more_than_credit_gives_nobody_registers() -> None:
    state = enacted(HELP.model_copy(update={"tax_rate": 1.0}))
    assert not (state.firms["tax_rate"] > 0.0).any()
    assert reached(state, "formalisation").any()
