"""When a result overlaps what was published."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.experiments.evidence.harness.verdict import Interval
from poverty_nodes.experiments.evidence.trials.published import Published, around, downward, upward

RANGE = Published("4 to 8", 4.0, 8.0, "printed")


@pytest.mark.parametrize(
    ("low", "value", "high", "status"),
    [
        (3.0, 3.8, 4.6, "overlaps"),
        (7.5, 8.5, 9.5, "overlaps"),
        (0.0, 2.0, 3.9, "does not overlap"),
        (-20.0, 6.0, 32.0, "overlaps"),
        (-20.0, 3.0, 26.0, "does not overlap"),
        (math.nan, math.nan, math.nan, "not testable"),
    ],
)
def test_intervals_overlap_and_ignorance_is_no_agreement(
    low: float, value: float, high: float, status: str
) -> None:
    assert RANGE.status(Interval(value, low, high)) == status


def test_a_sign_asks_for_the_whole_interval() -> None:
    assert upward("up").status(Interval(1.0, 0.1, 1.9)) == "overlaps"
    assert upward("up").status(Interval(1.0, -0.1, 2.1)) == "does not overlap"
    assert downward("down").status(Interval(-1.0, -1.9, -0.1)) == "overlaps"


@given(value=st.floats(-100.0, 100.0))
def test_a_single_figure_lies_in_its_own_range(value: float) -> None:
    published = around(value, "said")
    assert published.low <= value <= published.high
    assert published.kind == "judged"


def test_without_an_interval_nothing_overlaps_by_default() -> None:
    """One seed has no interval: its mean alone has to lie inside."""
    assert RANGE.status(Interval(9.0, -math.inf, math.inf)) == "does not overlap"
