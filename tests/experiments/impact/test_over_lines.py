"""The headcount at other lines counts as the answer does."""

from __future__ import annotations

import numpy as np

from poverty_nodes.experiments.impact.outcomes import Outcomes
from poverty_nodes.experiments.impact.over_lines import LINES, over_lines


def test_the_change_at_each_line_is_the_mean_of_the_last_months():
    measures = tuple(f"P0_at_{line}" for line in LINES)
    values = np.zeros((3, 2, 5, len(measures), 1))
    for number in range(len(measures)):
        values[:, 0, :, number, 0] = 0.4
        values[:, 1, :, number, 0] = 0.4 - 0.01 * (number + 1)
    values[:, 1, 0] = 0.9  # before the last months
    months = np.arange(5, dtype=np.int32)
    table = over_lines(Outcomes((1, 2, 3), months, measures, ("all",), values, {}), window=4)
    assert table["line"].tolist() == [3.0, 4.2, 8.3]
    assert np.allclose(table["change"], [-1.0, -2.0, -3.0])
    assert np.allclose(table["high"], table["change"])
