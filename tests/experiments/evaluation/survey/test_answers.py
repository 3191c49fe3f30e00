"""Who answers, and what is understood of it."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.experiments.evaluation.panel.outcomes import OUTCOMES, Reported
from poverty_nodes.experiments.evaluation.study.study import Loss, Misreport
from poverty_nodes.experiments.evaluation.survey.answers import answered, measured, reported

MANY = 200_000


def test_so_many_refuse_and_so_many_are_lost_as_the_study_says() -> None:
    none = np.zeros(MANY)
    there = answered(Loss(refusal=0.1, attrition=0.2), none > 0, none, 3, np.random.default_rng(1))
    assert there[:, 0].mean() == pytest.approx(0.9, abs=0.005)
    assert there[:, 2].sum() / there[:, 0].sum() == pytest.approx(0.8, abs=0.005)
    assert not (there[:, 2] & ~there[:, 1]).any()


def test_those_who_gained_may_be_the_ones_who_moved_away() -> None:
    gain = np.repeat([1.0, -1.0], MANY // 2)
    loss = Loss(refusal=0.0, attrition=0.2, change=1.0)
    there = answered(loss, gain > 5, gain, 2, np.random.default_rng(1))[:, 1]
    odds = [(1 - each.mean()) / each.mean() for each in (there[gain > 0], there[gain < 0])]
    assert np.log(odds[0] / odds[1]) == pytest.approx(2.0, abs=0.05)


def test_without_error_what_is_reported_is_what_is() -> None:
    said = Reported(np.array([100.0, 200.0]), np.array([0.0, 50.0]), np.array([0, 1], np.int8))
    plain = Misreport(noise=0.0)
    offered = np.array([True, False])
    again = reported(said, plain, offered, np.random.default_rng(1))
    assert again.welfare.tolist() == [100.0, 200.0]
    y = measured([said], OUTCOMES["poor"], 150.0, plain, [offered], np.random.default_rng(1))
    assert y[:, 0].tolist() == [100.0, 0.0]
    assert OUTCOMES["work"].of(said, 150.0).tolist() == [0.0, 100.0]


def test_amounts_are_rounded_and_lifted_for_those_who_were_offered_something() -> None:
    said = Reported(np.array([101.0, 101.0]), np.zeros(2), np.zeros(2, np.int8))
    error = Misreport(noise=0.0, heaping=10.0, hawthorne=0.1)
    found = reported(said, error, np.array([True, False]), np.random.default_rng(1))
    assert found.welfare.tolist() == [110.0, 100.0]
