"""The same persons followed in time."""

import math
from dataclasses import astuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poverty_nodes.model.measures.poverty import headcount
from poverty_nodes.model.measures.transitions import (
    poverty_over_time,
    poverty_transitions,
)

light = settings(deadline=None, max_examples=50)
population = st.lists(
    st.tuples(st.floats(1, 200), st.floats(1, 200), st.integers(1, 9)), min_size=1, max_size=12
)
BASE, FINAL, WEIGHTS = [80, 80, 120, 120], [90, 110, 90, 130], [1, 2, 3, 4]


def test_each_person_is_in_one_of_four_moves_by_weight():
    moves = poverty_transitions(BASE, FINAL, WEIGHTS, 100)
    assert moves.staying_in == pytest.approx(1 / 10)
    assert moves.out_of == pytest.approx(2 / 10)
    assert moves.into == pytest.approx(3 / 10)
    assert moves.staying_out == pytest.approx(4 / 10)


def test_exit_and_entry_rates_are_of_those_who_could_leave_or_enter():
    moves = poverty_transitions(BASE, FINAL, WEIGHTS, 100)
    assert moves.exit_rate == pytest.approx(2 / 3)
    assert moves.entry_rate == pytest.approx(3 / 7)


def test_where_nobody_was_poor_there_is_no_exit_rate():
    assert math.isnan(poverty_transitions([120], [130], [1], 100).exit_rate)
    assert math.isnan(poverty_transitions([80], [130], [1], 100).entry_rate)


def test_chronic_and_transient_poverty_worked_by_hand():
    # Line 100. One lives at 50 always; another at 60 and 160, mean 110, so is not chronically poor.
    found = poverty_over_time([[50, 50], [60, 160]], [1, 1], 100)
    total = ((0.5**2 + 0.4**2) / 2 + (0.5**2 + 0) / 2) / 2
    assert found.total == pytest.approx(total)
    assert found.chronic == pytest.approx(0.5**2 / 2)
    assert found.transient == pytest.approx(total - 0.5**2 / 2)


def test_paths_that_are_not_a_matrix_are_refused():
    with pytest.raises(ValueError, match="people, dates"):
        poverty_over_time([50, 60], [1, 1], 100)
    with pytest.raises(ValueError, match="people, dates"):
        poverty_over_time(np.zeros((2, 0)), [1, 1], 100)


@light
@given(people=population)
def test_moves_account_for_everybody_and_for_the_change_of_the_headcount(people):
    base, final, weights = zip(*people, strict=True)
    moves = poverty_transitions(base, final, weights, 100)
    change = headcount(final, weights, 100) - headcount(base, weights, 100)
    assert sum(astuple(moves)) == pytest.approx(1)
    assert moves.into - moves.out_of == pytest.approx(change, abs=1e-12)


@light
@given(people=population)
def test_transient_poverty_is_never_negative_for_the_squared_gap(people):
    base, final, weights = zip(*people, strict=True)
    found = poverty_over_time(np.column_stack([base, final]), weights, 100)
    assert found.transient >= -1e-15


@light
@given(people=population)
def test_welfare_that_does_not_move_has_no_transient_poverty(people):
    base, _, weights = zip(*people, strict=True)
    found = poverty_over_time(np.column_stack([base, base]), weights, 100)
    assert found.transient == pytest.approx(0, abs=1e-15)
