"""All outcomes of a sweep beside each other: a small chart each, the same points in the same order in all."""

from __future__ import annotations

import math
import textwrap
from functools import partial

from matplotlib.axes import Axes

from poverty_nodes.experiments.answer.setting_words import key_words
from poverty_nodes.experiments.question.question import Measured
from poverty_nodes.experiments.report.figures.sheet import (
    INK,
    QUIET,
    WIDTH,
    Box,
    Drawing,
    Sheet,
    Told,
    drawn_in_turn,
    light_grid,
    unheard,
    zero_line,
)
from poverty_nodes.experiments.report.labels import listed
from poverty_nodes.experiments.sweeps.figures import draw, is_line, note_of, rows_of, tells_more
from poverty_nodes.experiments.sweeps.layout import (
    Dimension,
    dimensions_of,
    name_of,
)
from poverty_nodes.experiments.sweeps.marks import dots_with_whiskers, line_with_bands
from poverty_nodes.experiments.sweeps.packages_figure import draw_packages
from poverty_nodes.experiments.sweeps.reading import compares_packages, point_names
from poverty_nodes.experiments.sweeps.study import Study
from poverty_nodes.experiments.uncertainty.words import title, unit_words

COLUMNS = 3
MOST_POINTS = 24
MOST_TICKS = 5
_ROW, _TITLE, _FOOT = 0.22, 0.42, 0.5
_NAMES = 2.1
"""Inches for the names of the points at the left."""
_LETTERS, _NAME = 26, 34
_NAME_LINES = 3


def draw_all(study: Study, told: Told = unheard) -> list[Drawing]:
    """All outcomes beside each other, the packages if there are several, and heat maps of a grid."""
    draws = [partial(draw_panels, study)]
    if compares_packages(study):
        seeds = len(study.readings.seeds)
        draws.append(partial(draw_packages, study.packages, point_names(study), seeds))
    if tells_more(study, MOST_POINTS):
        draws += [partial(draw, study, outcome) for outcome in study.outcomes]
    return drawn_in_turn(draws, told)


def draw_panels(study: Study) -> Drawing:
    """Lines over one number that was varied, else dots with whiskers at each point."""
    lined = is_line(study)
    by = listed([key_words(key) for key in study.sweep.keys])
    of_each = list(study.sweep.keys) == ["policy"] and study.quantity == "effect"
    what = "Effect of the package" if study.quantity == "effect" else "What comes out"
    heading = "The effect of each package" if of_each else f"{what} by {by}"
    shown = min(len(study.sweep.points), MOST_POINTS)
    tall = 1.35 if lined else max(_ROW * shown * _lines_of_names(study), 0.7)
    lines, names = math.ceil(len(study.outcomes) / COLUMNS), 0.65 if lined else _NAMES
    wide = (WIDTH - names - 0.1) / COLUMNS
    with Sheet("outcomes", heading, lines * (tall + _TITLE + _FOOT) + 0.35) as sheet:
        for number, outcome in enumerate(study.outcomes):
            line, column = divmod(number, COLUMNS)
            bottom = 0.35 + _FOOT + (lines - 1 - line) * (tall + _TITLE + _FOOT)
            box = Box(names + column * wide, bottom, wide - (0.45 if lined else 0.22), tall)
            axes = sheet.axes(box)
            if lined:
                _line(axes, study, outcome, dimensions_of(study.sweep)[0])
            else:
                _dots(axes, study, outcome, column == 0)
            _finish(axes, study, outcome, lined)
        sheet.note(_notes(study, lined))
        return sheet.finish(
            f"Small charts, one an outcome. {heading}. The same numbers stand in the tables of this page."
        )


def _lines_of_names(study: Study) -> float:
    """How many times as tall a row is as one line, for the longest name."""
    names = (name_of(each, study.sweep.keys) for each in study.sweep.points[:MOST_POINTS])
    most = max(len(textwrap.wrap(each, _NAME, max_lines=_NAME_LINES)) for each in names)
    return 1.0 + 0.6 * (most - 1)


def _line(axes: Axes, study: Study, outcome: Measured, dimension: Dimension) -> None:
    line_with_bands(axes, rows_of(study, outcome).to_numpy(), dimension, 1.5, 3.5)
    axes.set_xlabel(dimension.label, fontsize=8, color=QUIET)
    axes.locator_params(axis="both", nbins=5)
    if len(dimension.values) <= MOST_TICKS:
        axes.set_xticks([float(str(each)) for each in dimension.values], dimension.texts)


def _dots(axes: Axes, study: Study, outcome: Measured, named: bool) -> None:
    rows = rows_of(study, outcome).to_numpy()[:MOST_POINTS]
    dots_with_whiskers(axes, rows, study.quantity == "effect", 1.8, 4.5)
    names = [name_of(each, study.sweep.keys) for each in study.sweep.points[:MOST_POINTS]]
    labels = [
        textwrap.fill(each, _NAME, max_lines=_NAME_LINES, placeholder=" ...") for each in names
    ]
    axes.set_yticks(range(len(rows)), labels if named else [""] * len(rows), fontsize=7.5)
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.tick_params(axis="y", length=0, labelcolor=INK)
    axes.locator_params(axis="x", nbins=4)


def _finish(axes: Axes, study: Study, outcome: Measured, lined: bool) -> None:
    is_effect = study.quantity == "effect"
    words = f"{title(outcome)}, {unit_words(outcome, is_effect)}"
    lines = textwrap.wrap(words[:1].upper() + words[1:], _LETTERS)
    axes.set_title("\n".join(lines), fontsize=8.5, loc="left", color=INK)
    axes.tick_params(labelsize=7.5)
    light_grid(axes, "y" if lined else "x")
    if is_effect:
        zero_line(axes, vertical=not lined)


def _notes(study: Study, lined: bool) -> str:
    left_out = len(study.sweep.points) - MOST_POINTS
    more = f" {left_out} more points stand in summary.csv." if left_out > 0 and not lined else ""
    sure = (
        " Grey and hollow: the sign may be luck."
        if study.quantity == "effect" and not lined
        else ""
    )
    return "\n".join(textwrap.wrap(note_of(study) + sure + more, 128))
