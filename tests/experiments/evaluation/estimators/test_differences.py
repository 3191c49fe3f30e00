"""Estimators of differences, held against what other libraries made of the same survey."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.experiments.evaluation.estimators.alike import matched, reweighted
from poverty_nodes.experiments.evaluation.estimators.differences import (
    ancova,
    before_after,
    difference_in_differences,
    difference_in_means,
    instrument,
)
from poverty_nodes.experiments.evaluation.estimators.fit import Estimate
from poverty_nodes.experiments.evaluation.survey.survey import Survey

REFEREE = {
    difference_in_differences: (0.15314516276162202, 0.15332042499203313),
    ancova: (0.2987611285890724, 0.1502804615955386),
    difference_in_means: (0.6120896073495001, 0.15953887373889888),
    instrument: (0.24958670229069446, 0.24986505252641306),
    reweighted: (0.31332589186174636, 0.16343162838965616),
}
"""Estimates and clustered errors by statsmodels 0.15.0 (WLS, GLM) and linearmodels 7.1 (IV2SLS, debiased)."""


@pytest.fixture
def survey() -> Survey:
    """Twenty clusters of twelve persons; ten clusters are offered a programme, which six in ten take up."""
    chance = np.random.default_rng(29)
    cluster = np.repeat(np.arange(20), 12)
    offered = (cluster < 10).astype(float)
    first = chance.normal(5, 1, 240) + 0.5 * offered
    luck = chance.normal(0, 0.3, 20)[cluster]
    reached = ((chance.random(240) < 0.6) & (offered > 0)).astype(float)
    last = first * 0.7 + 1 + 0.4 * reached + luck + chance.normal(0, 0.6, 240)
    weight = chance.uniform(0.5, 2, 240)
    known = chance.integers(0, 2, 240).astype(float)
    return Survey(
        np.stack([first, last], axis=1), offered, reached, weight, cluster, known[:, None]
    )


@pytest.mark.parametrize("estimator", REFEREE, ids=lambda each: each.__name__)
def test_estimates_and_errors_are_those_of_the_referee(
    estimator: Callable[[Survey], Estimate], survey: Survey
) -> None:
    found = estimator(survey)
    assert (found.value, found.error) == pytest.approx(REFEREE[estimator], rel=1e-8)


@given(st.floats(-100, 100), st.floats(-100, 100))
def test_a_change_that_all_share_is_no_effect_of_the_programme(before: float, after: float) -> None:
    chance = np.random.default_rng(1)
    y = chance.normal(0, 1, (60, 2))
    offered = np.repeat([1.0, 0.0], 30)
    base = _survey(y, offered)
    moved = _survey(y + np.array([before, after]), offered)
    assert difference_in_differences(moved).value == pytest.approx(
        difference_in_differences(base).value, abs=1e-9
    )
    assert before_after(moved).value == pytest.approx(
        before_after(base).value + after - before, abs=1e-9
    )


def test_those_who_do_not_answer_the_last_wave_are_left_out() -> None:
    y = np.array([[1.0, 3.0], [1.0, np.nan], [1.0, 5.0], [2.0, 2.0], [2.0, 3.0], [0.0, 9.0]])
    found = difference_in_differences(_survey(y, np.array([1.0, 1, 1, 0, 0, 0])))
    assert found.value == pytest.approx((2 + 4) / 2 - (0 + 1 + 9) / 3)


def test_a_match_is_made_with_whoever_was_likest_before() -> None:
    first = np.array([1.0, 2, 3, 4, 5, 1, 2, 3, 4, 5])
    y = np.stack([first, first + np.repeat([7.0, 0.0], 5) + 10 * first], axis=1)
    survey = _survey(y, np.repeat([1.0, 0.0], 5))
    assert matched(survey, neighbours=1).value == pytest.approx(7.0)


@pytest.mark.parametrize(
    "estimator", [*REFEREE, before_after, matched], ids=lambda each: each.__name__
)
def test_too_few_persons_make_no_estimate(estimator: Callable[[Survey], Estimate]) -> None:
    nobody = _survey(np.zeros((0, 2)), np.zeros(0))
    alone = _survey(np.ones((1, 2)), np.ones(1))
    assert np.isnan([estimator(nobody).value, estimator(alone).value]).all()


def _survey(y: np.ndarray, offered: np.ndarray) -> Survey:
    rows = len(y)
    return Survey(y, offered, offered, np.ones(rows), np.arange(rows), np.zeros((rows, 1)))
