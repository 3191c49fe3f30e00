"""Courses: chances over months, hours given up, trades that fade, and doors that open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.model.rules.training import (
    eased_access,
    fading_chance,
    hours_left,
    hours_paid,
    training_chance,
)

SHARES = st.floats(0.0, 1.0)


@given(over_course=SHARES, months=st.integers(1, 60))
def test_lessons_of_all_months_together_teach_with_the_chance_of_the_course(
    over_course: float, months: int
) -> None:
    monthly = training_chance(over_course, float(months))
    assert 0.0 <= monthly <= 1.0
    assert 1.0 - (1.0 - monthly) ** months == pytest.approx(over_course, abs=1e-9)


@given(in_training=SHARES, post=st.integers(1, 4))
def test_nobody_is_paid_for_fewer_hours_than_she_works(in_training: float, post: int) -> None:
    assert hours_left(in_training) <= hours_paid(in_training, post) <= 1.0


@pytest.mark.parametrize(("post", "fades"), [(0, True), (1, False), (2, True), (3, True)])
def test_a_trade_fades_only_while_no_skilled_post_uses_it(post: int, fades: bool) -> None:
    assert (fading_chance(0.02, post) > 0.0) == fades


@given(own=SHARES, mens=SHARES, closed=SHARES)
def test_training_never_worsens_access_and_never_lifts_it_over_mens(
    own: float, mens: float, closed: float
) -> None:
    eased = eased_access(own, mens, closed)
    assert own <= eased <= max(own, mens) + 1e-12
