"""The change of the headcount at each poverty line that is measured: whether poverty falls at every one of them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from poverty_nodes.experiments.impact.interval import over_seeds
from poverty_nodes.experiments.impact.outcomes import Outcomes

LINES = ("3.00", "4.20", "8.30")
"""International lines, in dollars of 2021 a person a day; the measure of each is `P0_at_LINE`."""


def over_lines(outcomes: Outcomes, window: int) -> pd.DataFrame:
    """A row a line: dollars a day, headcounts without and with in per cent, their difference in points.

    Counted as the headcount of the answer: month by month, a mean over the last months.
    """
    rows = []
    for line in LINES:
        paths = 100 * outcomes.of_populations(f"P0_at_{line}")[:, :, -window:].mean(axis=2)
        found = over_seeds(paths[:, 1] - paths[:, 0])
        rows.append(
            {
                "line": float(line),
                "without": float(np.mean(paths[:, 0])),
                "with": float(np.mean(paths[:, 1])),
                "change": float(found.mean),
                "low": float(found.low),
                "high": float(found.high),
            }
        )
    return pd.DataFrame(rows)
