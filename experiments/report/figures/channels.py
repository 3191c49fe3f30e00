"""The channels by which each group's consumption changes: stacked bars that add up to the change."""

from __future__ import annotations

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.report import why_words
from poverty_nodes.experiments.report.figures.group_rows import group_rows
from poverty_nodes.experiments.report.figures.sheet import QUIET, WIDTH, Box, Drawing, Sheet
from poverty_nodes.experiments.report.figures.stacked_bars import (
    draw_stacked,
    legend,
    welfare_without,
)

_ROW = 0.25
_SUBTITLE = "Change of mean consumption a person at the end, by channel; groups of the base month"


def draw_channels(comparison: Comparison) -> Drawing:
    """Stacked bars by group; a diamond is the whole change with its interval."""
    title = why_words.channels_title(comparison)
    table, named = comparison.channels, why_words.channels_of(comparison)
    rows = group_rows(comparison).only(set(table["group"]))
    with Sheet("channels", title, _ROW * rows.length + 1.55, _SUBTITLE) as sheet:
        axes = sheet.axes(Box(1.7, 0.72, WIDTH - 1.95, _ROW * rows.length))
        value = table.set_index(["group", "channel"])["change"]
        draw_stacked(axes, rows, tuple(named), value, table, welfare_without(comparison))
        axes.set_xlabel("per cent of the group's consumption without the policies", color=QUIET)
        legend(sheet, named)
        sheet.note(
            "Diamond: the whole change, with its 95 % interval (luck alone). What channels "
            "do only together is shared out."
        )
        return sheet.finish(
            "Stacked bars: for each group the change of mean consumption that came through each channel, "
            f"adding up to its whole change. {title}. The same numbers stand in channels.csv."
        )
