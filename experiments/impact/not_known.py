"""How far what is not known moves an answer: numbers tried one at a time, and draws of all of them at once.

Chance and ignorance are two things. Other seeds show chance, with every number at its value; other numbers show what is
not known, under the same seeds.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import pandas as pd

COLUMNS = (
    *("input", "title", "clause", "unit", "kind", "own_value", "at", "value"),
    *("effect", "low", "high", "difference", "difference_low", "difference_high"),
    *("verdict", "seeds"),
)
"""`at` is low, neutral or high; `effect` that on the headcount in points with the number at `value`, `difference` what
it differs from that with the number at its own value under the same seeds; both with 95 % intervals over seeds.
`verdict` is "" or one of the following."""
TURNS, VANISHES = "turns", "vanishes"
"""The effect has the other sign whatever the luck; the effect differs, and can no longer be told from none."""


@dataclass(frozen=True)
class NotKnown:
    """What is not known beside an answer, in points of the headcount.

    `trials` has the columns of `COLUMNS`, the number that moves the answer most first. `low` and `high` hold luck and
    all that is not known; NaN without draws. `lower` and `higher` are how many of the draws have a lower or a higher
    headcount with the package; None where draws were not counted so.
    `own` is the effect in the worlds of the trials with every number at its own value, `workers` how many of the
    cluster's workers each of them has, `numbers` how many numbers are drawn.
    """

    trials: pd.DataFrame
    low: float
    high: float
    draws: int
    lower: int | None
    higher: int | None
    own: float
    own_low: float
    own_high: float
    workers: int
    numbers: int
    left_out: int = 0

    @property
    def is_sure(self) -> bool:
        """Whether the sign holds over the draws and at each of the values tried."""
        return (self.low > 0 or self.high < 0) and not self.trials["verdict"].eq(TURNS).any()

    @property
    def turning(self) -> pd.DataFrame:
        """The trials that turn the sign of the answer or leave nothing of it, in the order of the table."""
        return self.trials[self.trials["verdict"] != ""]

    @property
    def moving(self) -> pd.DataFrame:
        """For each number that moves the answer whatever the luck the trial that moves it most, the largest first."""
        told = (self.trials["difference_low"] > 0) | (self.trials["difference_high"] < 0)
        rows = self.trials[told]
        order = rows["difference"].abs().sort_values(ascending=False, kind="stable").index
        return rows.loc[order].drop_duplicates("input")


def with_luck(middle: float, end: float, half: float) -> float:
    """An end of the interval of what is not known, widened by chance: two independent distances add up by squares.

    >>> with_luck(-4.0, -1.0, 4.0), with_luck(-4.0, -7.0, 4.0)
    (1.0, -9.0)
    """
    return middle + math.copysign(math.hypot(end - middle, half), end - middle)
