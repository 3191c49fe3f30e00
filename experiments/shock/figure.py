"""How many fall into poverty by a shock, by group, with the policies and without them."""

from __future__ import annotations

import pandas as pd

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.report.figures.group_rows import (
    group_rows,
    name_rows,
    suppressed_note,
    values_of,
)
from poverty_nodes.experiments.report.figures.sheet import (
    GAIN,
    LOSS,
    QUIET,
    WIDTH,
    Box,
    Drawing,
    Sheet,
    light_grid,
)
from poverty_nodes.experiments.shock import words

_ROW = 0.26
_SUBTITLE = "Persons who fall below the poverty line by the shock itself, % of the group; groups of the base month"


def draw_shock(comparison: Comparison, table: pd.DataFrame) -> Drawing:
    """Two dots a group, joined by a line, and a tick where luck alone would put the first."""
    title = words.title(table)
    alone, helped = (words.of(table, name) for name in (words.ALONE, words.HELPED))
    rows = group_rows(comparison).only({*alone["group"]} & {*helped["group"]})
    first, second, floor = (
        [100 * each for each in values_of(found, rows, name)]
        for found, name in ((alone, "into"), (helped, "into"), (alone, "floor_into"))
    )
    with Sheet("shock", title, _ROW * rows.length + 1.2, _SUBTITLE) as sheet:
        axes = sheet.axes(Box(1.75, 0.75, WIDTH - 2.1, _ROW * rows.length))
        for height, *ends in zip(rows.heights, first, second, strict=True):
            axes.plot(ends, [height, height], color=QUIET, linewidth=1.2, zorder=1)
        axes.plot(
            first, rows.heights, "o", color=LOSS, markersize=6.5, label="without the policies"
        )
        axes.plot(second, rows.heights, "D", color=GAIN, markersize=5, label="with the policies")
        if floor and floor[0] == floor[0]:
            axes.plot(floor, rows.heights, "|", color=QUIET, markersize=9, label="luck alone")
        name_rows(axes, rows)
        light_grid(axes, "x")
        axes.set_xlim(left=0)
        axes.set_xlabel("per cent of the group", color=QUIET)
        axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=3, frameon=False, fontsize=8.5)
        sheet.note(f"Expected falls; shock.csv has intervals.{suppressed_note(rows)}")
        return sheet.finish(
            f"Dots by group: persons who fall below the line by the shock, with the policies and without. {title}."
        )
