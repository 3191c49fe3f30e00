"""Firms of different saturation, held against statsmodels 0.15.0 (`record_referees.py`)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from poverty_nodes.experiments.evaluation.estimators.saturation import beside_winners, winners
from tests.experiments.evaluation.estimators.staggered_survey import staggered_survey


def test_winners_against_firms_without_any_are_as_the_referee_has_them() -> None:
    found = winners(staggered_survey())
    assert (found.value, found.error) == pytest.approx(
        (-0.8962758811723565, 0.17539833485858775), rel=1e-8
    )


def test_what_winning_does_is_told_from_what_winners_do_to_others() -> None:
    survey = staggered_survey()
    saturation = survey.saturation
    assert saturation is not None
    chance = np.random.default_rng(1)
    won = (chance.random(len(survey)) < saturation).astype(float)
    last = 2.0 * won - 0.5 * (saturation > 0) * (won == 0)
    y = np.column_stack([np.zeros((len(survey), 4)), last])
    drawn = replace(survey, y=y, offered=won)
    assert winners(drawn).value == pytest.approx(2.0)
    assert beside_winners(drawn).value == pytest.approx(-0.5)
    assert winners(drawn).clusters == 60


def test_without_firms_of_no_winners_there_is_nothing_to_compare_with() -> None:
    survey = staggered_survey()
    full = replace(survey, saturation=np.ones(len(survey)))
    assert np.isnan(winners(full).value)
