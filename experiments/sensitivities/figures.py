"""Morris's plane of the first outcomes, and whether the indices hold still as blocks are added."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from poverty_nodes.experiments.report.figures.sheet import (
    GAIN,
    INK,
    LOSS,
    QUIET,
    UNSURE,
    Box,
    Drawing,
    Sheet,
    light_grid,
)
from poverty_nodes.experiments.report.labels import capital
from poverty_nodes.experiments.sensitivities.analysis import MAIN, Sensitivity
from poverty_nodes.experiments.sensitivities.runs import Target
from poverty_nodes.experiments.sensitivities.words import main_rows, name_of, target_words

COLOURS = {"input": GAIN, "term": LOSS, "chance": UNSURE}
MOST_NUMBERED = 18
"""Factors that have a number in Morris's plane."""
_PLANES = 5.6
"""Inches for the planes; names stand at their right."""
_LETTERS, _LEGEND = 34, 36
_NAME_LINE = 0.125
"""Inches of a line of names."""
AXIS = {
    "sobol": "share of the variance",
    "morris": "mean size of the effect of a step, in units of the outcome",
    "pawn": "median distance between distributions",
    "delta": "delta: share of the distribution's shape",
    "rbd_fast": "share of the variance, the factor alone",
}


def draw_planes(found: Sensitivity, targets: Sequence[Target]) -> Drawing:
    """Morris's plane of each outcome beside the other: mean size of effects against how much they vary."""
    rows = found.screening[found.screening["outcome"].isin([each.name for each in targets])]
    stars = rows[rows["index"] == "mu_star"]
    shares = stars["value"] / stars.groupby("outcome")["value"].transform("max")
    order = shares.groupby(stars["factor"]).max().sort_values(ascending=False, kind="stable")
    factors = [str(each) for each in order.index[:MOST_NUMBERED]]
    heading = "What matters, and what matters only together with something else"
    below = "right: matters; high: its effect hangs on the others or is not the same everywhere"
    named = [
        textwrap.fill(f"{n}  {name_of(each)}", _LEGEND, subsequent_indent="    ")
        for n, each in enumerate(factors, start=1)
    ]
    names = "\n".join(named)
    height = max(3.3, 0.4 + _NAME_LINE * len(names.splitlines()))
    with Sheet("morris", heading, height, below) as sheet:
        wide = _PLANES / len(targets)
        for place, target in enumerate(targets):
            axes = sheet.axes(Box(0.75 + place * wide, height - 2.5, wide - 0.75, 2.0))
            _plane(axes, rows[rows["outcome"] == target.name], factors)
            _titled(axes, target)
        axes.text(1.05, 1.12, names, transform=axes.transAxes, va="top", fontsize=7)
        sheet.note("Blue: not known exactly. Orange: decided. Dotted: both alike.")
        return sheet.finish(f"Points in a plane. {heading}. The numbers stand in screening.csv.")


def _plane(axes: Axes, rows: pd.DataFrame, factors: Sequence[str]) -> None:
    star = rows[rows["index"] == "mu_star"].set_index("factor").reindex(factors)
    sigma = rows[rows["index"] == "sigma"].set_index("factor")["value"].reindex(factors)
    x = np.nan_to_num(star["value"].to_numpy(dtype=float))
    y = np.nan_to_num(sigma.to_numpy(dtype=float))
    top = max(float(x.max()), 1e-12)
    axes.plot([0, top], [0, top], color=QUIET, linewidth=0.6, linestyle=":")
    for number, (across, up, kind) in enumerate(zip(x, y, star["kind"], strict=True), start=1):
        colour = COLOURS[str(kind)]
        axes.plot([across], [up], "o", color=colour, markersize=5)
        # Names beside the points would lie on one another.
        axes.annotate(
            str(number), (across, up), (3, 3), textcoords="offset points", fontsize=7, color=colour
        )
    axes.set_xlabel("mean size of the effect of a step (mu*)", fontsize=8)
    axes.set_ylabel("how much it varies (sigma)", fontsize=8)
    axes.set_xlim(-0.03 * top, 1.1 * top)
    axes.locator_params(nbins=5)
    axes.tick_params(labelsize=7)
    light_grid(axes, "both")


def _titled(axes: Axes, target: Target) -> None:
    lines = textwrap.wrap(capital(target_words(target)), _LETTERS)
    axes.set_title("\n".join(lines), fontsize=8.5, loc="left", color=INK)


_SHADES = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")


def draw_convergences(found: Sensitivity, targets: Sequence[Target]) -> Drawing:
    """The main index of the leading factors of each outcome as blocks were added."""
    table, index = found.convergence, MAIN[found.method]
    rows = table[table["index"] == index]
    leading = list(
        dict.fromkeys(str(f) for each in targets for f in main_rows(found, each)["factor"].head(4))
    )[: len(_SHADES)]
    heading = "Do the shares hold still as more runs are made?"
    below = f"{AXIS[found.method]}, as blocks of runs are added"
    with Sheet("convergence", heading, 3.3, below) as sheet:
        wide = _PLANES / len(targets)
        for place, target in enumerate(targets):
            axes = sheet.axes(Box(0.75 + place * wide, 0.8, wide - 0.6, 2.0))
            mine = rows[(rows["outcome"] == target.name) & rows["factor"].isin(leading)]
            for shade, name in zip(_SHADES, leading, strict=False):
                _draw_factor(axes, mine[mine["factor"] == name].sort_values("blocks"), shade, name)
            _finish_convergence(axes, mine)
            _titled(axes, target)
        axes.legend(frameon=False, fontsize=7, loc="upper left", bbox_to_anchor=(1.0, 1.1))
        sheet.note(f"Bands: 95 % intervals. {capital(found.reason)}.")
        return sheet.finish(f"Lines over blocks. {heading} The numbers stand in convergence.csv.")


def _finish_convergence(axes: Axes, rows: pd.DataFrame) -> None:
    axes.set_xscale("log", base=2)
    ticks = sorted(rows["blocks"].unique())
    axes.set_xticks(ticks, [f"{each:g}" for each in ticks])
    axes.minorticks_off()
    top = float(rows["value"].max())
    axes.set_ylim(min(0.0, -0.1 * top), 1.6 * top)
    axes.set_xlabel("blocks", fontsize=8)
    axes.tick_params(labelsize=7)
    light_grid(axes)


def _draw_factor(axes: Axes, mine: pd.DataFrame, shade: str, name: str) -> None:
    """A factor's index with its band over the number of blocks."""
    blocks = mine["blocks"].to_numpy(dtype=float)
    low, high = mine["low"].astype(float), mine["high"].astype(float)
    axes.fill_between(blocks, low, high, color=shade, alpha=0.12, linewidth=0)
    index = mine["value"].astype(float)
    axes.plot(
        blocks,
        index,
        "-o",
        color=shade,
        markersize=3.5,
        label=textwrap.fill(name_of(name), _LEGEND),
    )
