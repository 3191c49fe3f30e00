"""Raking meets its margins, keeps what it need not move, and says which cell stands in the way."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poverty_nodes.scenarios.survey.raking import (
    Margin,
    design_effect,
    empty_cells,
    largest_gap,
    rake,
)


def people(seed: int, rows: int) -> tuple[np.ndarray, list[Margin]]:
    """Design weights and two margins that some weights meet: those of a population of which rows are drawn."""
    luck = np.random.default_rng(seed)
    first, second = luck.integers(0, 2, rows), luck.integers(0, 4, rows)
    first[:2], second[:8] = (0, 1), (0, 1, 2, 3) * 2
    truth = luck.uniform(0.5, 5.0, rows) * np.array([1.0, 2.0])[first]
    margins = [
        Margin("a", first, np.bincount(first, weights=truth, minlength=2)),
        Margin("b", second, np.bincount(second, weights=truth, minlength=4)),
    ]
    return luck.uniform(0.5, 5.0, rows), margins


@given(st.integers(0, 10_000), st.integers(20, 400))
@settings(max_examples=40, deadline=None)
def test_margins_of_a_population_are_met_to_a_millionth(seed: int, rows: int) -> None:
    weights, margins = people(seed, rows)
    found = rake(weights, margins)
    assert largest_gap(found.weights, margins)[0] < 1e-6
    assert (found.weights > 0).all()


@given(st.integers(0, 10_000), st.floats(0.1, 100.0))
@settings(max_examples=30, deadline=None)
def test_raked_weights_do_not_hang_on_the_scale_of_the_design_weights(
    seed: int, factor: float
) -> None:
    weights, margins = people(seed, 60)
    one, other = rake(weights, margins), rake(weights * factor, margins)
    np.testing.assert_allclose(one.weights, other.weights, rtol=1e-9)


@given(st.integers(0, 10_000))
@settings(max_examples=30, deadline=None)
def test_within_a_cell_of_all_margins_weights_keep_their_ratios(seed: int) -> None:
    weights, margins = people(seed, 80)
    factor = rake(weights, margins).weights / weights
    cell = margins[0].codes * 4 + margins[1].codes
    for each in np.unique(cell):
        np.testing.assert_allclose(factor[cell == each], factor[cell == each][0], rtol=1e-9)


def test_weights_that_meet_the_totals_are_left_alone() -> None:
    weights = np.array([1.0, 2.0, 3.0])
    margin = Margin("a", np.array([0, 0, 1]), np.array([3.0, 3.0]))
    np.testing.assert_allclose(rake(weights, [margin]).weights, weights)


def test_a_table_by_hand() -> None:
    """Two by two with one in each cell, rows to 30 and 10, columns to 20 and 20: 15, 15, 5, 5."""
    rows, columns = np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])
    margins = [
        Margin("r", rows, np.array([30.0, 10.0])),
        Margin("c", columns, np.array([20.0, 20.0])),
    ]
    np.testing.assert_allclose(rake(np.ones(4), margins).weights, [15, 15, 5, 5])


def test_those_who_did_not_answer_keep_their_share_of_the_weight() -> None:
    margin = Margin("a", np.array([0, 1, -1, -1]), np.array([10.0, 30.0]))
    found = rake(np.ones(4), [margin]).weights
    np.testing.assert_allclose(found, [5.0, 15.0, 10.0, 10.0])


def test_margins_that_cannot_be_met_leave_a_gap_and_its_cell() -> None:
    """Rows 0 are all columns 0, so that their totals must be the same; they are not."""
    margins = [
        Margin("r", np.array([0, 1]), np.array([10.0, 10.0])),
        Margin("c", np.array([0, 1]), np.array([15.0, 5.0])),
    ]
    found = rake(np.ones(2), margins, rounds=50)
    assert found.gap > 0.3
    assert found.worst[0] == "r"


def test_a_cell_without_rows_and_a_row_without_total_are_both_found() -> None:
    margin = Margin("a", np.array([0, 2]), np.array([1.0, 1.0, 0.0]))
    assert empty_cells(margin) == [1, 2]


@given(st.lists(st.floats(0.1, 100.0), min_size=1, max_size=30))
def test_the_design_effect_is_at_least_one(weights: list[float]) -> None:
    assert design_effect(np.array(weights)) >= 1.0 - 1e-12


def test_fifty_thousand_rows_are_raked_in_few_rounds() -> None:
    weights, margins = people(1, 50_000)
    assert rake(weights, margins).rounds <= 20


@pytest.mark.parametrize("total", [0.0])
def test_a_category_of_total_nothing_gets_no_weight(total: float) -> None:
    margin = Margin("a", np.array([0, 1]), np.array([5.0, total]))
    assert rake(np.ones(2), [margin]).weights.tolist() == [5.0, 0.0]
