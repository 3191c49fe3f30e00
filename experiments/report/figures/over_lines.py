"""Dominance over lines: the change of the headcount at each poverty line, with its band."""

from __future__ import annotations

import numpy as np

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.impact.over_lines import over_lines
from poverty_nodes.experiments.report import titles
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
    blank,
    light_grid,
    zero_line,
)
from poverty_nodes.experiments.report.labels import months_at_end
from poverty_nodes.experiments.report.numbers import decimals, signed

_SUBTITLE = "Change of the headcount at three international lines, with less without, {when}"


def draw_over_lines(comparison: Comparison) -> Drawing:
    """Draw a dot for each line with its 95 % interval, and a band between them."""
    title = titles.over_lines(comparison)
    table = over_lines(comparison.monthly, comparison.terms.window)
    subtitle = _SUBTITLE.format(when=months_at_end(comparison.terms))
    with Sheet("over_lines", title, 3.1, subtitle) as sheet:
        if not np.isfinite(table["change"]).all():
            blank(sheet, "not measured")
            return sheet.finish(title)
        axes = sheet.axes(Box(0.8, 0.85, WIDTH - 1.2, 2.1))
        line, change, low, high = (
            table[name].to_numpy() for name in ("line", "change", "low", "high")
        )
        axes.fill_between(line, low, high, color="#d9d9d9", linewidth=0)
        zero_line(axes)
        for at, value, least, most in zip(line, change, low, high, strict=True):
            colour = LOSS if least > 0 else GAIN if most < 0 else UNSURE
            axes.plot([at, at], [least, most], color=colour, linewidth=2.2)
            axes.plot([at], [value], "o", color=colour, markersize=6)
            axes.annotate(
                signed(value, decimals(value)),
                (at, value),
                xytext=(7, 5),
                textcoords="offset points",
                fontsize=8.5,
                color=INK,
            )
        axes.set_xticks(line, [f"${each:.2f}" for each in line])
        axes.set_xlabel("poverty line, international dollars of 2021 a person a day", color=QUIET)
        axes.set_ylabel("percentage points")
        axes.margins(x=0.08, y=0.15)
        light_grid(axes, "y")
        sheet.note(
            "Whiskers and band: 95 % interval (luck alone). Between the lines it is drawn, not measured."
        )
        return sheet.finish(
            f"Dots with whiskers: the change of the poverty headcount at three poverty lines. {title}."
        )
