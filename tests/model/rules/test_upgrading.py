"""Upgrading at the pace of the world changes nothing; ahead of it work becomes more skilled."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.model.rules.upgrading import (
    facility_help,
    gained,
    machine_access,
    new_machines,
    post_shares,
    spillover,
    step_chance,
)

LEVELS = st.floats(-5.0, 15.0)
SHARE = st.floats(0.01, 1.0)
SHED, TURNED = (0.02, 0.06, 0.04), (0.04, 0.02)
"""Parts of regular, casual and home posts that a process step sheds, and that product and functional steps turn."""
QUARTERS = (0.25, 0.25, 0.25, 0.25)


@given(hazard=st.floats(0.0, 0.1), knowledge=st.floats(0.0, 2.0), cash=st.floats(0.0, 1e5))
def test_a_step_is_a_chance_and_means_help_within_bounds(
    hazard: float, knowledge: float, cash: float
) -> None:
    chance = step_chance(hazard, knowledge, 1.0, cash, 500.0, 2.0)
    assert 0.0 <= chance <= min(2.0 * hazard * knowledge + 1e-12, 0.5)
    assert step_chance(hazard, knowledge, 1.0, 500.0, 500.0, 2.0) == pytest.approx(
        hazard * knowledge
    )
    assert step_chance(hazard, knowledge, 1.0, 0.0, 500.0, 2.0) == 0.0


@given(investment=st.floats(0.0, 1e5), worn=st.floats(0.0, 1e4), embodied=st.floats(0.0, 1.0))
def test_who_replaces_what_is_worn_out_keeps_the_usual_pace(
    investment: float, worn: float, embodied: float
) -> None:
    factor = new_machines(investment, worn, embodied)
    assert 0.0 <= factor <= 3.0
    assert new_machines(worn, worn, embodied) == pytest.approx(1.0)
    assert new_machines(investment, worn, 0.0) == 1.0


@given(facility=st.floats(0.0, 100.0))
def test_the_facility_helps_by_a_third_at_most(facility: float) -> None:
    assert 2 / 3 - 1e-12 <= facility_help(facility, 2 / 3) <= 4 / 3 + 1e-12
    assert facility_help(facility, 0.0) == 1.0


def test_a_process_step_raises_productivity_by_its_gain() -> None:
    assert gained(3.0, 0.04) == pytest.approx(math.exp(0.12))
    assert gained(0.0, 0.04) == 1.0


@given(a=SHARE, b=SHARE, c=SHARE, d=SHARE)
def test_at_the_pace_of_the_world_posts_stay_as_they_are(
    a: float, b: float, c: float, d: float
) -> None:
    assert post_shares((a, b, c, d), 0.0, 0.0, 0.0, SHED, TURNED) == pytest.approx((a, b, c, d))


@given(a=SHARE, b=SHARE, c=SHARE, d=SHARE, product=LEVELS, functional=LEVELS)
def test_products_and_functions_turn_posts_and_lose_none(
    a: float, b: float, c: float, d: float, product: float, functional: float
) -> None:
    now = post_shares((a, b, c, d), 0.0, product, functional, SHED, TURNED)
    assert sum(now) == pytest.approx(a + b + c + d)
    assert min(now) >= -1e-12


@given(process=LEVELS, product=LEVELS, functional=LEVELS)
def test_no_kind_of_post_falls_below_none(
    process: float, product: float, functional: float
) -> None:
    assert (
        min(post_shares((0.2, 0.3, 0.4, 0.1), process, product, functional, SHED, TURNED)) >= -1e-12
    )


def test_processes_shed_casual_work_first() -> None:
    skilled, regular, casual, home = post_shares(QUARTERS, 5.0, 0.0, 0.0, SHED, TURNED)
    assert casual < home < regular < skilled == 0.25


@given(process=LEVELS, product=LEVELS, functional=LEVELS)
def test_steps_that_shed_and_turn_nothing_leave_posts_as_they_are(
    process: float, product: float, functional: float
) -> None:
    nothing = (0.0, 0.0, 0.0), (0.0, 0.0)
    assert post_shares(QUARTERS, process, product, functional, *nothing) == QUARTERS


@given(gap=st.floats(0.0, 0.9), level=LEVELS)
def test_access_to_machines_is_bounded_and_even_at_base(gap: float, level: float) -> None:
    assert 0.1 <= machine_access(gap, level) <= 2.0
    assert machine_access(gap, 0.0) == 1.0
    assert machine_access(0.0, level) == 1.0


@given(productivity=st.floats(0.2, 5.0), density=st.floats(0.1, 10.0))
def test_laggards_catch_up_and_dense_places_learn(productivity: float, density: float) -> None:
    growth = spillover(productivity, 1.0, density, 0.0025, 0.01)
    learned = 0.0025 * (density / (density + 1.0) - 0.5)
    assert growth == pytest.approx(learned + 0.01 * max(-math.log(productivity), 0.0))
