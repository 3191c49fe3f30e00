"""Households smooth income, keep a buffer and never spend what they do not have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.model.rules.households import consumption, local_part, next_smoothed

MONEY = st.floats(0.0, 1e6)


@given(smoothed=MONEY, savings=MONEY, buffer=MONEY, income=MONEY, speed=st.floats(0.0, 1.0))
def test_nobody_spends_more_than_is_at_hand_nor_less_than_nothing(
    smoothed: float, savings: float, buffer: float, income: float, speed: float
) -> None:
    spent = consumption(smoothed, savings, buffer, income, speed)
    assert 0.0 <= spent <= savings + income


@given(income=MONEY, months=st.floats(0.0, 6.0))
def test_steady_income_with_a_full_buffer_is_spent(income: float, months: float) -> None:
    assert consumption(income, months * income, months * income, income, 0.05) == pytest.approx(
        income
    )


def test_a_household_below_its_buffer_rebuilds_it() -> None:
    assert consumption(100.0, 50.0, 150.0, 100.0, 0.05) == pytest.approx(95.0)


def test_smoothed_income_closes_its_share_of_the_gap() -> None:
    smoothed = 100.0
    for _ in range(10):
        smoothed = next_smoothed(smoothed, 200.0, 0.15)
    assert smoothed == pytest.approx(200.0 - 100.0 * 0.85**10)


@given(spent=MONEY, size=st.integers(1, 12), share=st.floats(0.0, 1.0))
def test_local_spending_is_part_of_spending_and_has_a_ceiling(
    spent: float, size: int, share: float
) -> None:
    local = local_part(spent, size, share, 400.0)
    assert 0.0 <= local <= min(spent, share * 400.0 * size + 1e-9)
