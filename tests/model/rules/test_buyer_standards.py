"""Help with a standard bears a part of its cost and brings the day nearer, the less the more of it there is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.model.rules.buyer_standards import (
    chance_to_act,
    lost_by_waiting,
    next_chance,
    next_saving,
    shared_cost,
)

SHARES = st.floats(0.0, 1.0)
HELP = st.floats(0.0, 10.0)


@given(help=st.floats(0.0, 10.0), saving=SHARES)
def test_the_next_saving_is_the_slope_of_the_cost(help: float, saving: float) -> None:
    step = 1e-4
    fall = shared_cost(8000.0, help, saving) - shared_cost(8000.0, help + step, saving)
    assert next_saving(8000.0, help, saving) == pytest.approx(fall / step, rel=1e-3, abs=1e-3)


@given(facility=st.floats(0.0, 50.0), saving=SHARES)
def test_the_facility_bears_at_most_its_saving(facility: float, saving: float) -> None:
    cost = shared_cost(8000.0, facility, saving)
    assert 8000.0 * (1.0 - saving) - 1e-9 <= cost <= 8000.0
    assert shared_cost(8000.0, 0.0, saving) == 8000.0


@given(help=HELP, know_how=SHARES)
def test_the_next_chance_is_the_slope_of_the_chance(help: float, know_how: float) -> None:
    step = 1e-4
    rise = chance_to_act(0.2, help + step, know_how) - chance_to_act(0.2, help, know_how)
    assert next_chance(0.2, help, know_how) == pytest.approx(rise / step, rel=1e-3, abs=1e-6)


@given(speed=SHARES, help=HELP, know_how=SHARES)
def test_a_chance_to_act_is_a_chance_and_the_usual_one_with_the_facility_of_the_base(
    speed: float, help: float, know_how: float
) -> None:
    assert 0.0 <= chance_to_act(speed, help, know_how) <= 1.0
    assert chance_to_act(speed, 1.0, know_how) == pytest.approx(speed)
    assert chance_to_act(speed, help, 0.0) == speed


def test_waiting_costs_the_margin_of_the_months_in_which_a_standard_is_expected_not_to_be_met() -> (
    None
):
    """Over months that count from the deadline: the chance not to have met it before each, added up."""
    left, lost = 1.0, 0.0
    for month in range(400):
        lost += 100.0 * left if month >= 5 else 0.0
        left *= 1.0 - 0.1
    assert lost_by_waiting(100.0, 0.1, 5.0, 1e9) == pytest.approx(lost)


@given(chance=SHARES, due=st.floats(0.0, 60.0))
def test_nobody_reckons_with_more_than_the_horizon(chance: float, due: float) -> None:
    assert 0.0 <= lost_by_waiting(10.0, chance, due, 24.0) <= 240.0
    assert lost_by_waiting(10.0, chance, due + 1.0, 24.0) <= lost_by_waiting(
        10.0, chance, due, 24.0
    )
