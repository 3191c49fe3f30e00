"""Worlds without the programme as the measure of chance."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.experiments.evaluation.inference.placebo import Placebo, half_width, spread


def test_intervals_hold_a_new_estimate_as_often_as_they_say() -> None:
    """A thousand laboratories of twelve worlds: 95 of 100 estimates lie in the interval of the other worlds."""
    chance = np.random.default_rng(1)
    held = []
    for _ in range(1000):
        found = chance.normal(3.0, 2.0, (12, 1))
        placebo = Placebo.of(found)
        held.append((np.abs(found[:, 0] - placebo.centre) <= placebo.half).mean())
    assert np.mean(held) == pytest.approx(0.95, abs=0.01)


def test_the_spread_is_that_of_one_survey_of_one_world() -> None:
    chance = np.random.default_rng(2)
    worlds = chance.normal(0.0, 3.0, (4000, 1)) + chance.normal(0.0, 4.0, (4000, 5))
    assert spread(worlds) == pytest.approx(5.0, rel=0.03)


def test_no_world_is_its_own_judge() -> None:
    placebo = np.array([[100.0], [1.0], [2.0], [3.0]])
    found = Placebo.of(placebo)
    assert found.centre[0] == 2.0
    assert found.half[0] == half_width(1.0, 3)


def test_two_worlds_tell_no_spread() -> None:
    assert np.isnan(Placebo.of(np.ones((2, 3))).half).all()
