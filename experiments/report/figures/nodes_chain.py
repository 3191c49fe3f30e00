"""The value chain under the map of poverty nodes: boxes for tiers, arrows for orders, rows for contracts."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch

from poverty_nodes.experiments.report.figures.sheet import GRID, QUIET, WIDTH

HEIGHT = 5.4
"""Inches; the axes of the map are in inches."""

_TIERS = {"exporter": "Exporters", "subcontractor": "Subcontractors", "specialist": "Specialists"}
_ROWS = {"regular": "regular", "casual": "casual", "homework": "home work", "own_account": "owners"}
_LEFT, _COLUMN, _ROW, _FOOT = 1.28, 1.55, 1.02, 0.62


def draw_chain(axes: Axes) -> None:
    """Tier boxes, arrows of orders between them, and the names of contracts at the left."""
    top = _FOOT + _ROW * len(_ROWS)
    for position, name in enumerate(_TIERS.values()):
        _tier_box(axes, _LEFT + position * _COLUMN, _COLUMN, name)
    _tier_box(
        axes, _LEFT + 3 * _COLUMN + 0.12, WIDTH - _LEFT - 3 * _COLUMN - 0.24, "Outside the sector"
    )
    for position, name in enumerate(_ROWS.values()):
        axes.text(_LEFT - 0.14, top - (position + 0.45) * _ROW, name, ha="right", va="center")
        if position:
            height = top - position * _ROW
            axes.plot(
                [_LEFT, _LEFT + 3 * _COLUMN - 0.1], [height, height], color=GRID, linewidth=0.8
            )
    at = top + 0.22
    axes.text(0.12, at, "Buyers", va="center", fontweight="bold", color=QUIET)
    arrow = {"arrowstyle": "-|>", "color": QUIET, "linewidth": 1.1}
    for start, end in ((0.68, _LEFT + 0.02), (_LEFT + _COLUMN - 0.32, _LEFT + _COLUMN + 0.02)):
        axes.annotate("", (end, at), xytext=(start, at), arrowprops=arrow)
    middle = _LEFT + 2 * _COLUMN
    axes.annotate("", (middle - 0.14, at), xytext=(middle + 0.16, at), arrowprops=arrow)
    axes.text(0.66, at + 0.13, "orders", fontsize=7.5, color=QUIET)
    axes.text(middle + 0.0, at + 0.13, "inputs", fontsize=7.5, color=QUIET, ha="center")


def _tier_box(axes: Axes, left: float, width: float, name: str) -> None:
    height = _ROW * len(_ROWS)
    axes.add_patch(
        FancyBboxPatch(
            (left, _FOOT),
            width - 0.1,
            height,
            boxstyle="round,pad=0,rounding_size=0.06",
            facecolor="#fafafa",
            edgecolor=GRID,
        )
    )
    at = _FOOT + height + 0.22
    axes.text(left + (width - 0.1) / 2, at, name, ha="center", va="center", fontweight="bold")


def node_centre(tier: str, contract: str, gender: str) -> tuple[float, float]:
    """Return the place of a node, in inches from the left and the bottom; women left or on top, men right or below."""
    side = -1 if gender == "female" else 1
    if tier == "none":
        left = _LEFT + 3 * _COLUMN + 0.12
        middle = left + (WIDTH - left - 0.22) / 2
        return middle, _FOOT + _ROW * len(_ROWS) / 2 - 0.95 * side - 0.08
    column = list(_TIERS).index(tier)
    row = list(_ROWS).index(contract)
    x = _LEFT + (column + 0.5) * _COLUMN - 0.05 + side * 0.36
    return x, _FOOT + _ROW * (len(_ROWS) - row - 0.5)
