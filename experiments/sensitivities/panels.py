"""All outcomes beside each other: one small chart of bars each, the same factors in the same order in all."""

from __future__ import annotations

import math
import textwrap
from functools import partial

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch

from poverty_nodes.experiments.report.figures.sheet import (
    INK,
    WIDTH,
    Box,
    Drawing,
    Sheet,
    Told,
    blank,
    drawn_in_turn,
    light_grid,
    unheard,
)
from poverty_nodes.experiments.sensitivities.analysis import Sensitivity
from poverty_nodes.experiments.sensitivities.figures import (
    AXIS,
    COLOURS,
    draw_convergences,
    draw_planes,
)
from poverty_nodes.experiments.sensitivities.runs import Target
from poverty_nodes.experiments.sensitivities.words import KINDS, main_rows, name_of, target_words

COLUMNS = 3
MOST_FACTORS = 12
_ROW = 0.27
_NAMES = 2.3
"""Inches for the names of the factors at the left."""
_TITLE, _FOOT = 0.55, 0.3
_LETTERS, _NAME = 27, 34


def draw_all(found: Sensitivity, told: Told = unheard) -> list[Drawing]:
    """All outcomes beside each other; of the first outcome and the effect on it Morris's plane and convergence."""
    varied = [each for each in found.targets if each.name not in found.constant]
    main = [each for each in varied if each.outcome == found.targets[0].outcome]
    draws = [partial(draw_panels, found)]
    if len(found.screening) and main:
        draws.append(partial(draw_planes, found, main))
    several = "blocks" in found.convergence and found.convergence["blocks"].nunique() > 1
    if several and main:
        draws.append(partial(draw_convergences, found, main))
    return drawn_in_turn(draws, told)


def draw_panels(found: Sensitivity) -> Drawing:
    """Bars with intervals, a chart an outcome; factors ordered by the most that they do to any of them."""
    targets = [each for each in found.targets if each.name not in found.constant]
    title = "What each outcome hangs on: what is not known, what is decided, and luck"
    below = f"{AXIS[found.method]}; lines: 95 % intervals"
    below += (
        "; dark: the factor alone, pale: together with others" if found.method == "sobol" else ""
    )
    tables = {each.name: main_rows(found, each).set_index("factor") for each in targets}
    names = _leading(tables)
    tall, lines = _ROW * len(names), math.ceil(len(targets) / COLUMNS)
    height = max(lines, 1) * (tall + _TITLE + _FOOT) + 0.5
    with Sheet("drivers", title, height, below) as sheet:
        if not names:
            blank(sheet, "no outcome varies")
            return sheet.finish(title)
        wide = (WIDTH - _NAMES - 0.2) / COLUMNS
        for number, target in enumerate(targets):
            line, column = divmod(number, COLUMNS)
            bottom = 0.5 + _FOOT + (lines - 1 - line) * (tall + _TITLE + _FOOT)
            axes = sheet.axes(Box(_NAMES + column * wide, bottom, wide - 0.2, tall))
            _bars(axes, tables[target.name].reindex(names), target, _alone(found, target))
            wrapped = [textwrap.fill(name_of(each), _NAME, max_lines=2) for each in names]
            labels = wrapped if column == 0 else []
            axes.set_yticks(range(len(names)), labels or [""] * len(names), fontsize=7.5)
        _legend(sheet)
        return sheet.finish(
            f"Small charts of bars, one an outcome. {title} ({below}). The numbers stand in the tables and indices.csv."
        )


def _leading(tables: dict[str, pd.DataFrame]) -> list[str]:
    """The factors that do most, each measured by the largest value of its outcome; chance among them."""
    if not tables:
        return []
    shares = pd.DataFrame(
        {name: rows["value"] / rows["value"].max() for name, rows in tables.items()}
    )
    ordered = shares.max(axis=1).sort_values(ascending=False, kind="stable")
    return [str(each) for each in ordered.index[:MOST_FACTORS]]


def _alone(found: Sensitivity, target: Target) -> pd.Series:
    """What each factor does by itself, where the method tells it apart (Sobol's first-order shares)."""
    rows = found.of(target)
    return rows[rows["index"] == "S1"].set_index("factor")["value"].dropna()


def _bars(axes: Axes, rows: pd.DataFrame, target: Target, alone: pd.Series) -> None:
    for at, (factor, row) in enumerate(rows.iterrows()):
        if row["value"] != row["value"]:
            continue
        colour = COLOURS[str(row["kind"])]
        axes.barh(at, max(0.0, row["value"]), 0.66, color=colour, alpha=0.55)
        if factor in alone.index:
            axes.barh(at, max(0.0, float(alone[factor])), 0.3, color=colour)
        if row["low"] == row["low"]:
            axes.plot([max(0.0, row["low"]), row["high"]], [at, at], color=INK, linewidth=0.9)
    top = float(rows["value"].max()) or 1.0
    axes.set_xlim(0, 1.5 * top if top > 0 else 1.0)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.tick_params(axis="y", length=0, labelcolor=INK)
    axes.tick_params(axis="x", labelsize=7)
    axes.locator_params(axis="x", nbins=4)
    words = target_words(target)
    lines = textwrap.wrap(words[:1].upper() + words[1:], _LETTERS)
    axes.set_title("\n".join(lines), fontsize=8.5, loc="left", color=INK)
    light_grid(axes, "x")


def _legend(sheet: Sheet) -> None:
    patches = [
        Patch(color=colour, alpha=0.55, label=KINDS[kind]) for kind, colour in COLOURS.items()
    ]
    sheet.figure.legend(handles=patches, loc="lower left", bbox_to_anchor=(0.06 / WIDTH, 0.0), ncols=3,
                        frameon=False, fontsize=8.5)  # fmt: skip
