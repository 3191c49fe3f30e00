"""Standard errors of a sampling design, against textbook formulas and against repeated samples."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.scenarios.survey.design import (
    Sample,
    interval_of_share,
    interval_of_size,
    quantile,
)


def simple(rows: int) -> Sample:
    """A simple random sample: every row its own unit, one stratum."""
    return Sample(np.ones(rows), np.arange(rows), np.zeros(rows, dtype=np.int64))


def everybody(rows: int) -> np.ndarray:
    return np.ones(rows, dtype=np.bool_)


def test_a_mean_of_a_simple_sample_has_the_error_of_the_textbook() -> None:
    y = np.random.default_rng(1).normal(10, 3, 200)
    sample = simple(200)
    guess = sample.mean(y, everybody(200))
    assert math.isclose(sample.error(guess), y.std(ddof=1) / math.sqrt(200), rel_tol=1e-9)


def test_a_standard_deviation_has_about_the_error_of_the_normal() -> None:
    y = np.random.default_rng(2).normal(0, 2, 20_000)
    sample = simple(len(y))
    guess = sample.spread(y, everybody(len(y)))
    assert math.isclose(guess.value, 2.0, rel_tol=0.02)
    assert math.isclose(sample.error(guess), 2.0 / math.sqrt(2 * len(y)), rel_tol=0.05)


def test_copies_within_a_unit_add_no_information() -> None:
    y = np.random.default_rng(3).normal(10, 3, 100)
    one = simple(100)
    five = Sample(np.ones(500), np.repeat(np.arange(100), 5), np.zeros(500, dtype=np.int64))
    errors = [
        sample.error(sample.mean(values, everybody(len(values))))
        for sample, values in ((one, y), (five, np.repeat(y, 5)))
    ]
    assert math.isclose(errors[0], errors[1], rel_tol=1e-9)


def test_strata_that_explain_everything_leave_no_error() -> None:
    y = np.repeat([1.0, 5.0], 50)
    sample = Sample(np.ones(100), np.arange(100), np.repeat([0, 1], 50))
    assert sample.error(sample.mean(y, everybody(100))) < 1e-12


def test_a_stratum_with_one_unit_adds_error_and_is_no_crash() -> None:
    y = np.array([1.0, 2.0, 3.0, 9.0])
    sample = Sample(np.ones(4), np.arange(4), np.array([0, 0, 0, 1]))
    assert sample.error(sample.mean(y, everybody(4))) > 0


def test_answers_that_are_missing_are_left_out() -> None:
    y = np.array([1.0, 3.0, np.nan])
    guess = simple(3).mean(y, everybody(3))
    assert (guess.value, guess.rows) == (2.0, 2)


def test_intervals_of_repeated_samples_hold_the_truth_about_as_often_as_they_say() -> None:
    """A thousand samples of 30 units of 8 people who are alike: between 92 and 98 in a hundred."""
    luck = np.random.default_rng(4)
    held = 0
    for _ in range(1000):
        units = luck.normal(0, 1, 30)
        y = np.exp(np.repeat(units, 8) * 0.3 + luck.normal(0, 0.3, 240))
        sample = Sample(np.ones(240), np.repeat(np.arange(30), 8), np.zeros(240, dtype=np.int64))
        guess = sample.mean(y, everybody(240))
        low, high = interval_of_size(guess.value, sample.error(guess), quantile(sample.freedom))
        held += low < math.exp(0.5 * (0.09 + 0.09)) < high
    assert 920 <= held <= 980


@given(st.floats(0, 1), st.floats(0, 0.5), st.integers(1, 10_000))
def test_an_interval_of_a_share_holds_it_and_stays_inside(p: float, error: float, n: int) -> None:
    low, high = interval_of_share(p, error, n, 2.0)
    assert 0.0 <= low <= p + 1e-9
    assert p - 1e-9 <= high <= 1.0


@given(st.floats(1e-3, 1e6), st.floats(0, 1e6))
def test_an_interval_of_a_size_holds_it_and_has_width(value: float, error: float) -> None:
    low, high = interval_of_size(value, error, 2.0)
    assert 0 < low < value < high
