"""Injuries, and what illness takes from work and from pay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.model.rules.health import accident_chance, pay_kept, work_done

SHARES = st.floats(0.0, 1.0)


@given(yearly=st.floats(0.0, 0.1), standard=SHARES)
def test_a_higher_standard_means_fewer_injuries(yearly: float, standard: float) -> None:
    assert accident_chance(yearly, standard) <= accident_chance(yearly, 0.0)
    assert accident_chance(yearly, 0.5) == pytest.approx(yearly / 12.0)
    assert accident_chance(yearly, 1.0) == 0.0


@pytest.mark.parametrize("post", [1, 2, 3, 4])
def test_the_injured_do_no_work(post: int) -> None:
    assert work_done(1, post, 1.0, 0.0) == 0.0


@given(allowed=SHARES, barred=SHARES, post=st.integers(1, 4))
def test_nobody_is_paid_for_less_than_the_work_done(
    allowed: float, barred: float, post: int
) -> None:
    work = work_done(0, post, allowed, barred)
    assert 0.0 <= work <= pay_kept(0, post, allowed, barred) <= 1.0


@pytest.mark.parametrize(("post", "kept"), [(1, 1.0), (2, 1.0), (3, 0.0), (4, 0.0)])
def test_regular_posts_are_paid_through_an_injury_and_others_are_not(
    post: int, kept: float
) -> None:
    assert pay_kept(1, post, 1.0, 0.0) == kept


def test_a_ban_on_child_work_takes_casual_and_home_work_alone() -> None:
    assert [work_done(0, post, 0.8, 0.25) for post in (1, 2, 3, 4)] == pytest.approx(
        [0.8, 0.8, 0.6, 0.6]
    )
