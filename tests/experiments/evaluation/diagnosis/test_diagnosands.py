"""Diagnosands on toy studies whose bias, coverage and power are known on paper."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.experiments.evaluation.diagnosis.diagnosands import (
    diagnose,
    error_split,
    jackknife,
    smallest_effect,
)
from poverty_nodes.experiments.evaluation.diagnosis.trials import Readings
from poverty_nodes.experiments.evaluation.estimators.differences import difference_in_differences
from poverty_nodes.experiments.evaluation.survey.survey import Survey


def _readings(value: np.ndarray, placebo: np.ndarray, error: float, truth: float) -> Readings:
    worlds, surveys = value.shape
    found = Readings.empty(worlds, surveys)
    found.truth[:], found.value[:], found.placebo[:] = truth, value, placebo
    found.error[:], found.placebo_error[:], found.clusters[:] = error, error, 1e6
    return found


def test_the_parts_of_the_error_are_those_that_were_put_in() -> None:
    chance = np.random.default_rng(1)
    place = chance.normal(0.0, 2.0, (3000, 1))
    found = place + 1.5 + 4.0 + chance.normal(0.0, 3.0, (3000, 10))
    split = error_split(_readings(found, found - 4.0, 1.0, 4.0))
    assert split["bias"][0] == pytest.approx(1.5, abs=0.15)
    assert split["sampling"][0] == pytest.approx(3.0, rel=0.02)
    assert split["chance_of_the_place"][0] == pytest.approx(2.0, rel=0.05)
    whole = 1.5**2 + 3.0**2 + 2.0**2
    assert split["rmse"][0] == pytest.approx(whole**0.5, rel=0.03)


def test_the_smallest_effect_is_found_in_eight_of_ten_studies() -> None:
    chance = np.random.default_rng(2)
    placebo = chance.normal(0.0, 1.0, (400, 4))
    effect = smallest_effect(placebo)
    said = diagnose(_readings(placebo + effect, placebo, 1.0, effect), "placebo")
    assert said["power"][0] == pytest.approx(0.8, abs=0.04)
    assert said["false_alarms"][0] == pytest.approx(0.05, abs=0.02)
    assert said["coverage"][0] == pytest.approx(0.95, abs=0.02)


def test_a_loss_that_is_called_a_gain_counts_as_the_wrong_sign() -> None:
    value = np.array([[5.0], [5.0], [-5.0], [0.1]])
    said = diagnose(_readings(value, np.zeros((4, 1)), 1.0, -1.0), "clusters")
    assert said["wrong_sign"][0] == 0.5
    assert said["type_s"][0] == pytest.approx(2 / 3)
    assert said["power"][0] == 0.25
    assert said["exaggeration"][0] == pytest.approx(5.0)


@pytest.mark.parametrize(("shock", "share"), [(0.0, 0.95), (0.05, 0.66), (0.10, 0.39)])
def test_errors_by_firm_know_nothing_of_the_luck_of_a_place(shock: float, share: float) -> None:
    """Two places, forty firms of ten in each: as the luck of a place grows beside that of firms, intervals lie."""
    chance = np.random.default_rng(5)
    firm = np.repeat(np.arange(80), 10)
    offered = (firm < 40).astype(float)
    held = []
    for _ in range(800):
        luck = chance.normal(0.0, shock, 2)[(firm >= 40).astype(int)]
        own = chance.normal(0.0, 0.12, 80)[firm]
        change = luck + own + chance.normal(0.0, 0.35, 800)
        y = np.stack([np.zeros(800), change], axis=1)
        found = difference_in_differences(
            Survey(y, offered, offered, np.ones(800), firm, np.zeros((800, 1)))
        )
        held.append(abs(found.value) <= 1.99 * found.error)
    assert np.mean(held) == pytest.approx(share, abs=0.05)


def test_the_error_of_a_mean_over_worlds_is_the_one_of_the_textbook() -> None:
    values = np.array([[1.0], [2.0], [4.0], [9.0]])
    value, error = jackknife({"x": values}, lambda each: float(each["x"].mean()))
    assert value == 4.0
    assert error == pytest.approx(values.std(ddof=1) / 2.0)
