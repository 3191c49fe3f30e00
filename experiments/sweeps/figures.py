"""The pictures of a sweep: lines with bands over one key, heat maps over two, small multiples over more."""

from __future__ import annotations

import itertools
import math
import re

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import Normalize, TwoSlopeNorm

from poverty_nodes.experiments.impact.interval import ends_words
from poverty_nodes.experiments.question.question import Measured
from poverty_nodes.experiments.report.figures.sheet import (
    INK,
    QUIET,
    WIDTH,
    Box,
    Drawing,
    Sheet,
    light_grid,
    zero_line,
)
from poverty_nodes.experiments.sweeps.layout import Dimension, dimensions_of, is_grid, name_of
from poverty_nodes.experiments.sweeps.marks import dots_with_whiskers
from poverty_nodes.experiments.sweeps.study import Study
from poverty_nodes.experiments.uncertainty.words import (
    factor,
    figure,
    less_is_better,
    title,
    unit_words,
)

MOST_PANELS = 12
MOST_POINTS = 60

_CHANCE = (
    "Dark band and whiskers: 95 % interval of luck over {seeds} seeds, all else at its own value."
)
_INPUTS = " Light band: the {ends} of {draws} draws of what is not known."


def tells_more(study: Study, in_panels: int) -> bool:
    """Whether a picture of one outcome shows what small charts of so many points beside each other do not."""
    return _is_map(study) or (not is_line(study) and len(study.sweep.points) > in_panels)


def is_line(study: Study) -> bool:
    """Whether one number is varied, over which outcomes are lines."""
    dimensions = dimensions_of(study.sweep)
    is_one = len(dimensions) == 1 and dimensions[0].numeric
    return is_one and is_grid(dimensions, len(study.sweep.points))


def _is_map(study: Study) -> bool:
    dimensions = dimensions_of(study.sweep)
    several = len(dimensions) > 1 and panels_of(dimensions) <= MOST_PANELS
    return several and is_grid(dimensions, len(study.sweep.points))


def draw(study: Study, outcome: Measured) -> Drawing:
    """A heat map over two or more dimensions of a grid, else every point with its whiskers."""
    rows = rows_of(study, outcome)
    if _is_map(study):
        return _heat_maps(study, outcome, rows, dimensions_of(study.sweep))
    return _whiskers(study, outcome, rows)


def rows_of(study: Study, outcome: Measured) -> pd.DataFrame:
    """The summary of an outcome, a row a point in their order, in the reader's unit."""
    table = study.summary
    mine = (table["outcome"] == outcome.measure) & (table["group"] == outcome.group)
    rows = table[mine & (table["quantity"] == study.quantity)].set_index("point")
    columns = ["value", "low", "high", "inputs_low", "inputs_high"]
    return (
        rows[columns]
        .astype(float)
        .mul(factor(outcome))
        .reindex([p.number for p in study.sweep.points])
    )


def panels_of(dimensions: tuple[Dimension, ...]) -> int:
    """How many heat maps the dimensions after the second make."""
    return math.prod(len(each.values) for each in dimensions[2:])


def _heading(study: Study, outcome: Measured) -> tuple[str, str]:
    is_effect = study.quantity == "effect"
    what = (
        f"Effect of the package on the {title(outcome)}"
        if is_effect
        else title(outcome).capitalize()
    )
    unit = unit_words(outcome, is_effect)
    below = f"{unit}; mean of the last {study.sweep.first.window} months" + (
        ", with against without" if is_effect else ""
    )
    return what, below


def _name(study: Study, outcome: Measured) -> str:
    plain = re.sub(r"[^A-Za-z0-9.]+", "_", outcome.name)
    return f"{study.quantity}_{plain}"


def note_of(study: Study) -> str:
    """What bands and whiskers are, in small print."""
    seeds, draws = len(study.readings.seeds), sum(draw > 0 for draw in study.readings.draws)
    text = _CHANCE.format(seeds=seeds) if seeds > 1 else "One seed: no interval of luck."
    return text + (_INPUTS.format(ends=ends_words(draws), draws=draws) if draws else "")


def _heat_maps(
    study: Study, outcome: Measured, rows: pd.DataFrame, dimensions: tuple[Dimension, ...]
) -> Drawing:
    heading, below = _heading(study, outcome)
    across, up, *others = dimensions
    combos = list(itertools.product(*(range(len(each.values)) for each in others)))
    columns = min(len(combos), 3)
    lines = math.ceil(len(combos) / columns)
    wide = (WIDTH - 1.0) / columns
    tall = 0.75 + max(1.2, min(3.0, 0.42 * len(up.values)))
    limit = float(np.nanmax(np.abs(rows["value"]))) or 1.0
    with Sheet(_name(study, outcome), heading, tall * lines + 0.45, below) as sheet:
        for number, combo in enumerate(combos):
            left = 0.9 + wide * (number % columns)
            bottom = 0.95 + tall * (lines - 1 - number // columns)
            axes = sheet.axes(Box(left, bottom, wide - 0.35, tall - 0.75))
            chosen = [
                all(each.at[i] == at for each, at in zip(others, combo, strict=True))
                for i in range(len(rows))
            ]
            _heat_map(axes, study, outcome, rows, (across, up), np.flatnonzero(chosen), limit)
            words = [
                f"{each.label} {each.texts[at]}" for each, at in zip(others, combo, strict=True)
            ]
            axes.set_title(", ".join(words), fontsize=8.5, loc="left")
            axes.set_xlabel(across.label)
            axes.set_ylabel(up.label if number % columns == 0 else "")
        sure = " Grey figures: the sign may be luck." if study.quantity == "effect" else ""
        sheet.note(
            f"Means over {len(study.readings.seeds)} seeds.{sure} Intervals stand in summary.csv."
        )
        return sheet.finish(f"Heat map: {heading} ({below}) by {across.label} and {up.label}.")


def _heat_map(
    axes: Axes,
    study: Study,
    outcome: Measured,
    rows: pd.DataFrame,
    pair: tuple[Dimension, Dimension],
    chosen: np.ndarray,
    limit: float,
) -> None:
    across, up = pair
    grid = np.full((len(up.values), len(across.values)), np.nan)
    is_effect = study.quantity == "effect"
    values = rows["value"].to_numpy()
    for i in chosen:
        grid[up.at[i], across.at[i]] = values[i]
    least, most = float(np.nanmin(values)), float(np.nanmax(values))
    norm = TwoSlopeNorm(0.0, -limit, limit) if is_effect else Normalize(least, most)
    colours = _colours(outcome) if is_effect else "Blues"
    axes.imshow(grid, cmap=colours, norm=norm, aspect="auto", origin="lower")
    middle = (least + most) / 2
    for i in chosen:
        row = rows.iloc[i]
        sure = row["low"] > 0 or row["high"] < 0
        strong = abs(row["value"]) > 0.6 * limit if is_effect else row["value"] > middle
        colour = "white" if strong else INK if sure or not is_effect else QUIET
        axes.text(
            across.at[i],
            up.at[i],
            figure(row["value"] / factor(outcome), outcome, is_effect),
            ha="center",
            va="center",
            fontsize=7.5,
            color=colour,
        )
    axes.set_xticks(range(len(across.values)), across.texts, fontsize=7.5)
    axes.set_yticks(range(len(up.values)), up.texts, fontsize=7.5)
    axes.tick_params(length=0)


def _colours(outcome: Measured) -> str:
    """Blue is better: less of poverty and inequality, more of everything else."""
    return "RdYlBu_r" if less_is_better(outcome) else "RdYlBu"


def _whiskers(study: Study, outcome: Measured, rows: pd.DataFrame) -> Drawing:
    heading, below = _heading(study, outcome)
    keys = [key for each in dimensions_of(study.sweep) for key in each.keys]
    names = [name_of(point, keys) for point in study.sweep.points]
    shown = list(range(len(names)))[:MOST_POINTS]
    length = 0.25 * len(shown)
    with Sheet(_name(study, outcome), heading, length + 1.1, below) as sheet:
        axes = sheet.axes(Box(3.2, 0.8, WIDTH - 3.6, length))
        dots_with_whiskers(axes, rows.to_numpy()[shown], study.quantity == "effect", 2, 5)
        axes.set_yticks(range(len(shown)), [names[i][:52] for i in shown], fontsize=8)
        axes.set_ylim(len(shown) - 0.5, -0.5)
        axes.set_xlabel(unit_words(outcome, study.quantity == "effect"))
        light_grid(axes, "x")
        if study.quantity == "effect":
            zero_line(axes, vertical=True)
        left_out = len(names) - len(shown)
        sheet.note(
            note_of(study) + (f" {left_out} more points stand in summary.csv." if left_out else "")
        )
        return sheet.finish(f"Dots with whiskers: {heading} ({below}) at each point.")
