"""Poverty over time with and without the policies, and the difference between the two worlds."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.impact.interval import Spread
from poverty_nodes.experiments.report import titles
from poverty_nodes.experiments.report.figures.sheet import (
    GAIN,
    INK,
    LOSS,
    QUIET,
    UNSURE,
    WIDTH,
    WITH,
    WITHOUT,
    Box,
    Drawing,
    Sheet,
    light_grid,
    zero_line,
)
from poverty_nodes.experiments.report.labels import line_label
from poverty_nodes.experiments.report.words import samples

_BOX = Box(0.8, 0.7, WIDTH - 2.4, 2.7)
_BANDS = "Bands: 95 % interval of the mean over {seeds} {what} (luck alone)."


def draw_levels(comparison: Comparison) -> Drawing:
    """The headcount by month in both worlds, with bands over seeds and the month in which policies begin."""
    title = titles.over_time(comparison)
    with Sheet("poverty_over_time", title, 3.55, _subtitle(comparison)) as sheet:
        axes = sheet.axes(_BOX)
        without, enacted, _ = comparison.monthly.spread("P0")
        _path(axes, comparison, without, WITHOUT, "--")
        _path(axes, comparison, enacted, WITH, "-")
        _room(axes, without, enacted)
        _start(axes, comparison)
        _end_labels(axes, comparison, without, enacted)
        _month_axis(axes, comparison)
        axes.set_ylabel("% of persons in the cluster")
        sheet.note(_note(comparison) + " The axis does not begin at 0.")
        return sheet.finish(
            f"Line chart of the poverty headcount in the cluster by month, with and without the policies. {title}."
        )


def draw_difference(comparison: Comparison) -> Drawing:
    """Draw the difference in the headcount by month, with minus without, in percentage points."""
    title = titles.difference(comparison)
    with Sheet("poverty_difference", title, 3.55, _subtitle(comparison)) as sheet:
        axes = sheet.axes(_BOX)
        found = comparison.monthly.spread("P0")[2]
        colour = UNSURE
        if found.certain.size and found.certain[-1]:
            colour = GAIN if found.mean[-1] < 0 else LOSS
        _path(axes, comparison, found, colour, "-")
        zero_line(axes)
        _room(axes, found)
        _start(axes, comparison)
        _month_axis(axes, comparison)
        axes.set_ylabel("percentage points, with less without")
        value = float(np.nan_to_num(100 * found.mean[-1]))
        axes.annotate(
            _verdict(comparison, found),
            (comparison.monthly.months[-1], value),
            xytext=(6, 0),
            textcoords="offset points",
            color=colour,
            va="center",
        )
        sheet.note(_note(comparison))
        return sheet.finish(
            f"Line chart of the difference in the poverty headcount by month, with less without. {title}."
        )


def _verdict(comparison: Comparison, found: Spread) -> str:
    if found.mean[-1] == found.low[-1] == found.high[-1] == 0:
        return "no difference"
    since = titles.told_from(comparison.monthly)
    return (
        "may be luck\nat the end" if since is None else f"whatever the luck\nfrom month {since} on"
    )


def _subtitle(comparison: Comparison) -> str:
    return f"Headcount ratio at {line_label(comparison.terms)}, consumption a person"


def _note(comparison: Comparison) -> str:
    seeds, what = comparison.populations, samples(comparison)
    return _BANDS.format(seeds=seeds, what=what) if seeds > 1 else "One seed has no band."


def _path(axes: Axes, comparison: Comparison, found: Spread, colour: str, style: str) -> None:
    months = comparison.monthly.months
    axes.fill_between(
        months, 100 * found.low, 100 * found.high, color=colour, alpha=0.22, linewidth=0
    )
    axes.plot(months, 100 * found.mean, color=colour, linestyle=style, linewidth=1.8)


def _room(axes: Axes, *spreads: Spread) -> None:
    """Widen the axis around small changes, so that noise does not look like a finding."""
    low, high = axes.get_ylim()
    least = 0.2
    if high - low < least:
        middle = (low + high) / 2
        low, high = middle - least / 2, middle + least / 2
    axes.set_ylim(low, high + 0.08 * (high - low))


def _start(axes: Axes, comparison: Comparison) -> None:
    """Draw lines where policies begin and shocks strike, each with a label at the top."""
    terms = comparison.terms
    marks = [(shock.start, shock.happens, QUIET) for shock in terms.shocks]
    if terms.first_month is not None:
        marks.insert(0, (terms.first_month, "policies begin", INK))
    for row, (month, words, colour) in enumerate(m for m in marks if m[0] <= terms.months):
        late = month > 0.7 * terms.months
        axes.axvline(month, color=colour, linewidth=0.9, linestyle=":")
        axes.annotate(
            f"{words} (month {month})",
            (month, 1.0),
            xycoords=("data", "axes fraction"),
            xytext=(-4 if late else 4, -3 - 11 * row),
            textcoords="offset points",
            ha="right" if late else "left",
            va="top",
            fontsize=8,
            color=colour,
        )


def _end_labels(axes: Axes, comparison: Comparison, without: Spread, enacted: Spread) -> None:
    """Write names at the ends of the lines, moved apart where lines end close together."""
    low, high = axes.get_ylim()
    ends = {"without": 100 * float(without.mean[-1]), "with": 100 * float(enacted.mean[-1])}
    if not np.isfinite(list(ends.values())).all():
        return
    apart = 0.075 * (high - low)
    middle, gap = sum(ends.values()) / 2, ends["without"] - ends["with"]
    if abs(gap) < apart:
        sign = 1 if gap >= 0 else -1
        ends = {"without": middle + sign * apart / 2, "with": middle - sign * apart / 2}
    last = comparison.monthly.months[-1]
    for name, colour in (("without", WITHOUT), ("with", WITH)):
        axes.annotate(
            f"{name} the policies",
            (last, ends[name]),
            xytext=(6, 0),
            textcoords="offset points",
            color=colour,
            va="center",
            fontweight="bold",
            fontsize=8.5,
        )


def _month_axis(axes: Axes, comparison: Comparison) -> None:
    months = comparison.monthly.months
    last = int(months[-1])
    step = 12 if last >= 24 else max(1, last // 6)
    axes.set_xticks(range(0, last + 1, step))
    axes.set_xlim(int(months[0]), max(last, 1))
    axes.set_xlabel("months after the base month", color=QUIET)
    light_grid(axes)
