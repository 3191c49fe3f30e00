"""The spread of the weights, and the intervals of shares, as one drawing."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from poverty_nodes.experiments.report.figures.sheet import (
    GAIN,
    QUIET,
    UNSURE,
    Box,
    Drawing,
    Sheet,
    light_grid,
)
from poverty_nodes.scenarios.survey.building import Built
from poverty_nodes.scenarios.survey.weights import Weighed


def draw_weights(built: Built) -> Drawing:
    """Histograms of the weights of both files over their mean, as designed and as used."""
    title = "How unequal the weights are: each row's weight over the mean weight of its file"
    with Sheet("weights", title, 2.2) as sheet:
        for at, kind in enumerate(built.survey.sheets):
            weighed: Weighed = getattr(built.weights, kind)
            axes = sheet.axes(Box(0.6 + 3.9 * at, 0.5, 3.3, 1.45))
            _histogram(axes, weighed)
            axes.set_title(kind, fontsize=9, loc="left")
            axes.set_xlabel("weight over mean weight")
            if not at:
                axes.set_ylabel("rows")
        return sheet.finish(
            "Histograms of weights over their mean, one for each file; grey as designed, blue as used. The "
            "table of weights gives the same in numbers."
        )


def _histogram(axes: Axes, weighed: Weighed) -> None:
    designed = weighed.designed / weighed.designed.mean()
    used = weighed.raked / weighed.raked.mean()
    most = float(max(designed.max(), used.max(), 1.5))
    bins = np.linspace(0.0, most, 31)
    axes.hist(designed, bins.tolist(), color=UNSURE, alpha=0.45, label="as designed")
    axes.hist(used, bins.tolist(), histtype="step", color=GAIN, linewidth=1.4, label="as used")
    axes.axvline(1.0, color=QUIET, linewidth=0.8, linestyle=":")
    axes.legend(frameon=False, fontsize=7.5)
    light_grid(axes)
