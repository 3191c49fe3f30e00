"""Growth incidence: the same persons by their place in the base month, beside the anonymous curve."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.impact.incidence import FLOOR
from poverty_nodes.experiments.report import titles
from poverty_nodes.experiments.report.figures.sheet import (
    QUIET,
    WIDTH,
    WITH,
    Box,
    Drawing,
    Sheet,
    blank,
    light_grid,
    zero_line,
)
from poverty_nodes.experiments.report.words import samples

_ANONYMOUS = "#b35806"
_SUBTITLE = (
    "Growth of consumption from the world without to the world with, at the end, in the cluster"
)


def draw_incidence(comparison: Comparison) -> Drawing:
    """Two curves with bands over the percentiles of persons."""
    title = titles.incidence(comparison)
    with Sheet("growth_incidence", title, 3.6, _SUBTITLE) as sheet:
        if not comparison.incidence["growth"].notna().any():
            blank(sheet, "not measured")
            return sheet.finish(title)
        axes = sheet.axes(Box(0.75, 0.72, WIDTH - 2.6, 2.75))
        zero_line(axes)
        _names(axes, _curves(axes, comparison.incidence))
        light_grid(axes)
        axes.set_xlim(0, 100)
        axes.set_xticks([0, 20, 40, 60, 80, 100])
        axes.set_xlabel("per cent of persons, poorest to richest", color=QUIET)
        axes.set_ylabel("growth, per cent")
        dotted = (
            "Dotted: what luck alone would give the same persons." if comparison.lives > 1 else ""
        )
        sheet.note(
            "Same persons: by their place at the base month. Anonymous: by place at the end, whoever holds it.\n"
            f"Bands: 95 % over {samples(comparison)} (luck alone). {dotted}"
        )
        return sheet.finish(
            "Line chart of growth in consumption by percentile, for the same persons and anonymously. "
            f"{title}."
        )


def _curves(axes: Axes, incidence: pd.DataFrame) -> dict[str, float]:
    """Draw the curves with their bands and what luck alone would give; return where each ends."""
    ends = {}
    for curve, colour, style in (("anonymous", _ANONYMOUS, "--"), ("same_person", WITH, "-")):
        rows = incidence[incidence["curve"] == curve]
        axes.fill_between(
            rows["percentile"], rows["low"], rows["high"], color=colour, alpha=0.2, linewidth=0
        )
        axes.plot(rows["percentile"], rows["growth"], color=colour, linestyle=style, linewidth=1.8)
        known = rows["growth"].to_numpy()[np.isfinite(rows["growth"].to_numpy())]
        ends[curve] = float(known[-1]) if known.size else 0.0
    floor = incidence[incidence["curve"] == FLOOR]
    axes.plot(floor["percentile"], floor["growth"], color=QUIET, linestyle=":", linewidth=1.2)
    return ends


def _names(axes: Axes, ends: dict[str, float]) -> None:
    low, high = axes.get_ylim()
    apart = 0.2 * (high - low)
    gap = ends["same_person"] - ends["anonymous"]
    middle = sum(ends.values()) / 2
    if abs(gap) < apart:
        half = apart / 2 if gap >= 0 else -apart / 2
        ends = {"same_person": middle + half, "anonymous": middle - half}
    words = {
        "same_person": "same persons,\nby where\nthey began",
        "anonymous": "anonymous:\nplace against\nplace",
    }
    for curve, colour in (("same_person", WITH), ("anonymous", _ANONYMOUS)):
        axes.annotate(
            words[curve], (100, ends[curve]), xytext=(6, 0), textcoords="offset points",
            color=colour, va="center", fontsize=8.5, fontweight="bold",
        )  # fmt: skip
