"""Bars with intervals and the chance bar, Morris's plane, and convergence."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch

from poverty_nodes.experiments.report.figures.sheet import (
    GAIN,
    INK,
    LOSS,
    QUIET,
    UNSURE,
    WIDTH,
    Box,
    Drawing,
    Sheet,
    light_grid,
)
from poverty_nodes.experiments.sensitivities.analysis import MAIN, Sensitivity
from poverty_nodes.experiments.sensitivities.runs import Target
from poverty_nodes.experiments.sensitivities.words import main_rows, name_of, target_words

COLOURS = {"input": GAIN, "term": LOSS, "chance": UNSURE}
KINDS = {"input": "not known exactly", "term": "decided", "chance": "luck"}
"""The kinds of factors in words."""
MOST_BARS = 20
_ROW = 0.27
AXIS = {
    "sobol": "share of the variance",
    "morris": "mean size of the effect of a step (mu*), in units of the outcome",
    "pawn": "median distance between distributions",
    "delta": "delta: share of the distribution's shape",
    "rbd_fast": "share of the variance, the factor alone",
}


def _name(kind: str, target: Target) -> str:
    return re.sub(r"[^A-Za-z0-9.]+", "_", f"{kind}_{target.name}")


def draw_bars(found: Sensitivity, target: Target) -> Drawing:
    """A bar a factor by its main index with its interval; for Sobol the first-order share inside the bar."""
    rows = main_rows(found, target).head(MOST_BARS)
    heading = f"What drives the {target_words(target)}"
    below = f"{found.method}, {len(found.design):,} rows; {AXIS[found.method]}, with 95 % intervals"
    first = found.of(target)
    first = first[first["index"] == "S1"].set_index("factor")["value"]
    with Sheet(_name("bars", target), heading, _ROW * len(rows) + 0.9, below) as sheet:
        axes = sheet.axes(Box(3.0, 0.8, WIDTH - 3.5, _ROW * len(rows)))
        for at, (_, row) in enumerate(rows.iterrows()):
            colour = COLOURS[str(row["kind"])]
            hatch = "///" if row["kind"] == "chance" else None
            axes.barh(
                at,
                row["value"],
                0.62,
                color=colour,
                alpha=0.45,
                hatch=hatch,
                edgecolor=colour,
                linewidth=0.5,
            )
            if found.method == "sobol" and row["factor"] in first.index:
                axes.barh(at, max(0.0, float(first[row["factor"]])), 0.28, color=colour)
            axes.plot([max(0.0, row["low"]), row["high"]], [at, at], color=INK, linewidth=1.1)
        axes.set_yticks(
            range(len(rows)), [name_of(str(each)) for each in rows["factor"]], fontsize=8
        )
        axes.set_ylim(len(rows) - 0.5, -0.5)
        axes.set_xlim(0, _upper(rows))
        axes.set_xlabel(AXIS[found.method])
        keys = [
            Patch(color=colour, alpha=0.45, label=kind, hatch="///" if kind == "chance" else None)
            for kind, colour in COLOURS.items()
        ]
        axes.legend(handles=keys, frameon=False, fontsize=8, loc="lower right")
        light_grid(axes, "x")
        more = " Pale: with interactions (ST); dark: alone (S1)." if found.method == "sobol" else ""
        sheet.note(f"Chance is the seed, a factor like the others.{more}")
        return sheet.finish(f"Bars: {heading} ({below}). The numbers stand in indices.csv.")


def _upper(rows: pd.DataFrame) -> float:
    """Upper end of the axis: all bars fit, and intervals up to half as long again."""
    value = float(rows["value"].max())
    return min(float(np.nanmax([rows["high"].max(), value])) * 1.05, 1.5 * value) or 1.0


def draw_plane(found: Sensitivity, target: Target) -> Drawing:
    """Morris's plane: mean size of effects against how much they vary."""
    rows = found.screening[found.screening["outcome"] == target.name]
    star = rows[rows["index"] == "mu_star"].set_index("factor")
    sigma = rows[rows["index"] == "sigma"].set_index("factor")["value"].reindex(star.index)
    heading = f"Morris's plane: {target_words(target)}"
    below = "right: matters; high: its effect hangs on the other factors or is not linear"
    with Sheet(_name("morris", target), heading, 3.9, below) as sheet:
        axes = sheet.axes(Box(0.95, 0.75, WIDTH - 3.6, 3.0))
        star = star.sort_values("value", ascending=False)
        x = star["value"].to_numpy(dtype=float)
        y = np.nan_to_num(sigma.reindex(star.index).to_numpy(dtype=float))
        top = max(float(np.nanmax(x)), 1e-12)
        axes.plot([0, top], [0, top], color=QUIET, linewidth=0.6, linestyle=":")
        for number, (across, up, kind) in enumerate(zip(x, y, star["kind"], strict=True), start=1):
            axes.plot([across], [up], "o", color=COLOURS[str(kind)], markersize=6)
            if number <= MOST_BARS:  # names beside the points would lie on one another
                axes.annotate(
                    str(number),
                    (across, up),
                    xytext=(4, 3),
                    textcoords="offset points",
                    fontsize=7.5,
                )
        names = [
            f"{n}  {name_of(str(each))}" for n, each in enumerate(star.index[:MOST_BARS], start=1)
        ]
        axes.text(1.03, 1.0, "\n".join(names), transform=axes.transAxes, va="top", fontsize=7.5)
        axes.set_xlabel("mu*: mean size of the effect of a step over the range")
        axes.set_ylabel("sigma: its standard deviation")
        axes.set_xlim(-0.03 * top, 1.08 * top)
        light_grid(axes, "both")
        sheet.note(
            "Blue: inputs. Orange: terms. Grey: chance (a change of seed has no step). Dotted: sigma = mu*."
        )
        return sheet.finish(f"{heading}. {below}. The numbers stand in screening.csv.")


_SHADES = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")


def draw_convergence(found: Sensitivity, target: Target) -> Drawing:
    """The main index of the leading factors as blocks were added."""
    index = MAIN[found.method]
    table = found.convergence
    rows = table[(table["outcome"] == target.name) & (table["index"] == index)]
    leading = [str(each) for each in main_rows(found, target)["factor"].head(6)]
    heading = f"Do the indices hold still? {target_words(target).capitalize()}"
    with Sheet(
        _name("convergence", target),
        heading,
        3.5,
        f"{index} of the six leading factors as blocks are added",
    ) as sheet:
        axes = sheet.axes(Box(0.85, 0.75, WIDTH - 3.1, 2.6))
        for shade, name in zip(_SHADES, leading, strict=False):
            _draw_factor(axes, rows[rows["factor"] == name].sort_values("blocks"), shade, name)
        axes.set_xscale("log", base=2)
        ticks = sorted(rows["blocks"].unique())
        axes.set_xticks(ticks, [f"{each:g}" for each in ticks])
        axes.minorticks_off()
        top = float(rows[rows["factor"].isin(leading)]["value"].max())
        axes.set_ylim(min(0.0, -0.1 * top), 1.6 * top)
        axes.set_xlabel("blocks")
        axes.set_ylabel(index)
        axes.legend(frameon=False, fontsize=7.5, loc="upper left", bbox_to_anchor=(1.0, 1.0))
        light_grid(axes)
        sheet.note(f"Bands: 95 % intervals. {found.reason.capitalize()}.")
        return sheet.finish(
            f"{heading} Lines of {index} over blocks; the numbers stand in convergence.csv."
        )


def _draw_factor(axes: Axes, mine: pd.DataFrame, shade: str, name: str) -> None:
    """A factor's index with its band over the number of blocks."""
    blocks = mine["blocks"].to_numpy(dtype=float)
    low, high = mine["low"].astype(float), mine["high"].astype(float)
    axes.fill_between(blocks, low, high, color=shade, alpha=0.12, linewidth=0)
    index = mine["value"].astype(float)
    axes.plot(blocks, index, "-o", color=shade, markersize=3.5, label=name_of(name))
