"""Shares of a whole: known games, and the laws that make them Shapley's."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.experiments.attribution import shapley
from poverty_nodes.experiments.attribution.orders import orders_of


def game(values):
    return {part: np.array([float(value)]) for part, value in enumerate(values)}


def test_two_parts_split_what_they_do_only_together():
    value = game([0, 3, 1, 10])
    assert shapley.shares(value, 2, None).ravel() == pytest.approx([6.0, 4.0])
    assert shapley.alone(value, 2).ravel() == pytest.approx([3.0, 1.0])
    assert shapley.last(value, 2).ravel() == pytest.approx([9.0, 7.0])


def test_a_glove_game_gives_the_scarce_side_two_thirds():
    # One left glove (part 0), two right ones: a pair is worth 1 (Shapley and Shubik 1969).
    value = game([0, 0, 0, 1, 0, 1, 0, 1])
    assert shapley.shares(value, 3, None).ravel() == pytest.approx([2 / 3, 1 / 6, 1 / 6])


@given(st.lists(st.floats(-1e3, 1e3), min_size=16, max_size=16))
def test_shares_add_up_to_the_whole(values):
    value = game(values)
    for orders in (None, [(0, 1, 2, 3), (2, 0, 3, 1)]):
        total = shapley.shares(value, 4, orders).sum()
        assert total == pytest.approx(values[15] - values[0], abs=1e-8)


@given(st.lists(st.floats(-1e3, 1e3), min_size=8, max_size=8))
def test_all_orders_give_the_exact_shares(values):
    from itertools import permutations

    value = game(values)
    sampled = shapley.shares(value, 3, list(permutations(range(3))))
    assert sampled == pytest.approx(shapley.shares(value, 3, None), abs=1e-8)


@given(st.lists(st.floats(-1e3, 1e3), min_size=28, max_size=28), st.integers(0, 50))
def test_an_order_and_its_reverse_share_what_pairs_do_exactly(worth, seed):
    # A game of seven parts in which a set is worth what its parts and its pairs are worth.
    pair = iter(worth[7:])
    together = {(i, j): next(pair) for i in range(7) for j in range(i)}
    value = {
        part: np.array(
            [
                sum(worth[i] for i in range(7) if part >> i & 1)
                + sum(each for (i, j), each in together.items() if part >> i & 1 and part >> j & 1)
            ]
        )
        for part in range(128)
    }
    sampled = shapley.shares(value, 7, orders_of(7, seed))
    assert sampled == pytest.approx(shapley.shares(value, 7, None), abs=1e-7)


def test_a_part_that_does_nothing_has_no_share():
    value = game([0, 2, 0, 2, 5, 9, 5, 9])
    assert shapley.shares(value, 3, None)[1] == 0


def test_up_to_six_parts_all_sets_are_tried_and_above_some_orders():
    assert orders_of(6, 1) is None
    assert len(shapley.sets_needed(6, None)) == 64
    orders = orders_of(7, 1)
    assert len(orders) == 2 * shapley.PAIRS
    assert orders == orders_of(7, 1)
    assert all(sorted(order) == list(range(7)) for order in orders)
    assert len(shapley.sets_needed(7, orders)) < 128


def test_over_seeds_each_part_stands_first_equally_often():
    first = [order[0] for seed in range(7) for order in orders_of(7, seed)[::2]]
    assert {first.count(part) for part in range(7)} == {shapley.PAIRS}
