"""What registered home workers cost a firm, and how much of their work it moves."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.model.rules.home_work import mixed_cost, moved_to_workshop

COSTS = st.floats(0.1, 1e3)


@given(free=COSTS, more=st.floats(0.0, 1e3), registered=st.floats(0.0, 1.0))
def test_the_mixed_cost_lies_between_that_of_free_and_of_registered(
    free: float, more: float, registered: float
) -> None:
    cost = mixed_cost(free, free + more, registered)
    assert free * (1 - 1e-9) <= cost <= (free + more) * (1 + 1e-9)


@given(home=COSTS, workshop=COSTS, readiness=st.floats(0.0, 3.0), limit=st.floats(0.0, 1.0))
def test_no_more_is_moved_than_can_be_and_nothing_while_home_work_is_cheap(
    home: float, workshop: float, readiness: float, limit: float
) -> None:
    moved = moved_to_workshop(home, workshop, readiness, limit)
    assert 0.0 <= moved <= limit
    assert home > workshop or moved == 0.0


def test_what_is_moved_follows_the_log_of_the_rise_in_cost() -> None:
    assert moved_to_workshop(1.2, 1.0, 1.0, 0.5) == pytest.approx(math.log(1.2))
