"""The change of deprivation by group, with its interval, and the indicators that it comes from."""

from __future__ import annotations

import numpy as np
import pandas as pd

from poverty_nodes.experiments.capabilities.deprivation import (
    Counted,
    Deprivation,
    reportable_groups,
)
from poverty_nodes.experiments.capabilities.groups import words_of
from poverty_nodes.experiments.capabilities.words import title
from poverty_nodes.experiments.impact.interval import excludes_zero
from poverty_nodes.experiments.report.figures.nodes_map import draw_map
from poverty_nodes.experiments.report.figures.sheet import (
    GAIN,
    LOSS,
    UNSURE,
    WIDTH,
    Box,
    Drawing,
    Sheet,
    light_grid,
    zero_line,
)

_ROW, _FOOT, _LEFT, _WIDE = 0.2, 0.62, 1.75, 2.35
_SUBTITLE = (
    "Change of M0 by group of the base month with its 95 % interval (left), and the part of it that each indicator "
    "has among all (right); blue: less deprivation, orange: more, grey: may be luck"
)


def draw_deprivation(deprivation: Deprivation) -> Drawing:
    """The first set of the question."""
    counted = deprivation.sets[0]
    groups = reportable_groups(counted.table)
    height = _FOOT + _ROW * max(len(groups), 6) + 0.15
    with Sheet("deprivation", title(deprivation), height, _SUBTITLE) as sheet:
        table = counted.table[counted.table["measure"] == "M0"].set_index("group").loc[groups]
        _dots(
            sheet, Box(_LEFT, _FOOT, _WIDE, height - _FOOT - 0.1), table, [*map(words_of, groups)]
        )
        parts, names = _parts(counted)
        left = _LEFT + _WIDE + 1.95
        tall = min(height - _FOOT - 0.1, 0.42 * len(names) + 0.2)
        box = Box(left, height - 0.1 - tall, WIDTH - left - 0.15, tall)
        _dots(sheet, box, parts, names)
        sheet.note("The same numbers stand in deprivation.csv.")
        return sheet.finish(
            f"{title(deprivation)}. Change of M0 by group and by indicator, in deprivation.csv."
        )


def draw_nodes(deprivation: Deprivation, nodes: pd.DataFrame) -> Drawing:
    """The chain coloured by M0 of the first set; `nodes` is the table of nodes.csv with its column `deprivation`."""
    chosen = deprivation.sets[0].chosen
    table = nodes[~nodes["thin"].astype(bool)].copy()
    for end in ("", "_low", "_high"):
        table[f"P0{end}"] = table[f"deprivation{end}"]
    subtitle = (
        f"M0 of the set '{chosen.id}' in per cent without the policies, at the end, of whoever works there then; under "
        "it the change with them in points (brackets: may be luck)"
    )
    heading = f"Where on the chain people are deprived: {chosen.title}"
    return draw_map("deprivation_nodes", heading, subtitle, "%", table)


def _parts(counted: Counted) -> tuple[pd.DataFrame, list[str]]:
    table = counted.table
    rows = table[(table["group"] == "all") & (table["measure"] == "actb")]
    return rows, [_wrapped(counted.chosen.indicators[name].title) for name in rows["indicator"]]


def _dots(sheet: Sheet, box: Box, rows: pd.DataFrame, names: list[str]) -> None:
    axes = sheet.axes(box)
    at = -np.arange(len(rows), dtype=float)
    sure = excludes_zero(rows["low"], rows["high"])
    for y, (_, row), is_sure in zip(at, rows.iterrows(), np.atleast_1d(sure), strict=True):
        colour = (GAIN if row["change"] < 0 else LOSS) if is_sure else UNSURE
        if np.isfinite(row["low"]):
            axes.plot([row["low"], row["high"]], [y, y], color=colour, linewidth=1.6)
        axes.plot([row["change"]], [y], "o", color=colour, markersize=4)
    zero_line(axes, vertical=True)
    light_grid(axes, "x")
    axes.set_yticks(at, names, fontsize=8)
    axes.set_ylim(at[-1] - 0.6, 0.6)
    axes.tick_params(axis="x", labelsize=7.5)
    axes.locator_params(axis="x", nbins=4)
    axes.set_xlabel("change of M0", fontsize=8)


def _wrapped(text: str) -> str:
    import textwrap

    return "\n".join(textwrap.wrap(text, 30))
