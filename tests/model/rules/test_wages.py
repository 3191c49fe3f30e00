"""Wages: the curve, the premium, the person, the markdown and the floor."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import ndtri

from poverty_nodes.model.rules.wages import (
    labour_units,
    marginal_cost,
    next_premium,
    personal_wage,
    wage_target,
)

SLACK = st.floats(0.05, 0.95)


@given(slack=SLACK, base=SLACK, curve=st.floats(0.0, 0.2))
def test_the_wage_curve_has_its_elasticity(slack: float, base: float, curve: float) -> None:
    low = wage_target(100.0, slack, base, curve)
    high = wage_target(100.0, 1.01 * slack, base, curve)
    assert math.log(high / low) == pytest.approx(-curve * math.log(1.01), abs=1e-12)


def test_base_slack_gives_the_base_wage_and_no_slack_a_finite_one() -> None:
    assert wage_target(100.0, 0.4, 0.4, 0.07) == 100.0
    assert wage_target(100.0, 0.0, 0.4, 0.07) == pytest.approx(100.0 * 40**0.07)


def test_pay_averages_to_the_reference_whatever_its_spread() -> None:
    ability = ndtri((np.arange(20_000) + 0.5) / 20_000)
    pay = [personal_wage(100.0, 1.2, float(z), 0.3, 0, 0.12) for z in ability]
    assert np.mean(pay) == pytest.approx(120.0, rel=1e-3)
    assert np.std(np.log(pay)) == pytest.approx(0.3, rel=1e-3)


@given(ability=st.floats(-3.0, 3.0), gap=st.floats(0.0, 0.5))
def test_a_woman_earns_less_by_the_gap_in_the_same_post(ability: float, gap: float) -> None:
    man = personal_wage(100.0, 1.1, ability, 0.2, 0, gap)
    assert personal_wage(100.0, 1.1, ability, 0.2, 1, gap) == pytest.approx(man * (1 - gap))


@pytest.mark.parametrize(
    ("floor", "cost"), [(0.0, 125.0), (100.0, 125.0), (125.0, 125.0), (150.0, 150.0)]
)
def test_a_floor_inside_the_markdown_costs_rent_and_no_job(floor: float, cost: float) -> None:
    assert marginal_cost(100.0, 0.25, floor, 0.0) == cost


def test_contributions_come_on_top_of_the_wage_or_the_floor() -> None:
    assert marginal_cost(100.0, 0.25, 0.0, 0.1) == pytest.approx(137.5)
    assert marginal_cost(100.0, 0.25, 150.0, 0.1) == pytest.approx(165.0)


def test_the_premium_settles_where_rents_are_shared() -> None:
    premium = 1.0
    for _ in range(500):
        premium = next_premium(premium, 1.05, 1.4, 0.1, 0.1)
    assert premium == pytest.approx(1.05 * (1.0 + 0.1 * 0.4))


def test_wild_profits_are_shared_within_bounds_only() -> None:
    assert next_premium(1.0, 1.0, 99.0, 0.1, 1.0) == pytest.approx(1.2)
    assert next_premium(1.0, 1.0, -99.0, 0.1, 1.0) == pytest.approx(0.93)


@pytest.mark.parametrize(("post", "units"), [(1, 1.35), (2, 1.0), (3, 0.85), (4, 0.6)])
def test_a_post_has_its_labour_units_and_a_good_fit_adds_to_them(post: int, units: float) -> None:
    assert labour_units(post, 0.0, 0.08, 1.35, 0.85, 0.6) == units
    assert labour_units(post, 1.5, 0.08, 1.35, 0.85, 0.6) == pytest.approx(units * math.exp(0.12))
