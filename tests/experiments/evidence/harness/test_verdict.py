"""From values over seeds to a verdict."""

from __future__ import annotations

import math

import numpy as np
import pytest

from poverty_nodes.experiments.evidence.harness.band import Band
from poverty_nodes.experiments.evidence.harness.verdict import (
    interval,
    kind_of,
    status_of,
    together,
)


def test_a_sign_needs_the_whole_interval_on_its_side() -> None:
    sure = interval(np.array([0.9, 1.0, 1.1]))
    unsure = interval(np.array([-1.0, 1.0, 2.0]))
    assert status_of(Band(low=0.0), sure) == "reproduced"
    assert status_of(Band(low=0.0), unsure) == "not reproduced"


def test_a_closed_band_asks_for_the_mean() -> None:
    wide = interval(np.array([0.2, 0.7, 1.2]))
    assert status_of(Band(0.5, 0.9), wide) == "reproduced"
    assert status_of(Band(0.71, 0.9), wide) == "not reproduced"


def test_the_interval_is_students() -> None:
    found = interval(np.array([1.0, 2.0, 3.0]))
    assert found.value == 2.0
    assert found.high - found.value == pytest.approx(4.302653 / math.sqrt(3), rel=1e-6)


def test_too_few_seeds_with_a_value_leave_none() -> None:
    assert math.isnan(interval(np.array([1.0, np.nan, np.nan])).value)
    assert interval(np.array([1.0, 1.0, 1.0, np.nan])).value == 1.0
    assert status_of(Band(0.0, 9.0), interval(np.array([np.nan]))) == "not reproduced"


def test_one_statistic_that_fails_fails_the_pattern() -> None:
    assert together(["reproduced", "reproduced"]) == "reproduced"
    assert together(["reproduced", "not reproduced", "not testable"]) == "not reproduced"
    assert together(["reproduced", "not testable"]) == "not testable"


def test_a_pattern_is_emergent_only_if_it_survives_its_ablation() -> None:
    assert kind_of("reproduced", description=False, without="reproduced") == "emergent"
    assert kind_of("reproduced", description=False, without="not reproduced") == "imposed"
    assert kind_of("reproduced", description=False, without=None) == "emergent"


def test_what_is_put_in_with_the_description_is_imposed() -> None:
    assert kind_of("reproduced", description=True, without=None) == "imposed"


def test_what_is_not_reproduced_is_neither() -> None:
    assert kind_of("not reproduced", description=False, without=None) == ""
    assert kind_of("not testable", description=True, without=None) == ""
