"""Conditional co-operation rests at its base and follows others, what it saves and what comes back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.model.rules.joint_action import (
    facility_used,
    next_facility,
    next_giving,
    next_trust,
    pulled_outside,
    unlikeness,
    usual_trust,
    worth_of_acting,
)

SHARES = st.floats(0.0, 1.0)
RATIOS = st.floats(0.0, 3.0)
ROOTS = (0.5, 0.5)


def test_in_quiet_times_trust_giving_and_facility_rest() -> None:
    assert next_trust(0.5, 0.5, 1.0, 1.0, 1.0, 0.01, 0.03) == 0.5
    assert next_giving(0.006, 0.006, 1.0, 1.0, 1.0, 1.0, ROOTS, 5.0, 0.1) == pytest.approx(0.006)
    assert next_facility(1.0, 80.0, 80.0, 0.02) == 1.0
    assert worth_of_acting(0.8, 0.8, 0.0, 6.0) == 1.0


@given(trust=SHARES, others=RATIOS, mine=RATIOS, returned=RATIOS)
def test_trust_stays_between_suspicion_and_faith(
    trust: float, others: float, mine: float, returned: float
) -> None:
    assert 0.05 <= next_trust(trust, 0.5, others, mine, returned, 0.01, 0.03) <= 0.95


def test_trust_rises_when_others_give_more_than_oneself_and_falls_when_they_free_ride() -> None:
    assert next_trust(0.5, 0.5, 1.2, 1.0, 1.0, 0.01, 0.03) > 0.5
    assert next_trust(0.5, 0.5, 0.8, 1.0, 1.0, 0.01, 0.03) < 0.5


@given(trust=st.floats(0.05, 0.95), others=RATIOS, worth=st.floats(0.0, 4.0))
def test_nobody_gives_less_than_nothing_or_five_times_the_base(
    trust: float, others: float, worth: float
) -> None:
    giving = 0.006
    for _ in range(200):
        giving = next_giving(giving, 0.006, 2 * trust, others, worth, 1.0, ROOTS, 5.0, 0.1)
    assert 0.0 <= giving <= 5 * 0.006 + 1e-12


@given(sizes=st.lists(st.floats(0.1, 1e6), min_size=1, max_size=30), minority=st.integers(0, 30))
def test_members_are_unlike_between_not_at_all_and_one_and_a_half(
    sizes: list[float], minority: int
) -> None:
    roots, n = sum(size**0.5 for size in sizes), len(sizes)
    found = unlikeness(roots, sum(sizes), n, min(minority, n))
    assert -1e-9 <= found <= 1.5
    assert found >= unlikeness(roots, sum(sizes), n, 0) - 1e-12


def test_members_who_are_alike_in_size_and_group_are_not_unlike_at_all() -> None:
    assert unlikeness(5 * 4.0, 5 * 16.0, 5, 5) == pytest.approx(0.0)
    assert unlikeness(0.0, 0.0, 0, 0) == 0.0


def test_trust_rests_lower_among_members_who_have_become_less_alike() -> None:
    assert usual_trust(0.5, 0.4, 0.4, 0.5) == 0.5
    assert usual_trust(0.5, 0.6, 0.4, 0.5) < 0.5 < usual_trust(0.5, 0.2, 0.4, 0.5)
    assert usual_trust(0.5, 1.5, 0.0, 1.0) == 0.05


def test_a_closer_buyer_pulls_the_large_away_from_joint_action_more_than_the_small() -> None:
    large, small = (pulled_outside(0.7, 0.5, size, 10.0, 1.0) for size in (100.0, 1.0))
    assert large < small < 1.0
    assert pulled_outside(0.3, 0.5, 10.0, 10.0, 1.0) > 1.0
    assert pulled_outside(0.7, 0.5, 100.0, 10.0, 0.0) == 1.0


def test_joint_action_is_worth_as_much_more_as_it_saves_of_what_it_costs() -> None:
    assert worth_of_acting(1.0, 1.0, 3.0, 6.0) == pytest.approx(1.5)
    assert worth_of_acting(1.0, 1.0, 3.0, 0.0) == 1.0


def test_joint_action_is_worth_less_once_the_facility_stands_and_more_when_it_has_worn_out() -> (
    None
):
    assert worth_of_acting(2.0, 1.0, 0.0, 6.0) < 1.0 < worth_of_acting(0.5, 1.0, 0.0, 6.0)


@given(facility=st.floats(0.0, 10.0), giving=st.floats(0.0, 0.05))
def test_who_gives_more_has_more_of_the_facility_and_everybody_has_the_common_part(
    facility: float, giving: float
) -> None:
    used = facility_used(facility, giving, 0.01, 0.7)
    assert used >= 0.3 * facility - 1e-12
    assert used <= facility_used(facility, giving + 0.001, 0.01, 0.7)
    assert facility_used(facility, giving, 0.01, 0.0) == pytest.approx(facility)


def test_a_facility_rests_where_spending_keeps_it() -> None:
    facility = 1.0
    for _ in range(1000):
        facility = next_facility(facility, 50.0, 100.0, 0.02)
    assert facility == pytest.approx(0.5)
    assert next_facility(0.7, 50.0, 0.0, 0.02) == 0.7


@given(others=st.floats(0.0, 3.0), worth=st.floats(0.0, 4.0))
def test_members_who_answer_to_nobody_give_what_they_gave(others: float, worth: float) -> None:
    given_ = next_giving(0.006, 0.006, 1.0, others, worth, 1.0, (0.0, 0.0), 5.0, 0.1)
    assert given_ == 0.006
