"""Bars that add up: a bar for each group shows what each part adds or takes away, with the sum and its interval."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.report.figures.group_rows import Rows, name_rows
from poverty_nodes.experiments.report.figures.sheet import (
    INK,
    QUIET,
    WIDTH,
    Sheet,
    light_grid,
    zero_line,
)

PALETTE = (
    *("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9"),
    *("#d55e00", "#b8a900", "#7b4ea3", "#999999", "#1b1b1b"),
    *("#8c564b", "#a6d854", "#f4a6a6", "#5c6b73"),
)
"""Okabe and Ito's colours, and colours of our own from the seventh part on."""


def draw_stacked(
    axes: Axes,
    rows: Rows,
    parts: Sequence[str],
    value: pd.Series,
    table: pd.DataFrame,
    whole: pd.Series,
) -> None:
    """Draw positive parts to the right and negative ones to the left; a diamond is the sum, its line the interval.

    `value` is by (group, part) and `whole` by group; bars are `value` in per cent of `whole`, so that rich and poor
    groups can stand on one axis. `table` has group, total, total_low and total_high.
    """
    scale = 100 / whole[list(rows.groups)].to_numpy()
    total = table.drop_duplicates("group").set_index("group")
    heights = np.asarray(rows.heights)
    right, left = np.zeros(len(heights)), np.zeros(len(heights))
    for part, colour in zip(parts, PALETTE, strict=False):
        size = np.array([float(value[(group, part)]) for group in rows.groups]) * scale
        for start, sign in ((right, 1), (left, -1)):
            own = np.where(sign * size > 0, size, 0.0)
            axes.barh(heights, own, left=start.copy(), color=colour, height=0.72, linewidth=0)
            start += own
    found = total.loc[list(rows.groups)]
    low, high = (scale * found[name].to_numpy() for name in ("total_low", "total_high"))
    known = np.isfinite(low)
    axes.hlines(heights[known], low[known], high[known], color=INK, linewidth=1.1, zorder=4)
    axes.plot(
        scale * found["total"],
        heights,
        "D",
        color="white",
        markeredgecolor=INK,
        markersize=5,
        zorder=5,
    )
    zero_line(axes, vertical=True)
    name_rows(axes, rows)
    light_grid(axes, "x")
    axes.margins(x=0.04)


def legend(sheet: Sheet, names: Mapping[str, str], columns: int = 5) -> None:
    """Write the names of the parts with their colours, below the title."""
    patches = [
        Patch(color=colour, label=name)
        for name, colour in zip(names.values(), PALETTE, strict=False)
    ]
    sheet.figure.legend(
        handles=patches,
        loc="upper left",
        bbox_to_anchor=(0.06 / WIDTH, (sheet.body - 0.0) / (sheet.body + sheet.head)),
        ncols=columns,
        frameon=False,
        fontsize=8.5,
        handlelength=1.0,
        columnspacing=1.3,
        labelcolor=QUIET,
    )


def welfare_without(comparison: Comparison) -> pd.Series:
    """Return mean consumption per person and month without the policies, by group."""
    return comparison.winners.set_index("group")["welfare_without"]
