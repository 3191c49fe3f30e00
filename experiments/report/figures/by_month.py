"""The effect on consumption by month, with a small chart for each group."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.impact.interval import Spread, over_seeds
from poverty_nodes.experiments.report import titles
from poverty_nodes.experiments.report.figures.sheet import (
    GAIN,
    INK,
    LOSS,
    UNSURE,
    WIDTH,
    Box,
    Drawing,
    Sheet,
    blank,
    light_grid,
    zero_line,
)
from poverty_nodes.experiments.report.labels import group_label

_ORDER = (
    "all",
    "contract=regular",
    "contract=casual",
    "contract=homework",
    "contract=own_account",
    "contract=none",
)
_COLUMNS = 3
_SUBTITLE = "Mean consumption a person, with against without, in per cent; whoever belongs to the group in that month"


def draw_by_month(comparison: Comparison) -> Drawing:
    """Draw lines with bands over seeds; coloured if the sign at the end holds whatever the luck."""
    title = titles.by_month(comparison)
    table = comparison.by_month[comparison.by_month["measure"] == "mean_welfare"]
    groups = [each for each in _ORDER if each in set(table["group"])]
    lines = -(-max(len(groups), 1) // _COLUMNS)
    tall = 1.25
    with Sheet("gains_by_month", title, lines * (tall + 0.42) + 0.62, _SUBTITLE) as sheet:
        if not groups:
            blank(sheet, "no group is large enough to report")
            return sheet.finish(title)
        wide = (WIDTH - 0.85) / _COLUMNS
        shared: Axes | None = None
        for number, group in enumerate(groups):
            line, column = divmod(number, _COLUMNS)
            bottom = 0.62 + (lines - 1 - line) * (tall + 0.42)
            axes = sheet.axes(Box(0.72 + column * wide, bottom, wide - 0.2, tall))
            if shared is not None:
                axes.sharey(shared)
                axes.sharex(shared)
            shared = shared or axes
            _draw_group(axes, comparison, group)
            axes.tick_params(labelbottom=line == lines - 1 or number + _COLUMNS >= len(groups))
            axes.tick_params(labelleft=column == 0, labelsize=8)
            if column == 0:
                axes.set_ylabel("per cent", fontsize=8)
        sheet.note(
            "Bands: 95 % (luck alone). Dotted: policies begin. At the end, whatever the luck: blue gains, "
            "orange loses; grey: may be luck."
        )
        return sheet.finish(
            "Small line charts: the effect on mean consumption by month, for all persons and by contract. "
            f"{title}. The same effects in dollars stand in by_month.csv."
        )


def _draw_group(axes: Axes, comparison: Comparison, group: str) -> None:
    """Draw the line of a group with its band, and the months in which policies begin."""
    found, months = _growth(comparison, group), comparison.monthly.months
    low, high = found.low, found.high
    colour = GAIN if low[-1] > 0 else LOSS if high[-1] < 0 else UNSURE
    axes.fill_between(months, low, high, color=colour, alpha=0.22, linewidth=0)
    axes.plot(months, found.mean, color=colour, linewidth=1.6)
    zero_line(axes)
    first = comparison.terms.first_month
    if first is not None and first <= comparison.terms.months:
        axes.axvline(first, color=INK, linewidth=0.8, linestyle=":")
    axes.set_title(group_label(group), fontsize=9, loc="left", color=INK)
    light_grid(axes)
    last = int(months[-1])
    axes.set_xticks(np.arange(0, last + 1, 12 if last >= 24 else max(1, last // 4)))


def _growth(comparison: Comparison, group: str) -> Spread:
    """Return the change of a group's mean consumption in each month, in per cent, over seeds."""
    paths = comparison.monthly.of_populations("mean_welfare", group)
    with np.errstate(invalid="ignore", divide="ignore"):
        return over_seeds(100 * (paths[:, 1] / paths[:, 0] - 1))
