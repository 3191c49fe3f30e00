"""Worlds without the programme as the measure of chance: what an estimator finds where there is nothing to find.

An estimate in one world is held against those of all the other worlds, so that no world is its own judge. The
interval is estimate - mean of placebos +- t (worlds - 2) s sqrt(1 + 1/(worlds - 1)), where s is the spread of
placebo estimates, one a survey.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
LEVEL = 0.95


@dataclass(frozen=True)
class Placebo:
    """For each world (worlds,): the centre of the placebo estimates of the others, and half the width of an
    interval."""

    centre: Numbers
    half: Numbers

    @classmethod
    def of(cls, placebo: Numbers) -> Placebo:
        """From placebo estimates (worlds, surveys); NaN below three worlds."""
        worlds = len(placebo)
        centre, half = np.full(worlds, np.nan), np.full(worlds, np.nan)
        for world in range(worlds if worlds >= 3 else 0):
            others = np.delete(placebo, world, axis=0)
            others = others[np.isfinite(others).all(axis=1)]
            if len(others) >= 2:
                centre[world] = others.mean()
                half[world] = half_width(spread(others), len(others))
        return cls(centre, half)


def spread(placebo: Numbers) -> float:
    """Standard deviation of one survey of one world: within worlds and between them, (worlds, surveys)."""
    surveys = placebo.shape[1]
    within = float(placebo.var(axis=1, ddof=1).mean()) if surveys > 1 else 0.0
    between = float(placebo.mean(axis=1).var(ddof=1)) if len(placebo) > 1 else 0.0
    return float(np.sqrt(between + within * (1.0 - 1.0 / surveys)))


def half_width(deviation: float, worlds: int) -> float:
    """Half the interval of an estimate by the spread of so many placebo worlds."""
    from scipy.special import stdtrit  # scipy.stats would take a second to import

    reach = float(stdtrit(worlds - 1, (1 + LEVEL) / 2))
    return float(reach * deviation * np.sqrt(1.0 + 1.0 / worlds))
