"""Small charts over time side by side: poverty, jobs and pay, with a line and a band for each world."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator
from numpy.typing import NDArray

from poverty_nodes.experiments.impact.interval import Spread
from poverty_nodes.experiments.report.figures.sheet import (
    INK,
    WIDTH,
    Box,
    Sheet,
    light_grid,
    zero_line,
)

COLOURS = (
    *("#0072b2", "#d55e00", "#009e73", "#cc79a7"),
    *("#b8860b", "#56b4e9", "#7f3c8d", "#222222"),
)
"""Of Okabe and Ito's palette, told apart by readers of every kind of colour vision; the dashes differ besides."""
Dashes = tuple[float, tuple[float, ...]]
"""How a line is dashed, as matplotlib has it: where it begins, then lengths of strokes and gaps."""
SOLID: Dashes = (0, ())
DASHES: tuple[Dashes, ...] = (SOLID, (0, (5, 1.5)), (0, (1, 1)), (0, (5, 1, 1, 1)))
TALL, ACROSS, ABOVE, BELOW = 1.5, 3, 0.52, 0.55
"""Height of a chart and charts in a row; inches above each and below all."""
LEGEND_COLUMNS, _LEGEND_ROW = 5, 0.2
_ROUNDING = 1e-11
_ROOM = 0.085
"""The part of a chart's height that the name of a line takes."""


@dataclass(frozen=True)
class Told:
    """A measure that is shown: its name, its words, its factor to the reader's unit, its unit and that of a change."""

    measure: str
    words: str
    factor: float
    unit: str
    change: str


MEASURES = (
    Told("P0", "poverty headcount", 100.0, "% of persons", "points"),
    Told("employment", "jobs in the trade", 1.0, "persons", "persons"),
    Told("mean_wage", "mean pay of a worker", 1.0, "$ a month", "$ a month"),
)
"""What is shown of a town over time."""


@dataclass(frozen=True)
class Path:
    """A line with its band, in the unit shown, and how it is drawn."""

    label: str
    spread: Spread
    colour: str
    dashes: Dashes = SOLID
    band: bool = True


@dataclass(frozen=True)
class Panel:
    """A chart: its title, the unit of its axis, its lines; `difference` adds a line at 0."""

    words: str
    unit: str
    paths: Sequence[Path]
    difference: bool = False


def height_of(panels: int, entries: int = 0) -> float:
    """The height of the drawing below its title, in inches; `entries` are those of the legend below all charts."""
    rows = -(-panels // ACROSS)
    return rows * (TALL + ABOVE) + BELOW + _of_legend(entries)


def _of_legend(entries: int) -> float:
    return _LEGEND_ROW * -(-entries // LEGEND_COLUMNS) + (0.06 if entries else 0.0)


def draw_panels(
    sheet: Sheet,
    panels: Sequence[Panel],
    months: NDArray[np.int32],
    marks: Collection[int],
    legend: bool = True,
    named: bool = False,
) -> None:
    """Draw the charts in rows from the top; `marks` are months with a dotted line.

    With a `legend` below all, lines are the same in all charts; `named`, each chart names its own.
    """
    rows = -(-len(panels) // ACROSS)
    wide, below = (WIDTH - 0.25) / ACROSS, BELOW
    if legend and panels:
        below += _of_legend(len(panels[0].paths))
    for number, panel in enumerate(panels):
        row, column = divmod(number, ACROSS)
        bottom = below + (rows - 1 - row) * (TALL + ABOVE)
        axes = sheet.axes(Box(0.62 + column * wide, bottom, wide - 0.72, TALL))
        _draw(axes, panel, months)
        if named:
            _name(axes, len(panel.paths))
        for month in marks:
            axes.axvline(month, color=INK, linewidth=0.8, linestyle=":")
        _months(axes, months, is_last=row == rows - 1 or number + ACROSS >= len(panels))
    if legend and panels:
        _legend(sheet, panels[0].paths)


def in_unit(spread: Spread, factor: float) -> Spread:
    """A spread times a factor; what is left of numbers that cancel is 0."""

    def shown(values: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.where(np.abs(values) < _ROUNDING, 0.0, values) * factor

    mean, low, high = (shown(each) for each in (spread.mean, spread.low, spread.high))
    return Spread(mean, low, high, spread.sign_certain, spread.seeds)


def _draw(axes: Axes, panel: Panel, months: NDArray[np.int32]) -> None:
    for path in panel.paths:
        found = path.spread
        if path.band:
            axes.fill_between(
                months, found.low, found.high, color=path.colour, alpha=0.16, linewidth=0
            )
        axes.plot(
            months,
            found.mean,
            color=path.colour,
            linestyle=path.dashes,
            linewidth=1.6,
            label=path.label,
        )
    if panel.difference:
        zero_line(axes)
    axes.set_title(f"{panel.words}\n{panel.unit}", fontsize=8.5, loc="left", color=INK)
    axes.yaxis.set_major_locator(MaxNLocator(4))
    axes.ticklabel_format(axis="y", useOffset=False, style="plain")
    axes.yaxis.set_major_formatter(lambda value, _: _tick(value))
    axes.tick_params(labelsize=7.5)
    light_grid(axes)


def _name(axes: Axes, lines: int) -> None:
    """Names of the lines above them, with room made for so many."""
    low, high = axes.get_ylim()
    axes.set_ylim(low, low + (high - low) / (1 - _ROOM * lines))
    axes.legend(fontsize=6.5, frameon=False, handlelength=2.4, labelspacing=0.15, loc="upper right")


def _tick(value: float) -> str:
    return f"{value:,.10g}".replace("-", "\N{MINUS SIGN}")


def _months(axes: Axes, months: NDArray[np.int32], is_last: bool) -> None:
    last = int(months[-1])
    step = 12 if last >= 24 else max(1, last // 4)
    axes.set_xticks(np.arange(0, last + 1, step))
    axes.set_xlim(int(months[0]), max(last, 1))
    axes.tick_params(labelbottom=is_last)


def _legend(sheet: Sheet, paths: Sequence[Path]) -> None:
    height = sheet.body + sheet.head
    sheet.figure.legend(
        handles=[
            Line2D([], [], color=each.colour, linestyle=each.dashes, linewidth=2, label=each.label)
            for each in paths
        ],
        loc="lower left",
        bbox_to_anchor=(0.06, 0.22 / height),
        ncols=min(len(paths), LEGEND_COLUMNS),
        frameon=False,
        fontsize=8.5,
        handlelength=2.6,
        borderaxespad=0.0,
    )
