"""A firm under a standard takes the cheapest course; evading is of no use where all are covered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.model.rules.labour_regulation import (
    cheapest_course,
    cost_of_casualising,
    cost_of_complying,
    cost_of_putting_out,
    cost_of_shrinking,
    fine_due,
)

MONEY = st.floats(0.0, 1e5)
COMPLY, CASUALISE, PUT_OUT, SHRINK = 1, 2, 3, 4


@pytest.mark.parametrize(
    ("casual", "home", "cost"), [(0, 0, 50.0), (1, 0, 80.0), (0, 1, 70.0), (1, 1, 100.0)]
)
def test_complying_costs_the_gaps_of_those_covered(casual: int, home: int, cost: float) -> None:
    assert cost_of_complying(50.0, 30.0, 20.0, casual, home) == cost


@given(regular=MONEY, moving=MONEY, penalty=st.floats(0.0, 1.0))
def test_casualising_never_pays_where_casual_workers_are_covered(
    regular: float, moving: float, penalty: float
) -> None:
    comply = cost_of_complying(regular, 30.0, 0.0, 1, 0)
    assert cost_of_casualising(comply, regular, 1, 0.5, moving, penalty) >= comply


@given(casual=MONEY, moving=MONEY, penalty=st.floats(0.0, 1.0))
def test_putting_out_never_pays_where_home_workers_are_covered(
    casual: float, moving: float, penalty: float
) -> None:
    comply = cost_of_complying(50.0, casual, 20.0, 1, 1)
    assert cost_of_putting_out(comply, casual, 1, 1, 0.5, moving, penalty) >= comply


def test_putting_out_saves_nothing_where_casual_workers_are_free_of_the_standard() -> None:
    assert cost_of_putting_out(50.0, 30.0, 0, 0, 0.5, 10.0, 0.0) == 60.0


def test_a_certain_fine_of_all_that_is_saved_takes_the_gain_away() -> None:
    assert cost_of_casualising(80.0, 50.0, 0, 0.5, 0.0, 1.0) == 80.0
    assert cost_of_putting_out(80.0, 30.0, 1, 0, 0.5, 0.0, 1.0) == 80.0


def test_a_firm_under_the_threshold_already_gives_up_nothing_by_staying_there() -> None:
    assert cost_of_shrinking(9.0, 10.0, 40.0, 5.0) == 5.0
    assert cost_of_shrinking(12.0, 10.0, 40.0, 5.0) == 3 * 40.0 + 5.0


def test_the_fine_is_reckoned_on_the_posts_that_were_moved() -> None:
    """Half of 100 dollars of gap was moved away, so 50 remain: the fine is a share of 50."""
    assert fine_due(CASUALISE, 0.5, 50.0, 0.0, 0.2) == pytest.approx(0.2 * 50.0)
    assert fine_due(PUT_OUT, 0.2, 0.0, 80.0, 0.5) == pytest.approx(0.5 * 20.0)


@pytest.mark.parametrize(
    ("costs", "course"),
    [
        ((1.0, 2.0, 3.0, 4.0), COMPLY),
        ((2.0, 1.0, 3.0, 4.0), CASUALISE),
        ((3.0, 2.0, 1.0, 4.0), PUT_OUT),
        ((4.0, 3.0, 2.0, 1.0), SHRINK),
        ((1.0, 1.0, 1.0, 1.0), COMPLY),
        ((2.0, 1.0, 1.0, 1.0), CASUALISE),
    ],
)
def test_the_cheapest_course_is_taken_and_the_earlier_of_two_that_cost_the_same(
    costs: tuple[float, float, float, float], course: int
) -> None:
    assert cheapest_course(*costs) == course
