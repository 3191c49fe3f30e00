"""Prices under governance, buyers' preferences, ties, and work handed on."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.model.rules.governance import (
    let_near,
    market_shift,
    next_order_state,
    next_tie,
    preference,
    price_factor,
    work_put_out,
)

SHARES = st.floats(0.0, 1.0)


@given(premium=SHARES, quality=SHARES, markdown=st.floats(0.0, 0.5), functions=SHARES)
def test_a_supplier_with_functions_of_its_own_is_paid_no_less(
    premium: float, quality: float, markdown: float, functions: float
) -> None:
    captive = price_factor(premium, quality, markdown, 0.0)
    free = price_factor(premium, quality, markdown, functions)
    assert captive <= free <= 1.0 + premium * quality + 1e-12


def test_the_price_is_the_premium_less_the_markdown() -> None:
    assert price_factor(0.2, 0.5, 0.1, 0.0) == pytest.approx(1.1 * 0.9)
    assert price_factor(0.2, 0.5, 0.1, 0.5) == pytest.approx(1.1 * 0.95)


def test_preference_is_a_logit_in_quality_and_tie() -> None:
    assert preference(0.1, 0.2, 2.0, 1.0) == pytest.approx(math.exp(0.4))


@given(price=st.floats(0.5, 2.0), firm=st.floats(2.0, 15.0), market=st.floats(0.5, 2.0))
def test_if_all_prices_rise_together_the_market_shrinks_by_its_own_elasticity(
    price: float, firm: float, market: float
) -> None:
    """One firm at the common price P sells P^-e of the shifted demand: P^(e - E) P^-e = P^-E."""
    sold = market_shift(price, firm, market) * price**-firm
    assert sold == pytest.approx(price**-market)


def test_work_is_put_out_as_planned_when_capacity_is_as_planned() -> None:
    assert work_put_out(0.8, 1.3, 1.3, 0.5) == pytest.approx(0.8)


@given(planned=st.floats(0.0, 3.0), own=st.floats(0.1, 3.0), capacity=st.floats(0.0, 3.0))
def test_orders_above_own_capacity_are_put_out_within_bounds(
    planned: float, own: float, capacity: float
) -> None:
    out = work_put_out(planned, own, capacity, 0.5)
    assert 0.0 <= out <= 3.0
    if capacity < own and planned < 3.0:
        assert out >= planned


@given(tie=SHARES, delivery=st.floats(0.0, 5.0), closeness=SHARES, speed=SHARES)
def test_a_tie_stays_between_0_and_1(
    tie: float, delivery: float, closeness: float, speed: float
) -> None:
    assert -1e-12 <= next_tie(tie, delivery, closeness, speed) <= 1.0 + 1e-12


def test_perfect_delivery_ties_a_supplier_as_far_as_its_buyer_lets_it_near() -> None:
    assert next_tie(0.3, 1.0, 0.3, 0.1) == pytest.approx(0.3)
    assert next_tie(0.9, 1.0, 0.3, 0.1) == pytest.approx(0.84)


def test_perfect_delivery_builds_a_tie_and_failure_wears_it_down() -> None:
    assert next_tie(0.5, 1.0, 1.0, 0.1) == pytest.approx(0.55)
    assert next_tie(0.5, 1.4, 1.0, 0.1) == pytest.approx(0.55)
    assert next_tie(0.5, 0.0, 1.0, 0.1) == pytest.approx(0.45)


@given(closeness=SHARES, worth=st.floats(1.0, 20.0))
def test_a_tie_that_is_worth_more_is_closer_and_never_more_than_full(
    closeness: float, worth: float
) -> None:
    near = let_near(closeness, worth)
    assert closeness - 1e-12 <= near <= 1.0 + 1e-12
    assert let_near(closeness, 1.0) == closeness


def test_an_order_shock_dies_out_at_its_persistence() -> None:
    state = next_order_state(0.0, 0.9, 0.05, 2.0)
    assert state == pytest.approx(0.1 * math.sqrt(0.19))
    for _ in range(10):
        state = next_order_state(state, 0.9, 0.05, 0.0)
    assert state == pytest.approx(0.1 * math.sqrt(0.19) * 0.9**10)


@given(persistence=st.floats(0.0, 0.99), volatility=st.floats(0.0, 0.5))
def test_volatility_is_the_long_run_spread_of_orders(persistence: float, volatility: float) -> None:
    """The variance v^2 is the resting point of the rule's own recursion with luck of variance 1."""
    step = next_order_state(0.0, persistence, volatility, 1.0)
    assert persistence**2 * volatility**2 + step**2 == pytest.approx(volatility**2, abs=1e-12)
