"""The forest plot: each published effect's range, and the model's with its interval over seeds."""

from __future__ import annotations

import math
from collections.abc import Sequence

from matplotlib.axes import Axes

from poverty_nodes.experiments.evidence.harness.in_words import band
from poverty_nodes.experiments.evidence.trials.tables import with_interval
from poverty_nodes.experiments.evidence.trials.trial import Result, Untested, headline
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
)

COLOURS = {"overlaps": GAIN, "does not overlap": LOSS, "not testable": UNSURE}
ROW, LEFT, ACROSS = 0.36, 3.35, 2.7
"""Inches of a row, where its axis begins, and how wide it is."""


def trials_figure(results: Sequence[Result], untested: Sequence[Untested]) -> Drawing:
    """A row an effect: published range in grey, the model's mean and interval; each row has a scale of its own."""
    title = "Published trials run again in the model"
    below = (
        f"{headline(results, untested)} Grey: the published range, set before the run; tick: the "
        "published figure. Each row has a scale of its own."
    )
    with Sheet("trials", title, ROW * len(results) + 0.2, below) as sheet:
        top = sheet.body
        for result in results:
            top -= ROW
            _row(sheet, result, top)
        return sheet.finish(f"{title}. {headline(results, untested)}")


def _row(sheet: Sheet, result: Result, bottom: float) -> None:
    words = sheet.axes(Box(0.12, bottom, WIDTH - 0.24, ROW))
    words.set_axis_off()
    words.set_xlim(0.0, WIDTH - 0.24)
    words.set_ylim(0.0, 1.0)
    colour = COLOURS[result.status]
    name = f"{result.trial.policy.replace('_', ' ')} · {result.trial.id}"
    words.text(0.0, 0.66, name, fontsize=6.5, fontweight="bold", va="center")
    words.text(0.0, 0.3, result.effect.name, fontsize=6.5, va="center")
    published = result.effect.published
    said = f"{with_interval(result)}  ·  {band(published.low, published.high)}"
    words.text(LEFT + ACROSS, 0.66, said, fontsize=6, va="center", color=INK)
    words.text(LEFT + ACROSS, 0.3, result.status, fontsize=6.5, va="center", color=colour)
    _interval(sheet.axes(Box(LEFT, bottom + 0.13, ACROSS - 0.15, ROW - 0.16)), result, colour)


def _interval(axes: Axes, result: Result, colour: str) -> None:
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.tick_params(labelsize=4.5, length=1.5, pad=0.5)
    found, published = result.found, result.effect.published
    if math.isnan(found.value):
        axes.set_xticks([])
        axes.text(
            0.5,
            0.5,
            "no value",
            ha="center",
            va="center",
            fontsize=6,
            color=QUIET,
            transform=axes.transAxes,
        )
        return
    marks = (0.0, found.value, found.low, found.high, published.low, published.high)
    known = [each for each in marks if math.isfinite(each)]
    low, high = min(known), max(known)
    edge = 0.08 * (high - low) or 0.1
    axes.set_xlim(low - edge, high + edge)
    axes.set_ylim(-1.0, 1.0)
    axes.axvspan(
        max(published.low, low - edge), min(published.high, high + edge), color="#dcdcdc", lw=0
    )
    axes.axvline(0.0, color=QUIET, lw=0.5)
    if math.isfinite(published.value):
        axes.plot([published.value] * 2, [-1.0, 1.0], color=QUIET, lw=1.2)
    if math.isfinite(found.low):
        axes.plot([found.low, found.high], [0.0, 0.0], color=colour, lw=1.6)
    axes.plot([found.value], [0.0], "o", ms=3.4, color=colour)
