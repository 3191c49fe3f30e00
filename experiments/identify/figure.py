"""The ranking as a drawing: scores and headcounts with their intervals, kinds told apart by colour and mark."""

from __future__ import annotations

import textwrap

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from poverty_nodes.experiments.identify.kinds import ADVICE
from poverty_nodes.experiments.identify.ranking import Ranking
from poverty_nodes.experiments.impact.interval import ends_words
from poverty_nodes.experiments.report.figures.sheet import (
    GAIN,
    LOSS,
    QUIET,
    UNSURE,
    Box,
    Drawing,
    Sheet,
    light_grid,
)

LOOKS = dict(zip(ADVICE, ((LOSS, "o"), (GAIN, "s"), ("#009e73", "^"), (UNSURE, "D")), strict=True))
"""Colour and mark of each kind."""
ROW = 0.27
_NAME = 36
"""Letters for which there is room beside a row."""


def draw_ranking(ranking: Ranking) -> Drawing:
    """Scores at the left, headcounts at the right, the cluster with most at stake on top."""
    table = ranking.clusters
    height = ROW * len(table) + 1.15
    first = table.iloc[0]
    title = f"Most is at stake for the poor in {first['title']}"
    draws = ranking.draws.shape[1]
    subtitle = (
        f"Points at the clusters' own numbers; lines are the {ends_words(draws)} of {draws} draws of the numbers "
        "from their ranges"
    )
    with Sheet("ranking", title, height, subtitle) as sheet:
        tall = ROW * len(table)
        left = sheet.axes(Box(2.5, 0.82, 2.75, tall))
        _points(left, table, ("score", "low", "high"), 1.0)
        names = [f"{short(r.title)}  {r.rank}" for r in table.itertuples()]
        left.set_yticks(range(len(table)), names, fontsize=8)
        left.set_xlabel("score, 0 to 100")
        right = sheet.axes(Box(5.45, 0.82, 2.4, tall))
        _points(right, table, ("headcount", "headcount_low", "headcount_high"), 100.0)
        right.set_yticks([])
        right.set_xlabel("poor, per cent of those who live from it")
        _legend(left, table)
        return sheet.finish(
            f"Clusters by score with intervals, and the headcount of each. {title}. The table of the ranking has the "
            "same numbers."
        )


def short(title: str) -> str:
    """A cluster's title without its country, as there is room for it beside a row.

    >>> short("Roof tiles of Kebumen, Central Java, Indonesia")
    'Roof tiles of Kebumen'
    """
    return textwrap.shorten(title.partition(",")[0], _NAME, placeholder=" ...")


def _points(axes: Axes, table: pd.DataFrame, names: tuple[str, str, str], by: float) -> None:
    value, low, high = (table[name].to_numpy(dtype=float) * by for name in names)
    for at, kind in enumerate(table["kind"].str.partition(",")[0]):
        colour, mark = LOOKS[kind]
        axes.plot([low[at], high[at]], [at, at], color=colour, linewidth=1.6)
        axes.plot([value[at]], [at], marker=mark, color=colour, markersize=5)
    axes.set_ylim(len(table) - 0.4, -0.6)
    axes.set_xlim(0, max(1.05 * float(np.max(high)), 1.0))
    axes.tick_params(axis="y", length=0)
    light_grid(axes, "x")


def _legend(axes: Axes, table: pd.DataFrame) -> None:
    there = set(table["kind"].str.partition(",")[0])
    for kind, (colour, mark) in LOOKS.items():
        if kind in there:
            axes.plot([], [], marker=mark, color=colour, label=kind, linewidth=1.6)
    below = -0.55 / (ROW * len(table))  # of the axes' height: under the label of the axis
    axes.legend(
        frameon=False,
        fontsize=8,
        loc="upper left",
        ncol=4,
        bbox_to_anchor=(-0.5, below),
        labelcolor=QUIET,
    )
