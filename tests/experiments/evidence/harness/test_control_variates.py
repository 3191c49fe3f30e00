"""Control variates take chance of known mean out of a drift, and nothing else."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.experiments.evidence.harness.control_variates import (
    ControlVariates,
    mean_given_variates,
    variates_of_month,
)
from poverty_nodes.experiments.evidence.harness.verdict import interval
from poverty_nodes.model.month import Month
from tests.small_economy import rough_economy, synthesised

RANDOM = np.random.default_rng(3)


def test_noise_that_comes_from_the_variates_does_not_widen_the_interval() -> None:
    variates = RANDOM.normal(size=(12, 2))
    changes = 0.02 + variates @ np.array([0.3, -0.1]) + 0.001 * RANDOM.normal(size=12)
    found, plain = mean_given_variates(changes, variates), interval(changes)
    assert found.value == pytest.approx(0.02, abs=0.002)
    assert found.high - found.low < 0.1 * (plain.high - plain.low)


def test_a_drift_that_all_seeds_share_stays() -> None:
    variates = RANDOM.normal(size=(12, 2))
    assert mean_given_variates(np.full(12, 0.08), variates).value == pytest.approx(0.08)


def test_over_many_samples_the_drift_is_right_on_average_and_covered() -> None:
    found = []
    for _ in range(300):
        variates = RANDOM.normal(size=(12, 2))
        found.append(
            mean_given_variates(0.05 + variates[:, 0] + 0.5 * RANDOM.normal(size=12), variates)
        )
    assert np.mean([each.value for each in found]) == pytest.approx(0.05, abs=0.04)
    covered = np.mean([each.low <= 0.05 <= each.high for each in found])
    assert covered == pytest.approx(0.95, abs=0.04)


@pytest.mark.parametrize("seeds", [2, 6])
def test_with_few_seeds_nothing_is_taken_out(seeds: int) -> None:
    changes, variates = RANDOM.normal(size=seeds), RANDOM.normal(size=(seeds, 2))
    assert mean_given_variates(changes, variates) == interval(changes)


def test_without_any_variates_the_mean_is_plain() -> None:
    changes = RANDOM.normal(size=12)
    assert mean_given_variates(changes, np.zeros((12, 2))) == interval(changes)


def test_variates_are_weighted_by_base_sales() -> None:
    state = synthesised()
    state.firms["transitory_productivity"] = np.where(state.firms["place"] == 0, 0.1, -0.2)
    state.buyers["volume"] = 1.5
    assert variates_of_month(state) == pytest.approx(np.array([[0.1, 0.5], [-0.2, 0.5]]))


def test_persistent_productivity_is_what_a_month_draws_weighted_by_sales() -> None:
    state = rough_economy()
    state.places["exit_scale"] = state.places["entry_scale"] = 0.0
    follow = ControlVariates(state)
    assert follow.of(state)[:, 2].tolist() == [0.0, 0.0]
    before = state.firms.copy()
    Month().advance(state)
    kept, here = state.parameters["luck_persistence"][0], before["alive"] == 1
    level = before["initial_productivity"] + before["persistent_productivity"]
    drawn = (
        state.firms["initial_productivity"]
        + state.firms["persistent_productivity"]
        - kept * level
        + before["productivity_drift"]
    )
    drawn = np.where(state.firms["id"] == before["id"], drawn, 0.0)
    found = follow.of(state)
    assert found.shape == (2, 3)
    for place in (0, 1):
        mine = here & (before["place"] == place)
        assert np.all(state.firms["id"][mine] == before["id"][mine])
        mean = np.average(drawn[mine], weights=before["revenue"][mine])
        assert found[place, 2] == pytest.approx(mean)


def test_persistent_productivity_fades_as_that_of_firms_does() -> None:
    state = rough_economy()
    follow = ControlVariates(state)
    Month().advance(state)
    state.firms["productivity_spread"] = 0.0
    first = follow.of(state)[:, 2]
    Month().advance(state)
    kept = state.parameters["luck_persistence"][0]
    assert follow.of(state)[:, 2] == pytest.approx(kept * first)
