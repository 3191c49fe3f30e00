"""Chances that offers reach people: hires that keep shares of posts, and one step towards them."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.scenarios.base_month.access import holders, slack_of, wanted_of_hires
from tests.small_economy import synthesised


def test_who_leaves_twice_as_fast_is_hired_twice_as_often() -> None:
    held = np.array([[[50_000.0, 50_000.0]]])
    left = np.array([[[100.0, 200.0]]])
    share = wanted_of_hires(np.array([0.5]), held, left)
    assert share[0, 0] == pytest.approx(2 / 3, abs=1e-3)


def test_where_few_have_left_hires_follow_the_posts() -> None:
    held = np.array([[[3.0, 2.0]]])
    left = np.array([[[0.0, 1.0]]])
    share = wanted_of_hires(np.array([0.3]), held, left)
    assert share[0, 0] == pytest.approx(0.3, abs=0.03)


def test_a_kind_of_post_that_nobody_holds_keeps_its_wanted_share() -> None:
    none = np.zeros((1, 1, 2))
    assert wanted_of_hires(np.array([0.3]), none, none)[0, 0] == pytest.approx(0.06, abs=0.25)


@pytest.mark.parametrize("wanted", [0.0, 1.0])
def test_posts_that_one_group_alone_holds_are_filled_by_it_alone(wanted: float) -> None:
    held, left = np.array([[[20.0, 30.0]]]), np.array([[[1.0, 1.0]]])
    with np.errstate(all="raise"):
        assert wanted_of_hires(np.array([wanted]), held, left)[0, 0] == wanted


def test_holders_are_all_who_have_a_post_and_slack_is_the_rest() -> None:
    state = synthesised()
    people = holders(state)
    w = state.workers
    at_work = (w["post"] > 0) & (w["post"] < 5)
    assert people.sum() == at_work.sum()
    assert (
        people[0, 0, 1].sum()
        == (at_work & (w["place"] == 0) & (w["post"] == 1) & (w["gender"] == 1)).sum()
    )
    adults = np.bincount(w["place"])
    assert slack_of(state) * adults == pytest.approx(adults - people.sum(axis=(1, 2, 3)))
