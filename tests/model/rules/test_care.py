"""Child care takes part of care duties over."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.model.rules.care import care_cost_left

SHARES = st.floats(0.0, 1.0)


@given(cost=SHARES, relief=SHARES)
def test_relief_never_adds_to_the_cost_of_care(cost: float, relief: float) -> None:
    assert 0.0 <= care_cost_left(cost, relief) <= cost


@given(cost=SHARES)
def test_without_child_care_the_cost_of_care_is_unchanged(cost: float) -> None:
    assert care_cost_left(cost, 0.0) == cost
