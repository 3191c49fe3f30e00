"""What each policy costs and who bears it, and how well it finds the poor."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.impact.cost import PACKAGE
from poverty_nodes.experiments.report import titles
from poverty_nodes.experiments.report.figures.sheet import (
    INK,
    QUIET,
    WIDTH,
    Box,
    Drawing,
    Sheet,
    blank,
    light_grid,
)
from poverty_nodes.experiments.report.labels import policy_label
from poverty_nodes.experiments.report.numbers import NONE, count, money, per_cent

_ROW = 0.62
_BEARERS = (
    ("spent", "#0072b2", "programme ({payer})"),
    ("spent_firms", "#e69f00", "firms"),
    ("spent_households", "#009e73", "households"),
)


def draw_cost(comparison: Comparison) -> Drawing:
    """Stacked bars of spending by who bears it, and beside them whom each policy reaches."""
    title = titles.cost(comparison)
    table = comparison.cost
    if not table.empty:
        table = table[table["policy"] != PACKAGE].reset_index(drop=True)
    with Sheet("cost", title, _ROW * max(len(table), 2) + 1.25, _subtitle(comparison)) as sheet:
        if table.empty:
            blank(sheet, "no policy is enacted")
            return sheet.finish(title)
        height = _ROW * len(table)
        bars = sheet.axes(Box(1.4, 0.85, 2.95, height))
        _spending(bars, table)
        reach = sheet.axes(Box(4.65, 0.85, WIDTH - 4.8, height))
        _targeting(reach, table)
        sheet.note(
            "Dollars: international, of 2021, over the whole run at the real scale. Colours: "
            "programme blue, firms orange, households green."
        )
        return sheet.finish(
            "Bars of what each policy costs by who bears it, with the numbers eligible and reached and the "
            f"errors of targeting. {title}. The same numbers stand in the table of cost."
        )


def _subtitle(comparison: Comparison) -> str:
    return "" if comparison.cost.empty else "Who bears the cost of each policy, and whom it reaches"


def _spending(axes: Axes, table: pd.DataFrame) -> None:
    rows = list(range(len(table)))
    start = table["spent"] * 0
    for name, colour, _ in _BEARERS:
        part = table[name].clip(lower=0)
        axes.barh(rows, part, left=start, color=colour, height=0.42)
        start = start + part
    axes.set_xlim(0, max(float(start.max()) * 1.02, 1.0))
    for row, policy in table.iterrows():
        parts = [
            f"{label.format(payer=policy['payer'])} {money(policy[name])}"
            for name, _, label in _BEARERS
            if policy[name] > 0
        ]
        axes.text(0, float(str(row)) + 0.25, ", ".join(parts) or "nothing spent", va="top",
                  fontsize=8, color=QUIET)  # fmt: skip
    axes.set_yticks(rows, [policy_label(str(name)) for name in table["policy"]])
    axes.set_ylim(len(table) - 0.35, -0.5)
    axes.tick_params(axis="y", length=0, labelcolor=INK)
    axes.xaxis.set_major_locator(MaxNLocator(3))
    axes.xaxis.set_major_formatter(lambda value, _: money(value))
    light_grid(axes, "x")
    axes.set_xlabel("dollars over the run", color=QUIET)


def _targeting(axes: Axes, table: pd.DataFrame) -> None:
    axes.set_axis_off()
    axes.set_xlim(0, 1)
    axes.set_ylim(len(table) - 0.35, -0.5)
    heads = (
        ("people reached\nof eligible", 0.42),
        ("of them\nnot poor", 0.66),
        ("eligible poor\nnot reached", 0.98),
    )
    for text, at in heads:
        axes.text(at, -0.55, text, ha="right", va="bottom", fontsize=8, color=QUIET)
    for row, policy in table.iterrows():
        reached = f"{count(policy['reached'])} / {count(policy['eligible'])}"
        cells = (reached, _share(policy["inclusion_error"]), _share(policy["exclusion_error"]))
        for text, (_, at) in zip(cells, heads, strict=True):
            axes.text(at, float(str(row)), text, ha="right", va="center")


def _share(value: float) -> str:
    return per_cent(value) if value == value else NONE
