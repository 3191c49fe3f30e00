"""Small charts over time say nothing of rounding, and make room for their legend."""

from __future__ import annotations

import numpy as np

from poverty_nodes.experiments.impact.interval import over_seeds
from poverty_nodes.experiments.report.figures.panels_over_time import height_of, in_unit


def test_what_is_left_of_numbers_that_cancel_is_nothing() -> None:
    found = in_unit(over_seeds(np.array([[0.1, 1e-17], [0.3, -3e-17]])), 100.0)
    assert found.mean.tolist() == [20.0, 0.0]
    assert found.low[1] == found.high[1] == 0.0


def test_a_drawing_grows_by_rows_of_charts_and_of_the_legend() -> None:
    assert height_of(3) < height_of(4) == height_of(6)
    assert height_of(6) < height_of(6, 5) < height_of(6, 6)
