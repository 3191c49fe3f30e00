"""Luck and what is not known, one row an outcome: two whiskers of different thickness."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from poverty_nodes.experiments.impact.interval import ends_words
from poverty_nodes.experiments.question.question import Measured
from poverty_nodes.experiments.report.figures.sheet import (
    GAIN,
    QUIET,
    WIDTH,
    Box,
    Drawing,
    Sheet,
    light_grid,
    zero_line,
)
from poverty_nodes.experiments.uncertainty.words import factor, figure, title, unit_words

_ROW = 0.62


def draw_uncertainty(table: pd.DataFrame, outcomes: Sequence[Measured]) -> Drawing:
    """An own axis for each outcome, since units differ; the effect where there is one, else the level."""
    is_effect = (table["quantity"] == "effect").any()
    heading = "How sure: whatever the luck, and whatever is not known"
    draws = int(table["draws"].max())
    seeds = int(table["seeds"].max())
    below = f"{'Effect of the package' if is_effect else 'Level at the end'}, each outcome on an axis of its own"
    with Sheet("uncertainty", heading, _ROW * len(outcomes) + 0.5, below) as sheet:
        for number, outcome in enumerate(outcomes):
            bottom = 0.55 + _ROW * (len(outcomes) - 1 - number)
            axes = sheet.axes(Box(2.75, bottom, WIDTH - 4.6, _ROW - 0.33))
            _draw_outcome(axes, _row(table, outcome), outcome, bool(is_effect))
        sheet.note(
            f"Thin: 95 % interval of luck, {seeds} seeds. Thick: {ends_words(draws)} of {draws} draws of what is not "
            "known. Per cent: its part in how single runs differ."
        )
        return sheet.finish(f"{heading}: {below}. The numbers stand in uncertainty.csv.")


def _draw_outcome(axes: Axes, row: pd.Series, outcome: Measured, is_effect: bool) -> None:
    """The intervals of an outcome on its axis, its name at the left and its numbers at the right."""
    cells = ["value", "low", "high", "inputs_low", "inputs_high"]
    value, low, high, far_low, far_high = (factor(outcome) * float(row[each]) for each in cells)
    axes.plot(
        [far_low, far_high], [0, 0], color=GAIN, alpha=0.28, linewidth=9, solid_capstyle="butt"
    )
    axes.plot([low, high], [0, 0], color=GAIN, linewidth=2.5)
    axes.plot([value], [0], "o", color=GAIN, markersize=5)
    _trim(axes, np.array([value, low, high, far_low, far_high]), is_effect)
    name = f"{title(outcome)}\n{unit_words(outcome, is_effect)}"
    at_side: dict[str, Any] = {"transform": axes.transAxes, "va": "center", "fontsize": 8}
    axes.text(-0.02, 0.5, name, ha="right", **at_side)
    words = figure(float(row["value"]), outcome, is_effect)
    share = float(row["share_inputs"])
    text = f"{words}\nnot known: {100 * share:.0f} %" if np.isfinite(share) else words
    axes.text(1.02, 0.5, text, ha="left", color=QUIET, **at_side)


def _row(table: pd.DataFrame, outcome: Measured) -> pd.Series:
    mine = (table["outcome"] == outcome.measure) & (table["group"] == outcome.group)
    return table[mine].iloc[-1]  # the effect stands last


def _trim(axes: Axes, marks: np.ndarray, is_effect: bool) -> None:
    known = marks[np.isfinite(marks)]
    if is_effect:
        known = np.append(known, 0.0)
        zero_line(axes, vertical=True)
    edge = 0.08 * np.ptp(known) or 0.1 * abs(float(known[0])) or 0.1
    axes.set_xlim(known.min() - edge, known.max() + edge)
    axes.set_ylim(-1, 1)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.tick_params(labelsize=7, length=2, pad=1)
    light_grid(axes, "x")
