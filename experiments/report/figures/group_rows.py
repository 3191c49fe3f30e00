"""The rows of figures by group: which groups they show, in which order and at which height."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from textwrap import wrap

import pandas as pd
from matplotlib.axes import Axes

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.report.crossed_labels import crossed_dimensions
from poverty_nodes.experiments.report.figures.sheet import INK, QUIET
from poverty_nodes.experiments.report.labels import dimension_label, group_label

_GAP = 0.55
"""Space between dimensions, in rows."""

_SHORT = 24
"""Letters of a name that fit into the margin at the usual size."""
_SMALL = 6.5
_LONGEST = 27
"""Points of the small lines of a longer name, and letters of it that fit into one."""

_ORDER = ("all", "gender", "skill", "contract", "social_group", "migrant", "tier")


@dataclass(frozen=True)
class Rows:
    """Groups from top to bottom: labels as in the tables, and the height of each (0 at the top, growing down)."""

    groups: tuple[str, ...]
    heights: tuple[float, ...]
    headings: tuple[tuple[str, float], ...]
    left_out: int

    def only(self, groups: Collection[str]) -> Rows:
        """Return the rows with only these groups, without gaps for the others."""
        kept = [
            (group, height)
            for group, height in zip(self.groups, self.heights, strict=True)
            if group in groups
        ]
        gone = sorted({*self.heights} - {height for _, height in kept})
        heights = tuple(height - sum(each < height for each in gone) for _, height in kept)
        return Rows(tuple(group for group, _ in kept), heights, self.headings, self.left_out)

    @property
    def length(self) -> float:
        """Rows and gaps from top to bottom."""
        return self.heights[-1] + 1 if self.heights else 1.0


def group_rows(comparison: Comparison, dimensions: tuple[str, ...] = ()) -> Rows:
    """Return the groups with enough adults to report, of the given dimensions or of those that are always drawn."""
    table = comparison.winners
    dimensions = dimensions or (*_ORDER, *crossed_dimensions(table["dimension"]))
    groups: list[str] = []
    heights: list[float] = []
    headings: list[tuple[str, float]] = []
    height = 0.0
    for dimension in dimensions:
        rows = table[(table["dimension"] == dimension) & ~table["thin"]]
        if rows.empty:
            continue
        headings.append((dimension_label(dimension), height))
        for group in rows["group"]:
            more = max(0.0, len(_lines(group)) / 2 - 1)  # two small lines are as high as a row
            groups.append(group)
            heights.append(height + more / 2)
            height += 1 + more
        height += _GAP
    left_out = int(table.loc[table["dimension"].isin(dimensions), "thin"].sum())
    return Rows(tuple(groups), tuple(heights), tuple(headings), left_out)


def _lines(group: str) -> list[str]:
    """Return the name of a group, broken into as many lines as it needs at the left of a figure."""
    name = group_label(group)
    return [name] if len(name) <= _SHORT else wrap(name, _LONGEST)


def name_rows(axes: Axes, rows: Rows) -> None:
    """Write the groups' names at the left and turn the axis so that the first row is on top.

    The names of crossed groups are long: they stand in small lines, so that none runs off the sheet.
    """
    names = ["\n".join(_lines(group)) for group in rows.groups]
    axes.set_yticks(rows.heights, names)
    for name, label in zip(names, axes.get_yticklabels(), strict=True):
        if len(name) > _SHORT:
            label.set(fontsize=_SMALL, linespacing=1.0)
    axes.set_ylim(rows.length - 0.4, -0.6)
    axes.tick_params(axis="y", length=0, labelcolor=INK)
    axes.tick_params(axis="x", labelcolor=QUIET)
    axes.spines["left"].set_visible(False)


def suppressed_note(rows: Rows) -> str:
    """Return a note on groups that were left out; "" if none was."""
    if not rows.left_out:
        return ""
    return f" {rows.left_out} group{'s' if rows.left_out > 1 else ''} too thin to report left out."


def values_of(table: pd.DataFrame, rows: Rows, column: str) -> list[float]:
    """Return a column of a table by group, in the order of the rows."""
    found = table.set_index("group")[column]
    return [float(found[group]) for group in rows.groups]
