"""Winners and losers: how many persons of each group fall into each of the five bins."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.patches import Patch

from poverty_nodes.experiments.impact.bins import BINS
from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.report import titles
from poverty_nodes.experiments.report.figures.group_rows import (
    Rows,
    group_rows,
    name_rows,
    suppressed_note,
)
from poverty_nodes.experiments.report.figures.sheet import (
    BIN_COLOURS,
    INK,
    QUIET,
    WIDTH,
    Box,
    Drawing,
    Sheet,
)

BIN_LABELS = ("lose > 5 %", "lose up to 5 %", "same (1 %)", "gain up to 5 %", "gain > 5 %")
_ROW = 0.235
_LEAST_LABELLED = 0.085
_LEGEND = 0.45
_EXPECTED = (
    "Persons by expected change of their own consumption, with against without, at the end; "
    "groups of the base month"
)
_SINGLE = "Persons by change of their own consumption, with against without, at the end; groups of the base month"


def draw_bins(comparison: Comparison) -> Drawing:
    """Five-bin stacked bars: groups at the left, tenths of base welfare at the right."""
    title = titles.bins(comparison)
    left, right = group_rows(comparison), group_rows(comparison, ("decile",))
    height = _ROW * max(left.length, right.length) + 0.75 + _LEGEND
    subtitle = _EXPECTED if comparison.lives > 1 else _SINGLE
    with Sheet("winners_and_losers", title, height, subtitle) as sheet:
        tall = _ROW * max(left.length, right.length)
        _bars(
            sheet.axes(Box(1.6, 0.62, 3.1, tall)), comparison, left, max(left.length, right.length)
        )
        if right.groups:
            axes = sheet.axes(Box(5.8, 0.62, 2.05, tall))
            _bars(axes, comparison, right, max(left.length, right.length))
        _legend(sheet)
        sheet.note("Per cent of persons. " + _floor_note(comparison) + suppressed_note(left))
        return sheet.finish(
            "Stacked bars: for each group the shares of persons who lose more than 5 per cent, lose up to "
            "5 per cent, stay the same, gain up to 5 per cent and gain more than 5 per cent. "
            f"{title}. The same numbers stand in the table of winners and losers."
        )


def _floor_note(comparison: Comparison) -> str:
    if comparison.lives == 1:
        return "One life a person: luck is counted as gain or loss."
    if comparison.winners["floor_same"].isna().all():
        return "What luck alone would give is told from three lives on."
    return "Thin line under each bar: what luck alone would give."


def _bars(axes: Axes, comparison: Comparison, rows: Rows, length: float) -> None:
    table = comparison.winners.set_index("group").loc[list(rows.groups)]
    start = table[BINS[0]] * 0
    for name, colour in zip(BINS, BIN_COLOURS, strict=True):
        share = table[name]
        axes.barh(rows.heights, share, left=start, color=colour, height=0.78)
        for height, begin, size in zip(rows.heights, start, share, strict=True):
            if size >= _LEAST_LABELLED:
                dark = colour in (BIN_COLOURS[0], BIN_COLOURS[4])
                axes.text(
                    begin + size / 2,
                    height,
                    f"{100 * size:.0f}",
                    ha="center",
                    va="center",
                    fontsize=7.5,
                    color="white" if dark else INK,
                )
        start = start + share
    under = table[BINS[0]] * 0
    for name, colour in zip(BINS, BIN_COLOURS, strict=True):
        share = table[f"floor_{name}"].fillna(0.0)
        axes.barh(
            [each + 0.44 for each in rows.heights], share, left=under, color=colour, height=0.1
        )
        under = under + share
    name_rows(axes, rows)
    axes.set_ylim(length - 0.4, -0.6)
    axes.set_xlim(0, 1)
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", "25", "50", "75", "100"])
    axes.spines["bottom"].set_visible(False)


def _legend(sheet: Sheet) -> None:
    patches = [
        Patch(color=colour, label=label)
        for colour, label in zip(BIN_COLOURS, BIN_LABELS, strict=True)
    ]
    whole = sheet.body + sheet.head
    sheet.figure.legend(
        handles=patches,
        loc="upper left",
        bbox_to_anchor=(0.06 / WIDTH, (sheet.body - 0.02) / whole),
        ncols=5,
        frameon=False,
        fontsize=8.5,
        handlelength=1.0,
        columnspacing=1.4,
        labelcolor=QUIET,
    )
