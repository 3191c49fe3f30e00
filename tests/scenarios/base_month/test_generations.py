"""Before month 0 the trade has been handed on for a lifetime."""

from __future__ import annotations

from copy import deepcopy

import numpy as np
import pytest

from poverty_nodes.model.phases.labour.separations import leave
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.base_month.generations import PASSED, hand_on
from poverty_nodes.scenarios.base_month.labour_market_at_rest import HURRIED, run_in
from tests.small_economy import synthesised

OWNER, HOMEWORK = 5, 4


@pytest.fixture(scope="module")
def before() -> State:
    """A town at its first jobs."""
    return synthesised(scale=0.05)


@pytest.fixture(scope="module")
def after(before: State) -> State:
    """The same two years of life later."""
    state = deepcopy(before)
    hand_on(state, 0)
    return state


@pytest.fixture(scope="module")
def old(before: State) -> State:
    """The same a lifetime later, with posts filled again by whoever looks for one."""
    state = deepcopy(before)
    run_in(state, HURRIED)
    return state


def skilled(state: State) -> list[int]:
    """Skilled people who own no firm, by place and gender."""
    w = state.workers
    of = (w["skill"] == 1) & (w["post"] != OWNER)
    return [
        int((of & (w["place"] == place) & (w["gender"] == gender)).sum())
        for place in (0, 1)
        for gender in (0, 1)
    ]


def test_as_many_are_skilled_in_each_place_and_gender(
    before: State, after: State, old: State
) -> None:
    assert skilled(after) == skilled(before)
    assert skilled(old) == skilled(before)


def test_who_learns_stood_at_an_unskilled_post_and_gains_outside_the_trade_too(
    before: State, after: State
) -> None:
    learned = (before.workers["skill"] == 0) & (after.workers["skill"] == 1)
    assert learned.any()
    assert np.isin(before.workers["post"][learned], (2, 3, HOMEWORK)).all()
    worth = after.workers["outside_factor"][learned] / before.workers["outside_factor"][learned]
    assert worth == pytest.approx(before.parameters[0]["skilled_outside"])


def test_who_retires_is_followed_by_the_young_without_post_and_skill(
    before: State, after: State
) -> None:
    limit = before.parameters[0]["retirement_age"]
    retired = before.workers["age"] + PASSED >= limit
    assert retired.any()
    assert (after.workers["age"][retired] < 180 + PASSED).all()
    others = retired & (before.workers["post"] != OWNER)
    assert not after.workers["post"][others].any()
    assert not after.workers["skill"][others].any()
    assert (after.workers["employer"][others] == -1).all()
    owning = before.workers["post"] == OWNER
    for name in ("post", "skill", "employer"):
        assert np.array_equal(after.workers[name][owning], before.workers[name][owning]), name


def test_who_retires_leaves_a_post_as_anybody_leaves_one(before: State, after: State) -> None:
    at_work = (before.workers["post"] > 0) & (before.workers["post"] < OWNER)
    retired = before.workers["age"] + PASSED >= before.parameters[0]["retirement_age"]
    rows = np.flatnonzero(at_work & retired)
    expected = before.workers.copy()
    for row in rows:
        leave(expected[row])
    for name in set(expected.dtype.names or ()) - {"age", "skill", "outside_factor"}:
        assert np.array_equal(after.workers[name][rows], expected[name][rows]), name


def test_nobody_else_leaves(before: State, after: State) -> None:
    stay = before.workers["age"] + PASSED < before.parameters[0]["retirement_age"]
    assert np.array_equal(after.workers["post"][stay], before.workers["post"][stay])


def test_after_a_lifetime_the_older_are_skilled_more_often(before: State, old: State) -> None:
    def gap(state: State) -> float:
        w = state.workers
        men = (w["gender"] == 0) & (w["post"] != OWNER)
        half = np.median(w["age"])
        older, younger = men & (w["age"] > half), men & (w["age"] <= half)
        return float(w["skill"][older].mean() - w["skill"][younger].mean())

    assert abs(gap(before)) < 0.05
    assert gap(old) > 0.1
    limit = before.parameters[0]["retirement_age"]
    assert ((old.workers["age"] >= 180) & (old.workers["age"] < limit)).all()


def test_who_learns_is_drawn_anew_each_turn(before: State, after: State) -> None:
    again, other = deepcopy(before), deepcopy(before)
    hand_on(again, 0)
    hand_on(other, 1)
    assert np.array_equal(again.workers["skill"], after.workers["skill"])
    assert not np.array_equal(other.workers["skill"], after.workers["skill"])
