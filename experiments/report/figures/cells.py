"""Winners and losers by poverty node and place in the distribution: a coloured square for each cell."""

from __future__ import annotations

import math

import numpy as np
from matplotlib.patches import Rectangle

from poverty_nodes.experiments.impact.bins import LIMITS
from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.impact.interval import excludes_zero
from poverty_nodes.experiments.report import titles
from poverty_nodes.experiments.report.figures.sheet import (
    BIN_COLOURS,
    INK,
    QUIET,
    WIDTH,
    Box,
    Drawing,
    Sheet,
    blank,
)
from poverty_nodes.experiments.report.labels import group_label
from poverty_nodes.experiments.report.numbers import per_cent, signed

_ROW = 0.27
_SUBTITLE = "Mean change of consumption in per cent, by node and tenth of the distribution, both of the base month"


def draw_cells(comparison: Comparison) -> Drawing:
    """Colour by bin of the mean change where its sign is no luck, grey where it may be, blank where too few live."""
    table = comparison.cells[~comparison.cells["thin"].astype(bool)]
    title = titles.cells(comparison)
    nodes = list(dict.fromkeys(table["node"]))
    height = _ROW * max(len(nodes), 2)
    with Sheet("winners_by_node_and_tenth", title, height + 0.95, _SUBTITLE) as sheet:
        if not nodes:
            blank(sheet, "every cell is too thin to report")
            return sheet.finish(title)
        axes = sheet.axes(Box(2.65, 0.72, WIDTH - 2.8, height))
        for _, row in table.iterrows():
            at = (int(row["decile"]) - 0.5, nodes.index(row["node"]) - 0.5)
            change, sure = (
                float(row["percent_change"]),
                bool(excludes_zero(row["low"], row["high"])),
            )
            colour = colour_of(change) if sure else "#f2f2f2"
            axes.add_patch(Rectangle(at, 0.96, 0.94, facecolor=colour))
            dark = colour in (BIN_COLOURS[0], BIN_COLOURS[4])
            text = signed(change, 1 if abs(change) < 10 else 0)
            axes.text(at[0] + 0.48, at[1] + 0.49, text, ha="center", va="center", fontsize=7.5,
                      color="white" if dark else INK if sure else "#909090")  # fmt: skip
        axes.set_xlim(0.4, 10.6)
        axes.set_ylim(len(nodes) - 0.4, -0.6)
        axes.set_yticks(range(len(nodes)), [group_label(f"node={each}") for each in nodes])
        tenths = ["poorest", *map(str, range(2, 10)), "richest"]
        axes.set_xticks(range(1, 11), tenths)
        axes.tick_params(length=0, labelcolor=INK, labelsize=8)
        for side in ("left", "bottom"):
            axes.spines[side].set_visible(False)
        axes.set_xlabel("tenth of persons by consumption at the base month", color=QUIET)
        sheet.note(
            "Blue gains, orange loses, dark beyond 5 %; pale grey: the sign may be luck (95 %); "
            "no square: fewer\nthan 30 simulated adults a seed." + floor_note(comparison)
        )
        return sheet.finish(
            "Table of coloured squares: mean change of consumption by poverty node and tenth of the "
            f"distribution. {title}. The same numbers stand in cells.csv."
        )


def floor_note(comparison: Comparison) -> str:
    """Return a sentence on what luck alone would give for persons; "" if it is not known."""
    row = comparison.winners.iloc[0]
    if not math.isfinite(row["floor_losing"]):
        return ""
    lose, gain = (per_cent(row[f"floor_{name}"]) for name in ("losing", "gaining"))
    return f" Luck alone would make {lose} of persons seem to lose and {gain} to gain."


def colour_of(change: float) -> str:
    """Return the colour of a change in per cent, by the five bins of winners and losers."""
    return BIN_COLOURS[int(np.searchsorted([100 * end for end in LIMITS], change))]
