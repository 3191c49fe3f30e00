"""Whole posts average to what is wanted; offers are worth their wage, their fit and their place."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.model.rules.hiring import allowed_cut, offer_worth, whole_posts

WANTED = st.floats(0.0, 500.0)
LUCK = st.floats(0.0, 0.999)


@given(wanted=WANTED, dither=LUCK)
def test_whole_posts_differ_from_what_is_wanted_by_less_than_one(
    wanted: float, dither: float
) -> None:
    posts = whole_posts(wanted, dither)
    assert isinstance(posts, int)
    assert posts >= 0
    assert abs(posts - wanted) <= 1.0


@pytest.mark.parametrize("wanted", [0.25, 2.3, 17.0, 40.99])
def test_whole_posts_average_to_what_is_wanted(wanted: float) -> None:
    luck = (np.arange(10_000) + 0.5) / 10_000
    assert np.mean([whole_posts(wanted, float(u)) for u in luck]) == pytest.approx(wanted, abs=1e-3)


@given(one=WANTED, other=WANTED, dither=LUCK)
def test_whoever_wants_more_posts_opens_no_fewer(one: float, other: float, dither: float) -> None:
    low, high = sorted((one, other))
    assert whole_posts(low, dither) <= whole_posts(high, dither)


def test_a_negative_wish_is_no_post() -> None:
    assert whole_posts(-3.0, 0.4) == 0


@pytest.mark.parametrize(("staff", "cut"), [(1, 1), (6, 1), (10, 2), (40, 6), (100, 15)])
def test_a_firm_cuts_a_share_of_its_regular_posts_and_one_at_least(staff: int, cut: int) -> None:
    assert allowed_cut(staff, 0.15, 0.5) == cut


@given(fit=st.floats(-3.0, 3.0), care_cost=st.floats(0.0, 0.6))
def test_care_duties_make_a_post_away_from_home_worth_less(fit: float, care_cost: float) -> None:
    free = offer_worth(100.0, fit, 0.08, 0, 0, care_cost)
    assert offer_worth(100.0, fit, 0.08, 1, 0, care_cost) == pytest.approx(free * (1 - care_cost))
    assert offer_worth(100.0, fit, 0.08, 1, 1, care_cost) == free


def test_half_the_gain_of_a_good_match_counts_for_the_worker() -> None:
    assert offer_worth(100.0, 2.0, 0.08, 0, 0, 0.35) == pytest.approx(100.0 * math.exp(0.08))
