"""The labour market runs itself in, and month 0 is consistent to the last dollar."""

from __future__ import annotations

from copy import deepcopy

import numpy as np
import pytest

from poverty_nodes.model.state import State
from poverty_nodes.scenarios.base_month.labour_market_at_rest import run_in, set_month_zero
from tests.laws.same import differing
from tests.laws.soundness import Checked, faults
from tests.small_economy import synthesised

OWNER = 5


@pytest.fixture(scope="module")
def run() -> State:
    """A town after a year of the labour market alone."""
    state = synthesised(scale=0.05)
    run_in(state, months=12)
    return state


@pytest.fixture(scope="module")
def base(run: State) -> State:
    """The same at month 0."""
    state = deepcopy(run)
    set_month_zero(state)
    return state


def test_while_it_runs_in_firms_stand_still(run: State) -> None:
    before = synthesised(scale=0.05)
    moved = {name for name in differing(run, before) if name.startswith("firms.")}
    assert moved <= {"firms.wage_bill", "firms.gap_regular", "firms.gap_casual", "firms.severance"}
    assert run.month == 0
    assert not run.flows.any()


def test_people_change_posts_while_it_runs_in_and_most_posts_stay_filled(run: State) -> None:
    before = synthesised(scale=0.05)
    assert (run.workers["employer"] != before.workers["employer"]).mean() > 0.1
    at_work = [((s.workers["post"] > 0) & (s.workers["post"] < OWNER)).sum() for s in (run, before)]
    assert at_work[0] == pytest.approx(at_work[1], rel=0.1)


def test_where_posts_change_hands_often_hurried_months_do_not_empty_them() -> None:
    town = synthesised(scale=0.05)
    town.places["turnover"] = 5.0
    before = ((town.workers["post"] > 0) & (town.workers["post"] < OWNER)).sum()
    run_in(town, months=6)
    after = ((town.workers["post"] > 0) & (town.workers["post"] < OWNER)).sum()
    assert after == pytest.approx(before, rel=0.15)


def test_it_can_run_in_by_parts() -> None:
    whole, parts = synthesised(scale=0.02), synthesised(scale=0.02)
    run_in(whole, months=6)
    run_in(parts, months=4)
    run_in(parts, months=2, first=4)
    for name in ("post", "employer", "tenure", "fit"):
        assert np.array_equal(whole.workers[name], parts.workers[name]), name


def test_the_luck_of_the_burn_in_is_not_that_of_any_month_of_the_run() -> None:
    """The same decision at month 1 of a run and of a burn-in: other people quit."""
    one, other = synthesised(scale=0.05), synthesised(scale=0.05)
    run_in(one, months=1)
    run_in(other, months=1, first=1)
    assert not np.array_equal(one.workers["employer"], other.workers["employer"])


def test_month_0_is_sound_and_has_no_payments(base: State) -> None:
    assert faults(base) == []
    assert base.month == 0
    assert not base.flows.any()


def test_firms_hold_the_cash_they_aim_at_and_owe_nothing_but_what_a_bad_month_cost(
    base: State,
) -> None:
    f = base.firms[base.firms["alive"] == 1]
    target = base.parameters["cash_target"][0] * f["base_revenue"]
    assert np.median(f["cash"] / target) == pytest.approx(1.0, abs=0.05)
    assert np.mean(f["debt"] > 0.0) < 0.2


def test_what_outsiders_earn_is_what_they_will_earn_in_the_first_month(base: State) -> None:
    """Local services hold last month's local spending; with the world's part it adds up to outside pay."""
    w = base.workers
    for code, place in enumerate(base.places):
        outside = (w["place"] == code) & (w["post"] == 0)
        weight = w["outside_factor"][outside].sum()
        assert place.outside_world + place.services_income / weight == pytest.approx(
            place.outside_pay
        )
        assert place.outside_world > 0.0


def test_households_hold_about_the_buffer_that_they_aim_at(base: State) -> None:
    h = base.households
    aimed = h["buffer_months"] * h["smoothed_income"]
    assert h["savings"].sum() == pytest.approx(aimed.sum(), rel=0.1)
    assert h["consumption"].sum() == pytest.approx(h["income"].sum(), rel=0.02)


def test_wages_prices_and_ratios_start_at_their_base(base: State) -> None:
    for post in ("skilled_regular", "regular", "casual", "homework"):
        assert np.array_equal(base.places[f"wage_{post}"], base.places[f"base_wage_{post}"])
    assert np.all(base.places["surplus"] == 1.0)
    alive = base.firms["alive"] == 1
    assert np.all(base.firms["profit_ratio"][alive] == 1.0)
    assert np.array_equal(base.firms["premium"][alive], base.firms["size_premium"][alive])


def test_learning_replaces_the_skilled_who_retire(base: State) -> None:
    for name in ("learn_men", "learn_women"):
        assert np.all((base.places[name] >= 0.0) & (base.places[name] <= 0.05))
        assert np.any(base.places[name] > 0.0)


def test_the_first_month_balances(base: State) -> None:
    state = deepcopy(base)
    Checked().advance(state)
    assert faults(state) == []
