"""The map of poverty nodes: the value chain as tiers from left to right, in each of them the contracts, women
and men apart, sized by people and coloured by their poverty."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib import colormaps
from matplotlib.axes import Axes
from matplotlib.colors import Colormap
from matplotlib.patches import Circle, FancyBboxPatch

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.impact.interval import excludes_zero
from poverty_nodes.experiments.report import titles
from poverty_nodes.experiments.report.figures.nodes_chain import HEIGHT, draw_chain, node_centre
from poverty_nodes.experiments.report.figures.sheet import (
    GAIN,
    INK,
    LOSS,
    QUIET,
    WIDTH,
    Box,
    Drawing,
    Sheet,
    blank,
)
from poverty_nodes.experiments.report.labels import line_label
from poverty_nodes.experiments.report.numbers import MINUS, count, decimals, number
from poverty_nodes.experiments.report.section_words import reportable_nodes

_MOST_INSIDE, _MOST_OUTSIDE, _LEAST = 0.33, 0.52, 0.035
_MAP = "YlOrBr"


@dataclass(frozen=True)
class _Scale:
    """The scales of the map: inches for people and colours for poverty."""

    radius: float
    highest: float
    colours: Colormap

    def size(self, people: float) -> float:
        return max(_LEAST, self.radius * float(np.sqrt(people)))

    def colour(self, poverty: float) -> tuple[float, float, float, float]:
        return self.colours(0.06 + 0.8 * min(1.0, poverty / self.highest))


def draw_nodes(comparison: Comparison) -> Drawing:
    """The map of the headcount."""
    subtitle = (
        f"% below {line_label(comparison.terms)} without the policies, at the end; under it the change "
        "with them in points (brackets: may be luck)"
    )
    told = ("poverty_nodes", titles.nodes(comparison), subtitle, "% poor")
    return draw_map(*told, reportable_nodes(comparison))


def draw_map(name: str, title: str, subtitle: str, unit: str, table: pd.DataFrame) -> Drawing:
    """Draw a bubble for each node at the end without the policies, with the change that the policies make.

    `table` has the reportable rows of nodes.csv; its column P0, in per cent, gives the colours.
    """
    with Sheet(name, title, HEIGHT, subtitle) as sheet:
        level = table[(table["moment"] == "end_without") & (table["people"] > 0)].set_index("node")
        if level["P0"].notna().sum() == 0:
            blank(sheet, "no node is large enough to report")
            return sheet.finish(title)
        moved = table[table["moment"] == "difference"].set_index("node")
        axes = sheet.axes(Box(0, 0, WIDTH, HEIGHT))
        axes.set_xlim(0, WIDTH)
        axes.set_ylim(0, HEIGHT)
        axes.set_axis_off()
        scale = _scale(level)
        draw_chain(axes)
        for node, row in level.iterrows():
            _bubble(axes, scale, row, moved.loc[str(node)])
        _keys(axes, scale, unit)
        sheet.note("w: women, m: men. Nodes too thin to report are left out.")
        return sheet.finish(
            "Map of the value chain: buyers, exporters, subcontractors, specialists and those outside the "
            "sector; in each tier regular, casual and home workers and owners, women and men apart, with "
            f"their number and poverty. {title}. The same numbers stand in the table of poverty nodes."
        )


def _scale(level: pd.DataFrame) -> _Scale:
    outside = level["tier"] == "none"
    most_in = level.loc[~outside, "people"].max() if (~outside).any() else 1.0
    most_out = level.loc[outside, "people"].max() if outside.any() else 1.0
    radius = min(_MOST_INSIDE / np.sqrt(most_in), _MOST_OUTSIDE / np.sqrt(most_out))
    highest = max(10.0, float(np.ceil(level["P0"].max() / 10) * 10))
    return _Scale(float(radius), highest, colormaps[_MAP])


def _bubble(axes: Axes, scale: _Scale, row: pd.Series, moved: pd.Series) -> None:
    x, y = node_centre(str(row["tier"]), str(row["contract"]), str(row["gender"]))
    radius = scale.size(row["people"])
    poverty = float(row["P0"])
    if not np.isfinite(poverty):
        return
    y += 0.16
    axes.add_patch(
        Circle((x, y), radius, facecolor=scale.colour(poverty), edgecolor=QUIET, linewidth=0.5)
    )
    letter = "w" if row["gender"] == "female" else "m"
    if radius > 0.13:
        dark = poverty > 0.62 * scale.highest
        axes.text(
            x, y, letter, ha="center", va="center", fontsize=8, color="white" if dark else INK
        )
    else:
        axes.text(x, y + radius + 0.02, letter, ha="center", va="bottom", fontsize=7.5, color=QUIET)
    below = y - max(radius, 0.12) - 0.03
    axes.text(x, below, f"{poverty:.0f} %", ha="center", va="top", fontsize=8.5, fontweight="bold")
    text, colour = _change(moved)
    axes.text(x, below - 0.145, text, ha="center", va="top", fontsize=8, color=colour)


def _change(moved: pd.Series) -> tuple[str, str]:
    value = float(moved["P0"])
    if not np.isfinite(value):
        return "", QUIET
    text = number(value, decimals(value)) if value else "0"
    text = text if value <= 0 or text.startswith(MINUS) else f"+{text}"
    if value == moved["P0_low"] == moved["P0_high"]:
        return "0", QUIET
    if not excludes_zero(moved["P0_low"], moved["P0_high"]):
        return f"({text})", QUIET
    return text, GAIN if value < 0 else LOSS


def _keys(axes: Axes, scale: _Scale, unit: str) -> None:
    """Explain sizes, colours and brackets."""
    at = 0.32
    # The largest round number whose circle fits between the boxes and the edge.
    largest = 10.0 ** np.floor(np.log10((0.2 / scale.radius) ** 2))
    x = 3.35
    for people in (largest, largest / 10):
        radius = scale.size(people)
        axes.add_patch(Circle((x, at), radius, facecolor="none", edgecolor=QUIET))
        x += radius + 0.06
        axes.text(x, at, f"{count(people)} persons", va="center", fontsize=7.5, color=QUIET)
        x += 1.05
    for step in range(24):
        share = step / 24
        colour = scale.colour(share * scale.highest)
        axes.add_patch(FancyBboxPatch((6.1 + 1.1 * share, at - 0.06), 1.1 / 24, 0.12,
                                      boxstyle="square,pad=0", color=colour, linewidth=0))  # fmt: skip
    axes.text(6.05, at, "0", ha="right", va="center", fontsize=7.5, color=QUIET)
    axes.text(7.25, at, f"{scale.highest:.0f} {unit}", va="center", fontsize=7.5, color=QUIET)
