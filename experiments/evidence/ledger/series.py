"""Torreon 1993-2000 as a series, given its base year and its growth of orders.

It is not quite out of sample: the part of its region that the place hires from was set after a first comparison had
failed (p01 says so).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from poverty_nodes.experiments.evidence.harness.in_words import figure
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.verdict import Interval, interval
from poverty_nodes.experiments.evidence.harness.world import Life
from poverty_nodes.experiments.evidence.patterns.p01_export_insertion import LINKED
from poverty_nodes.experiments.output.terminal_table import Row

SOURCE = "bair2010"
YEARS = {1993: 0, 1998: 60, 2000: 84}
PUBLISHED: dict[str, dict[int, float]] = {
    "jobs": {1993: 12_000, 1998: 65_000, 2000: 75_000},
    "output": {1993: 1.0, 1998: 8.0, 2000: 12.0},
    "output a worker": {1993: 1.0, 1998: 61.5 / 41.7, 2000: 80.0 / 41.7},
    "share of the largest firm": {1993: 0.10, 1998: 0.058, 2000: 0.08},
}
"""Jobs in persons; output and output a worker as multiples of 1993; share of output."""


@dataclass(frozen=True)
class Point:
    """One quantity in one year: the published value and the model's."""

    quantity: str
    year: int
    published: float
    found: Interval


def points(laboratory: Laboratory) -> tuple[Point, ...]:
    """All quantities and years; NotTestableError if the catalogue has no Torreon."""
    scale = laboratory.scale(LINKED)
    readings: dict[str, Callable[[Life, int], float]] = {
        "jobs": lambda life, month: _level(life, "employment", month) / scale,
        "output": lambda life, month: _level(life, "made", month) / life.path("made")[0],
        "output a worker": _output_a_worker,
        "share of the largest firm": _largest,
    }
    return tuple(
        Point(quantity, year, PUBLISHED[quantity][year], interval(values))
        for quantity, reading in readings.items()
        for year, month in YEARS.items()
        for values in [laboratory.read(LINKED, lambda life, r=reading, m=month: r(life, m))]  # type: ignore[misc]
    )


def _level(life: Life, name: str, month: int) -> float:
    """The mean of the quarter that ends in a month."""
    return float(life.path(name)[max(month - 2, 0) : month + 1].mean())


def _output_a_worker(life: Life, month: int) -> float:
    def ratio(then: int) -> float:
        return _level(life, "made", then) / _level(life, "employment", then)

    return ratio(month) / ratio(0)


def _largest(life: Life, month: int) -> float:
    frame = life.frames[month]
    f = frame.firms[frame.living(tier=1)]
    made = f["base_revenue"] * f["output"]
    return float(np.max(made) / made.sum())


def series_lines(series: Sequence[Point]) -> list[Row]:
    """What a terminal shows: published and found, a line for each quantity and year."""
    return [
        {
            "Torreon": each.quantity,
            "year": each.year,
            "published": _short(each.published),
            "value": _short(each.found.value),
            "interval": f"{_short(each.found.low)} to {_short(each.found.high)}",
        }
        for each in series
    ]


def _short(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 1000 else figure(value)


def series_table(series: Sequence[Point]) -> pd.DataFrame:
    """A line for each quantity and year."""
    return pd.DataFrame(
        [
            {
                "cluster": LINKED.cluster,
                "quantity": each.quantity,
                "year": each.year,
                "published": each.published,
                "value": each.found.value,
                "low": each.found.low,
                "high": each.found.high,
                "source": SOURCE,
            }
            for each in series
        ],
        columns=["cluster", "quantity", "year", "published", "value", "low", "high", "source"],
    )
