"""Cash for households: to whom, how often, and what others gain when it is spent."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.policies.base import ProxyMeans, Target
from poverty_nodes.model.policies.cash_transfer import CashTransfer
from tests.model.policies.pair import enacted, reached, without

MONEY = CashTransfer(amount=50.0, start=1)


def test_a_lump_sum_is_paid_once() -> None:
    account = enacted(MONEY.model_copy(update={"months": 1}), 4).accounts["cash_transfer"]
    assert account.benefits == pytest.approx(50.0 * account.reached.sum())


def test_an_amount_a_person_is_paid_for_every_member() -> None:
    state = enacted(MONEY.model_copy(update={"months": 1, "per_person": True}), 2)
    chosen = reached(state, "cash_transfer")
    people = state.households["size"][chosen].sum()
    assert state.accounts["cash_transfer"].benefits == pytest.approx(50.0 * people)


def test_a_proxy_means_test_pays_the_poorer_more_often() -> None:
    target = Target(proxy_means=ProxyMeans(share=0.3, correlation=0.6))
    state, bare = enacted(MONEY.model_copy(update={"target": target}), 3), without(3)
    here = bare.households["place"] == 0
    chosen = reached(state, "cash_transfer")[here]
    welfare = (bare.households["consumption"] / bare.households["size"])[here]
    assert chosen.mean() == pytest.approx(0.3, abs=0.03)
    assert np.median(welfare[chosen]) < np.median(welfare[~chosen])


def test_households_that_are_paid_nothing_gain_when_it_is_spent() -> None:
    half = MONEY.model_copy(update={"take_up": 0.5})
    state, bare = enacted(half), without()
    others = ~reached(state, "cash_transfer") & (bare.households["place"] == 0)
    gained = (state.households["consumption"] - bare.households["consumption"])[others]
    assert gained.mean() > 0.0
