"""One place after another: held against linearmodels 7.1 and diff-diff 3.13.0 (`record_referees.py`)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from poverty_nodes.experiments.evaluation.estimators.staggered import group_time, two_way
from tests.experiments.evaluation.estimators.staggered_survey import MONTHS, staggered_survey


def test_two_way_fixed_effects_are_those_of_the_referee() -> None:
    """Its error counts the 304 levels of persons and waves among the coefficients, which nest in clusters in ours."""
    found = two_way(staggered_survey())
    error = 0.10071394246471436 * np.sqrt((1500 - 304) / (1500 - 1))
    assert (found.value, found.error) == pytest.approx((0.5097344331128412, error), rel=1e-8)


def test_effects_by_group_and_time_are_those_of_the_referee() -> None:
    found = group_time(staggered_survey())
    assert (found.value, found.error) == pytest.approx(
        (0.7372841259788497, 0.09947242708854884), rel=1e-8
    )


def test_where_effects_grow_two_way_falls_short_and_group_and_time_do_not() -> None:
    survey = staggered_survey()
    assert survey.opens is not None
    months = np.array(MONTHS)
    since = months[None, :] - survey.opens[:, None]
    has = since >= 0
    plain = replace(survey, y=np.where(has, 0.3 + 0.05 * np.where(has, since, 0.0), 0.0))
    # 0.3 + 0.05 x (0, 12, 24; 0, 12), each group and wave alike.
    assert group_time(plain).value == pytest.approx(0.3 + 0.05 * 48 / 5)
    assert two_way(plain).value < group_time(plain).value - 0.1


def test_without_a_place_that_never_has_it_there_is_no_comparison() -> None:
    survey = staggered_survey()
    assert survey.opens is not None
    all_have = survey.of(np.isfinite(survey.opens))
    assert np.isnan(group_time(all_have).value)
    assert np.isnan(two_way(survey.of(np.zeros(len(survey), dtype=bool))).value)
