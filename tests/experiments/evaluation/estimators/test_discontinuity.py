"""A threshold, held against statsmodels 0.15.0 (`record_referees.py`)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from poverty_nodes.experiments.evaluation.estimators.discontinuity import regression_discontinuity
from tests.experiments.evaluation.estimators.staggered_survey import staggered_survey


def test_the_jump_is_that_of_the_referee() -> None:
    survey = staggered_survey()
    assert survey.score is not None
    below = replace(survey, offered=(survey.score < 0).astype(float))
    found = regression_discontinuity(below)
    assert (found.value, found.error) == pytest.approx(
        (0.5127764994019424, 0.276132713657966), rel=1e-8
    )


def test_lines_with_different_slopes_have_the_jump_between_them() -> None:
    survey = staggered_survey()
    score = survey.score
    assert score is not None
    below = (score < 0).astype(float)
    last = 3.0 + 2.0 * score + below * (0.7 - 5.0 * score)
    y = np.column_stack([np.zeros((len(score), 4)), last])
    found = regression_discontinuity(replace(survey, y=y, offered=below))
    assert found.value == pytest.approx(0.7)


def test_without_anybody_on_one_side_there_is_no_jump() -> None:
    survey = staggered_survey()
    assert survey.score is not None
    above = survey.of(survey.score > 0)
    nobody = replace(above, offered=np.zeros(len(above)))
    assert np.isnan(regression_discontinuity(nobody).value)
