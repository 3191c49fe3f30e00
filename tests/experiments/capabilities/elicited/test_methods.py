"""Weights by each method against closed forms."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.experiments.capabilities.elicited.best_worst_method import best_worst
from poverty_nodes.experiments.capabilities.elicited.comparisons import principal_weights
from poverty_nodes.experiments.capabilities.elicited.elicited import Voices
from poverty_nodes.experiments.capabilities.elicited.rankings import (
    plackett_luce,
    rank_order_centroids,
)


def test_best_and_worst_without_a_contradiction_give_their_ratios():
    weights, xi = best_worst([2, 1, 4, 2, 8], [4, 8, 2, 4, 1])
    assert weights == pytest.approx(np.array([4, 8, 2, 4, 1]) / 19, abs=1e-9)
    assert xi == pytest.approx(0.0, abs=1e-9)


def test_best_and_worst_that_contradict_each_other_say_how_far():
    weights, xi = best_worst([2, 1, 4, 3, 8], [4, 8, 2, 3, 1])
    assert weights == pytest.approx([0.2295, 0.4481, 0.1148, 0.1530, 0.0546], abs=5e-5)
    assert xi == pytest.approx(0.0109, abs=5e-5)


@given(st.lists(st.floats(0.1, 10), min_size=3, max_size=6))
def test_pairs_that_agree_give_back_the_weights_that_they_were_made_of(strengths):
    found, largest, ratio = principal_weights(np.divide.outer(strengths, strengths))
    assert found == pytest.approx(np.array(strengths) / sum(strengths))
    assert (largest, ratio) == pytest.approx((len(strengths), 0.0), abs=1e-6)


def test_two_items_cannot_contradict_each_other():
    assert principal_weights([[1, 4], [1 / 4, 1]])[0] == pytest.approx([0.8, 0.2])
    assert principal_weights([[1, 4], [1 / 4, 1]])[2] == 0.0


def test_rank_order_centroids_are_those_of_the_closed_form():
    assert rank_order_centroids(4) == pytest.approx([0.5208, 0.2708, 0.1458, 0.0625], abs=5e-5)


def test_rankings_of_many_give_back_the_strengths_that_they_were_drawn_with():
    rng, true = np.random.default_rng(3), np.array([0.5, 0.3, 0.15, 0.05])
    clocks = rng.exponential(1 / true, (4000, 4))
    assert plackett_luce(np.argsort(clocks, axis=1), 4) == pytest.approx(true, abs=0.015)


def test_two_items_are_weighed_by_how_often_each_is_put_first():
    rankings = [[0, 1]] * 30 + [[1, 0]] * 10
    found = plackett_luce(rankings, 2)
    assert found[0] == pytest.approx(0.75, abs=0.01)
    assert found[0] < 0.75


def test_an_item_that_always_comes_last_keeps_a_weight_above_nothing():
    found = plackett_luce([[0, 1, 2]] * 50, 3)
    assert (np.diff(found) < 0).all()
    assert found.min() > 0
    assert found.sum() == pytest.approx(1.0)


def test_an_item_that_nobody_ranks_is_neither_first_nor_last():
    found = plackett_luce([[0, 1]] * 9, 3)
    assert found[0] > found[2] > found[1]


def test_respondents_that_agree_leave_no_doubt_and_others_some():
    one = Voices("owners", 2, own=np.array([[0.5, 0.5]] * 5))
    assert np.ptp(one.drawn_again(), axis=0) == pytest.approx([0.0, 0.0])
    two = Voices("owners", 2, own=np.array([[0.9, 0.1], [0.1, 0.9], [0.5, 0.5]]))
    assert two.weights == pytest.approx([0.5, 0.5])
    assert np.ptp(two.drawn_again()[:, 0]) > 0.3
    ranked = Voices("owners", 2, rankings=((0, 1), (0, 1), (1, 0)))
    assert (ranked.respondents, ranked.weights[0] > 0.5) == (3, True)
