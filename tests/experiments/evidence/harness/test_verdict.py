"""From values over seeds to a verdict."""

from __future__ import annotations

import math

import numpy as np
import pytest

from poverty_nodes.experiments.evidence.harness.band import Band
from poverty_nodes.experiments.evidence.harness.verdict import (
    interval,
    kind_of,
    over_the_range,
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


def test_what_is_put_in_with_the_description_is_imposed() -> None:
    assert kind_of("reproduced", True, ["emergent"], unreached=False) == "imposed"


def test_what_is_not_reproduced_is_of_no_kind() -> None:
    for status in ("not reproduced", "turns inside its range", "not testable"):
        assert kind_of(status, False, ["emergent"], unreached=False) == ""  # type: ignore[arg-type]


def test_where_nothing_could_be_shown_to_survive_a_pattern_is_imposed() -> None:
    assert kind_of("reproduced", False, [], unreached=False) == "imposed"


def test_a_verdict_has_to_hold_at_every_end_of_a_range() -> None:
    assert over_the_range("reproduced", ["reproduced", "not testable"]) == "turns inside its range"
    assert over_the_range("reproduced", []) == "reproduced"
    assert over_the_range("not reproduced", ["reproduced"]) == "not reproduced"


def test_no_change_at_all_is_no_sign() -> None:
    assert status_of(Band(low=0.0), interval(np.zeros(3))) == "not reproduced"
