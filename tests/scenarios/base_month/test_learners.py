"""Teaching keeps the skilled as many for ten years."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.month import Month
from poverty_nodes.scenarios.base_month.learners import HORIZON, learners_needed
from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.scenario import Scenario


def test_as_many_learn_in_ten_years_as_retire_of_the_skilled_and_of_those_who_learn() -> None:
    draw = np.random.default_rng(1)
    skilled, pool = draw.integers(0, 540, 300), draw.integers(0, 540, 900).astype(float)
    weight = draw.uniform(0.0, 1.0, 900)
    pace = learners_needed(skilled.astype(float), pool, weight)
    left = draw.choice(pool, (HORIZON, 4000), p=weight / weight.sum())
    gone = (left < HORIZON - np.arange(HORIZON)[:, None]).mean(axis=1).sum()
    assert pace * HORIZON == pytest.approx((skilled < HORIZON).sum() + pace * gone, rel=0.01)


def test_nobody_has_to_learn_where_nobody_skilled_retires() -> None:
    assert learners_needed(np.array([300.0]), np.array([300.0]), np.array([1.0])) == 0.0


def test_the_skilled_are_as_many_after_ten_quiet_years() -> None:
    cluster = load_cluster("sialkot_surgical")
    quiet, month, ratios = Scenario(cluster=cluster, months=HORIZON, scale=0.1), Month(), []
    for seed in range(1, 9):
        state = quiet.start(seed)
        before = state.workers["skill"].sum()
        for _ in range(HORIZON):
            month.advance(state)
        ratios.append(state.workers["skill"].sum() / before)
    assert np.mean(ratios) == pytest.approx(1.0, abs=0.02)
