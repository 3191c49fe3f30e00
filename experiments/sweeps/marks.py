"""The marks of a sweep's pictures: a line with bands over one number, dots with whiskers at points."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from poverty_nodes.experiments.report.figures.sheet import GAIN, UNSURE
from poverty_nodes.experiments.sweeps.layout import Dimension

Rows = NDArray[np.float64]
"""A row a point: value, low and high by chance, low and high over the draws of the inputs."""


def line_with_bands(
    axes: Axes, rows: Rows, dimension: Dimension, width: float, size: float
) -> NDArray[np.float64]:
    """The values over a number that was varied, with both bands; returns where they stand, in order."""
    order = np.argsort(dimension.at, kind="stable")
    x = np.array([float(str(dimension.values[dimension.at[i]])) for i in order])
    value, low, high, far_low, far_high = rows[order].T
    if np.isfinite(far_low).any():
        axes.fill_between(x, far_low, far_high, color=GAIN, alpha=0.13, linewidth=0)
    axes.fill_between(x, low, high, color=GAIN, alpha=0.3, linewidth=0)
    axes.plot(x, value, "-o", color=GAIN, linewidth=width, markersize=size)
    return x


def dots_with_whiskers(axes: Axes, rows: Rows, is_effect: bool, width: float, size: float) -> None:
    """A dot a point with both intervals; an effect whose sign is not certain is grey and hollow."""
    for at, (value, low, high, far_low, far_high) in enumerate(rows):
        sure = not is_effect or low > 0 or high < 0
        colour = GAIN if sure else UNSURE
        axes.plot([far_low, far_high], [at, at], color=GAIN, alpha=0.25, linewidth=5)
        axes.plot([low, high], [at, at], color=colour, linewidth=width)
        hollow = colour if sure else "white"
        axes.plot([value], [at], "o", color=colour, markersize=size, markerfacecolor=hollow)
