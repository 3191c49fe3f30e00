"""Advice closes the gap to good management, each day a part of what is left; without it practices are dropped."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.model.rules.management import next_practices
from poverty_nodes.model.rules.upgrading import gained

PACE, DROPPED = 0.0065, 0.0068
SHARE = st.floats(0.0, 1.0)
DAYS = st.floats(0.0, 31.0)


@given(practices=SHARE, days=DAYS, pace=st.floats(0.0, 0.015), dropped=st.floats(0.0, 0.02))
def test_the_part_of_the_gap_that_is_closed_stays_between_none_and_all(
    practices: float, days: float, pace: float, dropped: float
) -> None:
    assert 0.0 <= next_practices(practices, days, pace, dropped) <= 1.0


@given(practices=SHARE, days=DAYS, more=DAYS)
def test_more_advice_teaches_more_and_each_day_the_same_part_of_what_is_left(
    practices: float, days: float, more: float
) -> None:
    once = next_practices(practices, days, PACE, 0.0)
    assert next_practices(once, more, PACE, 0.0) == pytest.approx(
        next_practices(practices, days + more, PACE, 0.0)
    )
    assert next_practices(practices, days + more, PACE, DROPPED) >= next_practices(
        practices, days, PACE, DROPPED
    )


def test_who_never_had_advice_stays_as_it_is() -> None:
    assert next_practices(0.0, 0.0, PACE, DROPPED) == 0.0


def test_half_is_dropped_in_eight_and_a_half_years() -> None:
    practices = 0.4
    for _ in range(102):
        practices = next_practices(practices, 0.0, PACE, DROPPED)
    assert practices == pytest.approx(0.2, rel=0.01)


def test_consultants_of_five_months_raise_productivity_by_an_eighth() -> None:
    """98 days and the 34 of a diagnosis, which the others had too: 13 per cent, where 17 were published."""
    treated, others = (next_practices(0.0, days, PACE, 0.0) for days in (98.0, 34.0))
    assert gained(treated, 0.45) / gained(others, 0.45) == pytest.approx(1.13, abs=0.01)


def test_what_practices_are_worth_multiplies_and_nothing_is_worth_nothing() -> None:
    assert gained(0.0, 0.45) == gained(0.7, 0.0) == 1.0
    assert gained(0.5, 0.4) == pytest.approx(math.exp(0.2))
