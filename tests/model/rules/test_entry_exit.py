"""Firms die young and small; founders are those who can and would gain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.model.rules.entry_exit import (
    capital_buffer,
    exit_hazard,
    founding_chance,
    least_investment,
    maturity,
    opportunity,
)

HEADS = st.floats(0.0, 500.0)
AGES = st.floats(0.0, 600.0)
RATIOS = st.floats(0.3, 3.0)
MONEY = st.floats(1.0, 1e5)


@given(small=HEADS, large=HEADS, age=AGES)
def test_larger_firms_close_less_often(small: float, large: float, age: float) -> None:
    low, high = sorted((small, large))
    assert exit_hazard(low, age, 1.0, 0.35, 1.0, 30.0, 2.0) >= exit_hazard(
        high, age, 1.0, 0.35, 1.0, 30.0, 2.0
    )


@given(young=AGES, old=AGES, heads=HEADS)
def test_older_firms_close_less_often(young: float, old: float, heads: float) -> None:
    low, high = sorted((young, old))
    assert exit_hazard(heads, low, 1.0, 0.35, 1.0, 30.0, 2.0) >= exit_hazard(
        heads, high, 1.0, 0.35, 1.0, 30.0, 2.0
    )


@given(bad=RATIOS, good=RATIOS)
def test_bad_business_raises_the_hazard_within_bounds(bad: float, good: float) -> None:
    low, high = sorted((bad, good))
    worse = exit_hazard(9.0, 60.0, low, 0.35, 1.0, 30.0, 2.0)
    better = exit_hazard(9.0, 60.0, high, 0.35, 1.0, 30.0, 2.0)
    assert better <= worse <= better * 2.718282**3 * (1 + 1e-6)


def test_without_slopes_every_firm_has_the_same_hazard() -> None:
    assert exit_hazard(100.0, 3.0, 0.5, 0.0, 0.0, 30.0, 0.0) == 1.0


@given(few=st.floats(0.0, 500.0), many=st.floats(0.0, 500.0))
def test_specialists_make_a_start_cheaper_down_to_one_stage(few: float, many: float) -> None:
    low, high = sorted((few, many))
    alone = least_investment(6000.0, low, 15.0, 0.15)
    helped = least_investment(6000.0, high, 15.0, 0.15)
    assert 0.15 * 6000.0 <= helped <= alone <= 6000.0


@given(savings=MONEY, more=MONEY, present=MONEY)
def test_means_raise_the_chance_of_founding_smoothly(
    savings: float, more: float, present: float
) -> None:
    less = founding_chance(0.01, savings, 1000.0, present, 500.0, 4.0, 4.0)
    rich = founding_chance(0.01, savings + more, 1000.0, present, 500.0, 4.0, 4.0)
    assert 0.0 <= less <= rich <= 0.01


def test_whoever_earns_more_than_a_founder_expects_hardly_founds() -> None:
    poor = founding_chance(0.01, 1e4, 1000.0, 50.0, 500.0, 4.0, 4.0)
    rich = founding_chance(0.01, 1e4, 1000.0, 2000.0, 500.0, 4.0, 4.0)
    assert poor > 100 * rich > 0.0
    assert founding_chance(0.01, 0.0, 1000.0, 0.0, 0.0, 4.0, 4.0) >= 0.0


@given(savings=MONEY, present=MONEY)
def test_without_exponents_means_and_gain_change_nothing(savings: float, present: float) -> None:
    found = founding_chance(0.01, savings, 1000.0, present, 500.0, 0.0, 0.0)
    assert found == 0.0025


@given(age=AGES, start=st.floats(0.1, 1.0))
def test_a_young_firm_grows_up_to_its_type(age: float, start: float) -> None:
    size = maturity(age, start, 36.0)
    assert start - 1e-12 <= size <= 1.0
    assert maturity(0.0, start, 36.0) == pytest.approx(start)
    assert maturity(1e4, start, 36.0) == pytest.approx(1.0)


@given(poor=MONEY, rich=MONEY)
def test_capital_cushions_bad_business(poor: float, rich: float) -> None:
    low, high = sorted((poor, rich))
    assert capital_buffer(low, 1000.0, 0.25) >= capital_buffer(high, 1000.0, 0.25) > 0.0
    assert capital_buffer(low, 1000.0, 0.0) == 1.0


@given(surplus=RATIOS)
def test_founding_follows_incumbents_fortunes_unless_switched_off(surplus: float) -> None:
    assert (opportunity(surplus, 2.0) > 1.0) == (surplus > 1.0)
    assert opportunity(surplus, 0.0) == 1.0
