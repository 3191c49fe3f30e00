"""The economy lives itself in: it keeps its firms, month 0 is sound, and the run goes on from there."""

from __future__ import annotations

from copy import deepcopy

import numpy as np
import pytest

from poverty_nodes.model.books import close_books
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.base_month.burn_in import QuietMonth, run_burn_in, usual_spending
from poverty_nodes.scenarios.base_month.labour_market_at_rest import run_in, set_month_zero
from tests.laws.soundness import Checked, faults
from tests.small_economy import synthesised


@pytest.fixture(scope="module")
def ready() -> State:
    """A town whose labour market has run itself in."""
    state = synthesised(scale=0.05)
    run_in(state, months=6)
    set_month_zero(state)
    return state


@pytest.fixture(scope="module")
def lived(ready: State) -> State:
    """The same after two years."""
    state = deepcopy(ready)
    run_burn_in(state, months=24)
    return state


def test_firms_come_and_go_and_all_of_the_description_are_there(ready: State, lived: State) -> None:
    assert np.array_equal(lived.firms["alive"], ready.firms["alive"])
    alive = lived.firms["alive"] == 1
    for name in ("type_number", "place", "tier"):
        assert np.array_equal(lived.firms[name][alive], ready.firms[name][alive]), name
    assert (lived.firms["id"][alive] != ready.firms["id"][alive]).any()
    assert not lived.workspace.openings.any()


def test_nobody_is_ahead_of_the_trade_and_nobody_has_moved(ready: State, lived: State) -> None:
    for kind in ("process", "product", "functional"):
        assert not lived.firms[f"{kind}_level"].any()
        assert not lived.firms[f"{kind}_steps"].any()
    for name in ("gender", "social_group", "place", "household"):
        assert np.array_equal(lived.workers[name], ready.workers[name]), name


def test_people_have_lived_on_and_as_many_are_skilled(ready: State, lived: State) -> None:
    stayed = lived.workers["generation"] == ready.workers["generation"]
    assert np.all(lived.workers["age"][stayed] == ready.workers["age"][stayed] + 24)
    assert 0 < (~stayed).sum() < 0.1 * len(stayed)
    assert lived.workers["skill"].mean() == pytest.approx(ready.workers["skill"].mean(), rel=0.05)


def test_month_0_is_sound_and_its_own_base(lived: State) -> None:
    assert faults(lived) == []
    assert lived.month == 0
    assert not lived.flows.any()
    for name in ("surplus", "facility", "returned"):
        assert np.all(lived.places[name] == 1.0), name


def test_what_is_usually_spent_on_the_facility_keeps_it_where_it_is(lived: State) -> None:
    """A part of what members give goes to those whose orders fall away, and some have no cash to give."""
    given = lived.firms["base_contribution"] * lived.firms["base_revenue"]
    members = (lived.firms["member"] == 1) & (lived.firms["alive"] == 1)
    for code, place in enumerate(lived.places):
        assert 0 < place.base_fund < 1.2 * given[members & (lived.firms["place"] == code)].sum()
    wear, spent = 0.02, np.array([0.7, 1.1, 0.9])
    path = [1.0]
    for each in spent:
        path.append(path[-1] + wear * (each - path[-1]))
    assert usual_spending(np.array(path)[:, None], wear) == pytest.approx([0.9])


def test_members_are_as_unlike_as_usual_in_month_0(lived: State) -> None:
    assert np.array_equal(lived.places["base_unlike"], lived.places["unlike"])
    assert np.all(lived.places["unlike"] > 0.0)


def test_the_first_month_balances(lived: State) -> None:
    state = deepcopy(lived)
    Checked().advance(state)
    assert faults(state) == []


def test_every_firm_has_an_owner_who_owns_it(lived: State) -> None:
    rows = np.flatnonzero(lived.firms["alive"] == 1)
    owners = lived.firms["owner"][rows]
    assert np.all(lived.workers["post"][owners] == 5)
    assert np.array_equal(lived.workers["employer"][owners], rows)


def test_money_of_a_quiet_month_balances(lived: State) -> None:
    state = deepcopy(lived)
    before = state.stocks()
    QuietMonth().advance(state)
    state.conservation = 0.0
    close_books(state, before)
    assert state.conservation < 1e-9
