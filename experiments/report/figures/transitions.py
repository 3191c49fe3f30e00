"""People who cross the poverty line because of the policies: out of poverty to the right, into it to the left."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.impact.transitions import FLOOR
from poverty_nodes.experiments.report import titles
from poverty_nodes.experiments.report.figures.group_rows import (
    Rows,
    group_rows,
    name_rows,
    suppressed_note,
    values_of,
)
from poverty_nodes.experiments.report.figures.sheet import (
    GAIN,
    INK,
    LOSS,
    QUIET,
    WIDTH,
    Box,
    Drawing,
    Sheet,
    light_grid,
    zero_line,
)
from poverty_nodes.experiments.report.numbers import count
from poverty_nodes.experiments.report.words import samples

_ROW = 0.235
_SUBTITLE = (
    "Persons who are poor in one of the two worlds only, at the end; groups of the base month"
)


def draw_transitions(comparison: Comparison) -> Drawing:
    """Bars of persons lifted out of poverty and pushed into it, with whiskers over seeds."""
    title = titles.transitions(comparison)
    rows = group_rows(comparison)
    table = comparison.transitions
    table = table[table["comparison"] == "policy"]
    with Sheet("transitions", title, _ROW * rows.length + 1.05, _SUBTITLE) as sheet:
        axes = sheet.axes(Box(1.6, 0.75, WIDTH - 3.6, _ROW * rows.length))
        for move, colour, side in (("out", GAIN, 1), ("into", LOSS, -1)):
            mean, low, high = (
                [side * 100 * max(0.0, value) for value in values_of(table, rows, move + end)]
                for end in ("", "_low", "_high")
            )
            axes.barh(rows.heights, mean, color=colour, height=0.72)
            axes.hlines(rows.heights, low, high, color=INK, linewidth=1.0)
        _mark_floor(axes, comparison, rows)
        zero_line(axes, vertical=True)
        _persons(axes, rows.heights, values_of(table, rows, "into_persons"), 1.14, LOSS)
        _persons(axes, rows.heights, values_of(table, rows, "out_persons"), 1.36, GAIN)
        for at, heading, colour in ((1.14, "pushed in", LOSS), (1.36, "lifted out", GAIN)):
            axes.text(at, -0.9, heading, transform=axes.get_yaxis_transform(), ha="right",
                      fontsize=8, color=colour)  # fmt: skip
        name_rows(axes, rows)
        light_grid(axes, "x")
        _symmetric_ticks(axes)
        axes.set_xlabel(
            "per cent of the group: pushed into poverty | lifted out of it", color=QUIET
        )
        sheet.note(
            f"By each person's chances of being poor. Whiskers: 95 % over {samples(comparison)} (luck alone). Ticks: "
            "what luck alone would give." + suppressed_note(rows)
            if comparison.lives > 1
            else "Whiskers: 95 % interval over seeds (luck alone). One life a person: luck is counted."
            + suppressed_note(rows)
        )
        return sheet.finish(
            "Bars by group: share of persons lifted out of poverty by the policies and share pushed into it. "
            f"{title}. The same numbers stand in the table of transitions."
        )


def _mark_floor(axes: Axes, comparison: Comparison, rows: Rows) -> None:
    """Draw a grey tick at what luck alone would give, on both sides."""
    table = comparison.transitions
    table = table[table["comparison"] == FLOOR]
    if table.empty:
        return
    for move, side in (("out", 1), ("into", -1)):
        at = [side * 100 * value for value in values_of(table, rows, move)]
        axes.scatter(at, rows.heights, marker="|", s=45, color=QUIET, linewidths=1.6, zorder=3)


def _persons(
    axes: Axes, heights: Sequence[float], persons: Sequence[float], at: float, colour: str
) -> None:
    for height, value in zip(heights, persons, strict=True):
        axes.text(at, height, count(value), transform=axes.get_yaxis_transform(), ha="right",
                  va="center", fontsize=8.5, color=colour)  # fmt: skip


def _symmetric_ticks(axes: Axes) -> None:
    low, high = axes.get_xlim()
    if high - low < 1e-6:
        axes.set_xlim(-1, 1)
    axes.xaxis.set_major_formatter(lambda value, _: f"{abs(value):g}")
