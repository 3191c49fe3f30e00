"""One page of small multiples: each pattern's statistics over seeds against their bands."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence

from matplotlib.axes import Axes

from poverty_nodes.experiments.evidence.harness.in_words import figure
from poverty_nodes.experiments.evidence.ledger.ledger import Entry, Finding
from poverty_nodes.experiments.evidence.ledger.totals import totals_of
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

COLOURS = {
    "reproduced": GAIN,
    "turns inside its range": LOSS,
    "not reproduced": LOSS,
    "not testable": UNSURE,
}
ACROSS, HIGH, HEAD = 4, 0.42, 0.62
"""Panels in a row; inches of one statistic, and of a panel's heading."""


def ledger_figure(entries: Sequence[Entry]) -> Drawing:
    """A panel a pattern: band in grey, mean and interval over seeds, a dot a seed."""
    rows = [entries[i : i + ACROSS] for i in range(0, len(entries), ACROSS)]
    heights = [HEAD + HIGH * max(len(each.findings) for each in row) for row in rows]
    title = "Published patterns and what the model makes of them"
    below = f"{totals_of(entries).words()} Grey: the band set before the run. Dots: seeds."
    with Sheet("ledger", title, sum(heights) + 0.2, below) as sheet:
        top = sheet.body
        wide = WIDTH / ACROSS
        for row, height in zip(rows, heights, strict=True):
            for column, entry in enumerate(row):
                _panel(sheet, entry, column * wide, top, wide)
            top -= height
        return sheet.finish(f"{title}. {totals_of(entries).words()}")


def _panel(sheet: Sheet, entry: Entry, left: float, top: float, wide: float) -> None:
    head = sheet.axes(Box(left + 0.08, top - HEAD + 0.08, wide - 0.16, HEAD - 0.08))
    head.set_axis_off()
    colour = COLOURS[entry.status]
    name = f"{entry.pattern.id[1:].lstrip('0')}  {entry.pattern.title}"
    lines = "\n".join(textwrap.wrap(name, 34)[:3])
    head.text(0, 1, lines, va="top", fontsize=6.5, fontweight="bold")
    verdict = entry.status + (f", {entry.kind}" if entry.kind else "")
    head.text(0, 0.02, verdict, va="bottom", fontsize=7, color=colour)
    for number, finding in enumerate(entry.findings):
        bottom = top - HEAD - HIGH * (number + 1) + 0.16
        _statistic(sheet.axes(Box(left + 0.12, bottom, wide - 0.3, HIGH - 0.17)), finding)


def _statistic(axes: Axes, finding: Finding) -> None:
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.tick_params(labelsize=5.5, length=2, pad=1)
    found, band = finding.found, finding.statistic.band
    if math.isnan(found.value):
        axes.set_xticks([])
        axes.text(
            0.5, 0.4, "no value", ha="center", fontsize=6, color=QUIET, transform=axes.transAxes
        )
        return
    marks = [found.value, *(each for each in finding.seeds if math.isfinite(each))]
    marks += [each for each in (found.low, found.high, band.low, band.high) if math.isfinite(each)]
    low, high = min(marks), max(marks)
    edge = 0.12 * (high - low) or 0.1 * abs(high) or 0.1
    axes.set_xlim(low - edge, high + edge)
    axes.set_ylim(-1, 1)
    axes.axvspan(max(band.low, low - edge), min(band.high, high + edge), color="#e4e4e4", lw=0)
    colour = COLOURS[finding.status]
    seeds = [each for each in finding.seeds if math.isfinite(each)]
    axes.plot(seeds, [-0.45] * len(seeds), "o", ms=1.6, color=colour, alpha=0.6)
    if math.isfinite(found.low):
        axes.plot([found.low, found.high], [0.25, 0.25], color=colour, lw=1.6)
    axes.plot([found.value], [0.25], "o", ms=3.6, color=colour)
    axes.text(
        found.value, 0.95, figure(found.value), ha="center", va="center", fontsize=5.5, color=INK
    )
