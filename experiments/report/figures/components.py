"""What each component of the package contributes: shares of outcomes and of cost, with intervals and synergy."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.report import why_words
from poverty_nodes.experiments.report.figures.group_rows import group_rows
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
    zero_line,
)
from poverty_nodes.experiments.report.figures.stacked_bars import (
    draw_stacked,
    legend,
    welfare_without,
)
from poverty_nodes.experiments.report.labels import policy_label
from poverty_nodes.experiments.report.numbers import decimals, money, signed

_ROW = 0.42
_PANELS = (
    ("P0", "headcount, points", -1),
    ("mean_welfare", "consumption, $ a month", 1),
    ("spent", "spending, $ million", 0),
)
_SUBTITLE = "Share of each component in what the package does to all persons of the cluster, and in what it spends"


def draw_components(comparison: Comparison) -> Drawing:
    """Draw three panels: the headcount, consumption and spending, with a bar for each component."""
    title = why_words.components_title(comparison)
    table = comparison.attribution[comparison.attribution["group"] == "all"]
    components = list(dict.fromkeys(table["component"]))
    height = _ROW * len(components)
    with Sheet("components", title, height + 1.35, _SUBTITLE) as sheet:
        for number, (outcome, label, good) in enumerate(_PANELS):
            axes = sheet.axes(Box(1.75 + 2.09 * number, 0.95, 1.8, height))
            _panel(axes, table[table["outcome"] == outcome], good)
            axes.set_title(label, fontsize=8.5, color=INK, loc="left")
            axes.set_yticks(range(len(components)), [policy_label(each) for each in components])
            if number:
                axes.tick_params(axis="y", labelleft=False)
        sheet.note(
            "Bars: Shapley share, which add up to what the package does; whiskers: 95 %. Blue: better,\n"
            "orange: worse, grey: the sign may be luck. Circle: what the component does alone."
        )
        return sheet.finish(
            "Bars with whiskers: the share of each component in the change of the headcount, of consumption and "
            f"in spending, beside what it does alone. {title}. The same numbers stand in attribution.csv."
        )


def _panel(axes: Axes, table: pd.DataFrame, good: int) -> None:
    rows = np.arange(len(table))
    share, low, high = (table[name].to_numpy() for name in ("shapley", "low", "high"))
    sure = (low > 0) | (high < 0)
    better = np.sign(share) == good
    colours = [
        "#7a7a7a" if good == 0 else UNSURE if not each else GAIN if up else LOSS
        for each, up in zip(sure, better, strict=True)
    ]
    axes.barh(rows, share, color=colours, height=0.55)
    known = np.isfinite(low)
    axes.hlines(rows[known], low[known], high[known], color=INK, linewidth=1.2)
    axes.plot(table["alone"], rows, "o", markersize=5, color="white", markeredgecolor=INK)
    zero_line(axes, vertical=True)
    axes.set_ylim(len(table) - 0.4, -0.6)
    axes.use_sticky_edges = False  # whiskers and circles at 0 are not cut off
    axes.margins(x=0.1)
    axes.tick_params(axis="y", length=0, labelcolor=INK)
    axes.spines["left"].set_visible(False)
    axes.xaxis.set_major_locator(MaxNLocator(3))
    if good == 0:
        axes.xaxis.set_major_formatter(lambda value, _: f"{value / 1e6:g}")
    light_grid(axes, "x")
    if len(table):
        total, synergy = (float(table[name].iloc[0]) for name in ("total", "synergy"))
        words = (money(total), money(synergy)) if good == 0 else (
            signed(total, decimals(total)), signed(synergy, min(2, decimals(synergy))))  # fmt: skip
        axes.set_xlabel(f"package {words[0]}, synergy {words[1]}", fontsize=8, color=QUIET)


def draw_components_by_group(comparison: Comparison) -> Drawing:
    """Stacked bars by group of the base month: what each component adds to consumption."""
    title = why_words.components_by_group_title(comparison)
    table = comparison.attribution
    table = table[table["outcome"] == "mean_welfare"]
    components = list(dict.fromkeys(table["component"]))
    rows = group_rows(comparison).only(set(table["group"]))
    room = 0.25 * rows.length
    names = {each: policy_label(each) for each in components}
    columns = 4 if max(map(len, names.values()), default=0) < 24 else 3
    lines = -(-len(components) // columns)
    subtitle = (
        "Change of mean consumption a person at the end, by component; groups of the base month"
    )
    with Sheet("components_by_group", title, room + 1.05 + 0.22 * lines, subtitle) as sheet:
        axes = sheet.axes(Box(1.7, 0.72, WIDTH - 1.95, room))
        value = table.set_index(["group", "component"])["shapley"]
        draw_stacked(axes, rows, components, value, table, welfare_without(comparison))
        axes.set_xlabel("per cent of the group's consumption without the policies", color=QUIET)
        legend(sheet, names, columns)
        sheet.note("Diamond: the whole change, with its 95 % interval (luck alone).")
        return sheet.finish(
            "Stacked bars: for each group the share of each component in the change of mean consumption. "
            f"{title}. The same numbers stand in attribution.csv."
        )
