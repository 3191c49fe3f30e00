"""What the answer hangs on: a row for each number, with the effect at its low, neutral, high and own value."""

from __future__ import annotations

import textwrap

import pandas as pd
from matplotlib.axes import Axes

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.impact.not_known import TURNS, NotKnown
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
from poverty_nodes.experiments.report.not_known_words import condition
from poverty_nodes.experiments.report.numbers import signed
from poverty_nodes.experiments.report.words import change

_ROW, _LEFT, _FOOT = 0.5, 3.35, 0.95
_MARKS = {"low": "<", "neutral": "D", "high": ">"}
_SUBTITLE = "Effect on the poverty headcount, points, with one number at another value; dotted: all at their own"


def draw_hangs_on(comparison: Comparison) -> Drawing:
    """Draw the number that moves the answer most on top, and the effect of all together at the bottom."""
    found = comparison.not_known
    assert found is not None
    names = list(dict.fromkeys(found.trials["input"]))
    title = _title(found)
    rows = len(names) + (1 if found.draws else 0)
    with Sheet("hangs_on", title, _ROW * rows + _FOOT, _SUBTITLE) as sheet:
        axes = sheet.axes(Box(_LEFT, _FOOT - 0.1, WIDTH - _LEFT - 0.2, _ROW * rows))
        zero_line(axes, vertical=True)
        axes.axvline(found.own, color=QUIET, linestyle=":", linewidth=1.2)
        for place, name in enumerate(names):
            _row(axes, -place, found.trials[found.trials["input"] == name])
        if found.draws:
            _all(axes, -len(names), comparison, found)
        axes.set_ylim(-rows + 0.5, 0.5)
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        light_grid(axes, "x")
        axes.margins(x=0.08)
        sheet.note(
            "Triangles: the ends of what is believed. Diamond: what the number stands for switched off. Whiskers: 95 % "
            f"over seeds.\nAll in copies of {found.workers:,} workers, but for the answer itself. The numbers stand in "
            "hangs_on.csv."
        )
        return sheet.finish(
            f"Dot chart. {title}. A row a number: the effect on the headcount with it at the low, the neutral and the "
            "high value. The same numbers stand in the table below."
        )


def _title(found: NotKnown) -> str:
    turns = found.trials[found.trials["verdict"] == TURNS]
    rows = turns if len(turns) else found.moving
    if rows.empty:
        return "No number alone moves the answer by more than luck can"
    row = rows.iloc[0]
    return f"Poverty is {change(found.own)}, and {change(row['effect'])} if {condition(row)}"


def _short(title: str) -> str:
    return textwrap.shorten(title, 70, placeholder=" ...")


def _row(axes: Axes, height: float, trials: pd.DataFrame) -> None:
    """Draw the trials of a number, joined by a line, each with its interval and value."""
    values = trials["effect"]
    axes.plot(
        [values.min(), values.max()], [height, height], color="#cfd8dc", linewidth=6, zorder=1
    )
    for shift, (_, row) in zip((0.0, 0.13, -0.13), trials.iterrows(), strict=False):
        colour = GAIN if row["high"] < 0 else LOSS if row["low"] > 0 else UNSURE
        at = height + shift
        axes.plot([row["low"], row["high"]], [at, at], color=colour, linewidth=1.0, alpha=0.7)
        axes.plot([row["effect"]], [at], _MARKS[row["at"]], color=colour, markersize=6, zorder=3)
    first = trials.iloc[0]
    ends = ", ".join(f"{row['value']:.3g}" for _, row in trials.sort_values("value").iterrows())
    name = "\n".join(textwrap.wrap(_short(first["title"]), 52))
    _named(axes, height, f"{name}\n{ends} instead of {first['own_value']:.3g}", INK)


def _all(axes: Axes, height: float, comparison: Comparison, found: NotKnown) -> None:
    """Draw the range over all numbers together, with the answer and how far luck goes."""
    head = comparison.headline
    axes.plot([found.low, found.high], [height, height], color=GAIN, alpha=0.28, linewidth=9,
              solid_capstyle="butt")  # fmt: skip
    axes.plot([head.low, head.high], [height, height], color=GAIN, linewidth=2.5)
    axes.plot([head.change], [height], "o", color=GAIN, markersize=5)
    ends = f"{signed(found.low)} to {signed(found.high)}"
    text = f"All {found.numbers} together: thick, {ends};\nthin, luck alone; dot, the answer"
    _named(axes, height, text, INK)


def _named(axes: Axes, height: float, text: str, colour: str) -> None:
    axes.text(-0.03, height, text, transform=axes.get_yaxis_transform(), ha="right", va="center",
              fontsize=7.5, color=colour)  # fmt: skip
