"""How likely the package is to be worth its cost, by the willingness to pay for a unit of effect."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import NullLocator

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.report import cost_words
from poverty_nodes.experiments.report.figures.sheet import (
    QUIET,
    WIDTH,
    Box,
    Drawing,
    Sheet,
    blank,
    light_grid,
)
from poverty_nodes.experiments.report.numbers import money

_PANELS = (
    ("household_lifted", "ready to pay for a household lifted out of poverty"),
    ("gap_dollar_closed", "ready to pay for a dollar of poverty gap closed"),
)
_LINES = {
    "spent": ("#0072b2", "programme money"),
    "all_payers": ("#d55e00", "with what others bear"),
}
_SUBTITLE = "Share of runs in which a unit of effect costs less than one is ready to pay"


def draw_acceptability(comparison: Comparison) -> Drawing:
    """Draw a panel for each unit of effect and a curve for each kind of cost, dashed over draws of the inputs."""
    title = cost_words.acceptability_title(comparison)
    table = comparison.acceptability
    with Sheet("acceptability", title, 3.1, _SUBTITLE) as sheet:
        if table.empty:
            blank(sheet, "no policy is enacted")
            return sheet.finish(title)
        for number, (unit, label) in enumerate(_PANELS):
            axes = sheet.axes(Box(0.75 + 3.75 * number, 0.85, WIDTH / 2 - 0.95, 1.85))
            _curves(axes, table[table["unit"] == unit])
            axes.set_xlabel(label, color=QUIET)
            if number:
                axes.tick_params(axis="y", labelleft=False)
            else:
                axes.set_ylabel("% of runs")
                axes.legend(
                    frameon=False,
                    fontsize=8,
                    loc="lower left",
                    bbox_to_anchor=(-0.02, 1.0),
                    ncols=2,
                )
        over = "; dashed: over draws of the inputs" if "draws" in set(table["over"]) else ""
        sheet.note(
            "A run in which poverty does not fall is worth its price at no threshold, so a curve may "
            f"stay below 100 %. Solid: over seeds{over}."
        )
        return sheet.finish(
            "Curves: the share of runs in which the package is worth its price, by the price one is ready to pay "
            f"for a household lifted out of poverty and for a dollar of poverty gap closed. {title}. The "
            "same numbers stand in acceptability.csv."
        )


def _curves(axes: Axes, table: pd.DataFrame) -> None:
    for over, style in (("seeds", "-"), ("draws", "--")):
        for cost, (colour, label) in _LINES.items():
            rows = table[(table["over"] == over) & (table["cost"] == cost)]
            if len(rows):
                shown = label if over == "seeds" else None
                axes.plot(rows["threshold"], 100 * rows["acceptable"], style, color=colour, linewidth=1.8,
                          label=shown)  # fmt: skip
    axes.set_xscale("log")
    axes.set_ylim(-3, 103)
    moving = table[(table["acceptable"] > 0) & (table["acceptable"] < table["acceptable"].max())]
    if len(moving):
        axes.set_xlim(
            moving["threshold"].min() / 30,
            min(moving["threshold"].max() * 30, table["threshold"].max()),
        )
    axes.xaxis.set_major_formatter(lambda value, _: money(value))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.tick_params(axis="x", labelsize=8)
    light_grid(axes)
