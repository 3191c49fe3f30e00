"""Tables of many rows: how many would be flagged by luck alone, and how many hold when all are judged together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from poverty_nodes.experiments.impact.interval import LEVEL, Numbers, student_factor


@dataclass(frozen=True)
class Family:
    """Rows of a table that are judged together; `gaining` and `losing` hold for the family as a whole (Holm)."""

    rows: int
    flagged: int
    by_luck: float
    gaining: int
    losing: int


def family_of(table: pd.DataFrame, samples: int) -> Family | None:
    """The family of the rows of a table with `mean_change`, `low` and `high`; None below two samples or rows."""
    known = table[np.isfinite(table["low"]) & np.isfinite(table["high"])]
    if samples < 2 or len(known) < 2:
        return None
    chances = chance_of_luck(known["mean_change"], known["low"], known["high"], samples)
    held, up = holm(chances), known["mean_change"].to_numpy() > 0
    return Family(
        rows=len(known),
        flagged=int((chances < 1 - LEVEL).sum()),
        by_luck=(1 - LEVEL) * len(known),
        gaining=int((held & up).sum()),
        losing=int((held & ~up).sum()),
    )


def chance_of_luck(mean: ArrayLike, low: ArrayLike, high: ArrayLike, samples: int) -> Numbers:
    """The two-sided chance that luck alone gives such a mean, read back from Student's interval; 1 for a mean of 0.

    >>> chance_of_luck([1.0, 1.0, 0.0], [0.0, 0.5, 0.0], [2.0, 1.5, 0.0], 5).round(3).tolist()
    [0.05, 0.005, 1.0]
    """
    from scipy.special import stdtr  # scipy.stats would take a second to import

    value = np.asarray(mean, dtype=np.float64)
    half = (np.asarray(high, dtype=np.float64) - np.asarray(low, dtype=np.float64)) / 2
    with np.errstate(invalid="ignore", divide="ignore"):
        ratio = np.abs(value) / (half / student_factor(samples))
    return np.where(value == 0, 1.0, 2 * stdtr(samples - 1, -ratio))


def holm(chances: ArrayLike) -> NDArray[np.bool_]:
    """Which hold if the chance of a single false one among all is to stay below 5 %.

    Holm (1979), Scandinavian Journal of Statistics 6: the smallest chance against 5 % over all rows, the next against
    5 % over all but one, until one fails.

    >>> holm([0.04, 0.001, 0.03]).tolist(), holm([0.04, 0.001, 0.02]).tolist()
    ([False, True, False], [True, True, True])
    """
    each = np.asarray(chances, dtype=np.float64)
    order = np.argsort(each, kind="stable")
    passes = each[order] <= (1 - LEVEL) / np.arange(each.size, 0, -1)
    held = np.zeros(each.size, dtype=np.bool_)
    held[order] = np.logical_and.accumulate(passes)
    return held
