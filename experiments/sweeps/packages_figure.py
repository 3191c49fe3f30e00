"""Packages beside each other: the poverty gap that each closes, and that for each dollar spent."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from poverty_nodes.experiments.report.figures.sheet import (
    GAIN,
    LOSS,
    QUIET,
    UNSURE,
    Box,
    Drawing,
    Sheet,
    light_grid,
    zero_line,
)
from poverty_nodes.experiments.report.numbers import MINUS, money
from poverty_nodes.experiments.sweeps.packages import whole_packages
from poverty_nodes.experiments.sweeps.packages_words import equal_budget

MOST = 40
_LETTERS = 34
_PANELS = (
    ("gap_closed", "poverty gap closed, $"),
    ("gap_closed_per_dollar", "for each $ that the programme spends, $"),
)


def draw_packages(table: pd.DataFrame, names: dict[int, str], seeds: int) -> Drawing:
    """Dots with whiskers, the package that closes most of the gap on top."""
    whole = whole_packages(table)
    rows = whole.head(MOST)
    budget = equal_budget(whole)
    at = f"at an equal budget of {money(budget)}" if math.isfinite(budget) else "by package"
    length = 0.34 * len(rows)
    below = "dollars of poverty gap over all months, with against without"
    with Sheet("packages", f"What each package brings {at}", length + 0.95, below) as sheet:
        for number, (column, label) in enumerate(_PANELS):
            axes = sheet.axes(Box(2.45 + 2.85 * number, 0.85, 2.45, length))
            _dots(axes, rows, column)
            axes.set_xlabel(label)
            axes.set_yticks(range(len(rows)), _labels(rows, names) if number == 0 else [])
            axes.tick_params(axis="y", labelsize=8, length=0)
        sheet.note(_note(whole, seeds))
        return sheet.finish(f"Dots with whiskers: poverty gap closed by each package {at}.")


def _labels(rows: pd.DataFrame, names: dict[int, str]) -> list[str]:
    """Names, with what stays unspent below them where there is a budget."""
    return [
        names[row["point"]][:_LETTERS]
        + (f"\n{money(row['unspent'])} unspent" if math.isfinite(row["unspent"]) else "")
        for _, row in rows.iterrows()
    ]


def _dots(axes: Axes, rows: pd.DataFrame, column: str) -> None:
    for position, (_, row) in enumerate(rows.iterrows()):
        value, low, high = (float(row[f"{column}{end}"]) for end in ("", "_low", "_high"))
        if not np.isfinite(value):
            axes.text(
                0.02,
                position,
                "too little spent to tell",
                fontsize=7.5,
                color=QUIET,
                va="center",
                backgroundcolor="white",
                zorder=4,
                transform=axes.get_yaxis_transform(),
            )
            continue
        colour = GAIN if low > 0 else LOSS if high < 0 else UNSURE
        axes.plot([low, high], [position, position], color=colour, linewidth=2)
        axes.plot(
            [value],
            [position],
            "o",
            color=colour,
            markersize=5,
            markerfacecolor="white" if colour == UNSURE else colour,
        )
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.xaxis.set_major_locator(MaxNLocator(4))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda x, _: _tick(x)))
    light_grid(axes, "x")
    zero_line(axes, vertical=True)


def _tick(value: float) -> str:
    """A sum on an axis: 2 million, 40,000, 0.05."""
    size = abs(value)
    sign = MINUS if value < 0 else ""
    return f"{sign}{size / 1e6:g} m" if size >= 1e6 else f"{sign}{float(f'{size:.3g}'):,.10g}"


def _note(whole: pd.DataFrame, seeds: int) -> str:
    chance = (
        f"Whiskers: 95 % interval of luck over {seeds} seeds"
        if seeds > 1
        else "One seed: no interval"
    )
    more = f" {len(whole) - MOST} more packages stand in packages.csv." if len(whole) > MOST else ""
    return f"{chance}; hollow: the sign may be luck.{more}"
