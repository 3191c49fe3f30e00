"""People retire, learn by their post, and move where prospects have improved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.model.rules.lifecycle import learning_weight, moving_chance, retires

PAY = st.floats(1.0, 1000.0)


def test_people_retire_at_the_limit() -> None:
    assert [bool(retires(age, 720)) for age in (180, 719, 720, 800)] == [False, False, True, True]


def test_regular_posts_teach_most_and_home_work_least() -> None:
    weights = [learning_weight(post) for post in (2, 3, 4)]
    assert weights == sorted(weights, reverse=True)
    assert learning_weight(0) == learning_weight(5) == 0.0


@given(here=PAY, there=PAY)
def test_nobody_moves_while_prospects_stand_as_at_base(here: float, there: float) -> None:
    assert moving_chance(0.02, here, there, there / here) == pytest.approx(0.0, abs=1e-12)


@given(here=PAY, gain=st.floats(0.0, 2.0))
def test_the_chance_to_move_grows_with_the_gain_since_base(here: float, gain: float) -> None:
    assert moving_chance(0.02, here, here * (1 + gain), 1.0) == pytest.approx(0.02 * gain)
    assert moving_chance(0.02, here, here / (1 + gain), 1.0) == pytest.approx(0.0, abs=1e-12)


def test_where_nobody_has_a_prospect_nobody_leaves_for_one() -> None:
    assert moving_chance(0.02, 0.0, 100.0, 1.0) == 0.0
