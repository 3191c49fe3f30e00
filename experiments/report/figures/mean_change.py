"""Mean change of each group: a dot with its interval."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.report import titles
from poverty_nodes.experiments.report.figures.group_rows import (
    group_rows,
    name_rows,
    suppressed_note,
    values_of,
)
from poverty_nodes.experiments.report.figures.sheet import (
    GAIN,
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
from poverty_nodes.experiments.report.numbers import NONE, decimals, signed

_ROW = 0.235
_SUBTITLE = "Change of mean consumption a person, with against without, at the end; groups of the base month"


def draw_mean_change(comparison: Comparison) -> Drawing:
    """Dots with 95 % intervals; colour only where the sign holds whatever the luck."""
    title = titles.mean_change(comparison)
    rows = group_rows(comparison)
    table = comparison.winners
    means, lows, highs, dollars, agree = (
        values_of(table, rows, name)
        for name in (
            "percent_change",
            "percent_change_low",
            "percent_change_high",
            "mean_change",
            "sign_certain",
        )
    )
    with Sheet("mean_change", title, _ROW * rows.length + 1.0, _SUBTITLE) as sheet:
        axes = sheet.axes(Box(1.6, 0.75, WIDTH - 4.25, _ROW * rows.length))
        zero_line(axes, vertical=True)
        for height, mean, low, high in zip(rows.heights, means, lows, highs, strict=True):
            colour = GAIN if low > 0 else LOSS if high < 0 else UNSURE
            axes.plot([low, high], [height, height], color=colour, linewidth=2.2)
            hollow = "white" if colour == UNSURE else colour
            axes.plot([mean], [height], "o", color=colour, markersize=6, markerfacecolor=hollow)
        name_rows(axes, rows)
        light_grid(axes, "x")
        axes.margins(x=0.06)
        axes.set_xlabel("per cent", color=QUIET)
        _write(axes, -0.9, ("per cent", "$ a month", "seeds that agree"), fontsize=8, color=QUIET)
        for height, *texts in zip(rows.heights, means, dollars, agree, strict=True):
            cells = (
                *(signed(each, min(2, decimals(each))) for each in texts[:2]),
                _agreeing(texts[2]),
            )
            _write(axes, height, cells, fontsize=8.5, va="center")
        sheet.note(
            "Whiskers: 95 % interval (luck alone). Grey and hollow: the sign may be "
            "luck." + suppressed_note(rows)
        )
        return sheet.finish(
            "Dot and whisker chart: mean change of consumption by group with its 95 per cent interval. "
            f"{title}. The same numbers stand in the table of winners and losers."
        )


def _write(axes: Axes, height: float, texts: tuple[str, ...], **style: Any) -> None:
    """A row of the table at the right of the chart."""
    for at, text in zip((1.13, 1.36, 1.64), texts, strict=True):
        axes.text(at, height, text, transform=axes.get_yaxis_transform(), ha="right", **style)


def _agreeing(share: float) -> str:
    return f"{100 * share:.0f} %" if share == share else NONE
