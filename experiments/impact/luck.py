"""How much chance is in the estimates of a kind: a distribution of its deviation, learned from differences of lives.

A person's noise s^2, the variance over her lives divided by their number, is itself drawn: f s^2 / sigma^2 is
chi-squared with f = lives - 1 degrees. With few lives s^2 says little, and others of her kind must help. So sigma has a
distribution over `STEPS` values, the one that makes all noises likeliest (nonparametric maximum likelihood on a grid,
Koenker and Mizera 2014, Gu and Koenker 2017), and each person's own is that distribution given her s^2.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.measures.groups_at_base import Numbers

STEPS = 6
"""Deviations on the grid."""

CLASSES = 12
"""Classes of noise within which persons are taken to be alike."""

ROUNDING = 1e-6
"""Results are kept as float32: a smaller deviation, relative to consumption, is a rounding."""

_ROUNDS = 60


@dataclass(frozen=True)
class Luck:
    """The deviations (STEPS,), their chances by class of noise (CLASSES + 1, STEPS), and each person's class (people,).

    The last class is of those whose noise is not known, with a single life.
    """

    deviation: Numbers
    chance: Numbers
    of: NDArray[np.int64]


def luck_of(noise: Numbers, weight: Numbers, degrees: float) -> Luck:
    """The luck in estimates whose noise (people,) has so many degrees of freedom; it is NaN where it is not known."""
    told = np.flatnonzero(np.isfinite(noise))
    size = np.sqrt(np.maximum(noise[told], ROUNDING**2))
    least, most = size.min(), size.max() * 1.0001
    ends = np.geomspace(least, most, CLASSES + 1)
    middle = np.sqrt(ends[1:] * ends[:-1])
    of = np.full(noise.size, CLASSES)
    of[told] = np.clip(np.searchsorted(ends, size, side="right") - 1, 0, CLASSES - 1)
    low, high = np.quantile(size, (0.02, 0.999))
    deviation = np.geomspace(max(low / 2, ROUNDING), 1.5 * high, STEPS)
    ratio = degrees * middle[:, None] ** 2 / deviation**2
    likely = degrees / 2 * np.log(ratio) - ratio / 2
    likely = np.exp(likely - likely.max(axis=1, keepdims=True))
    total = np.bincount(of[told], weights=weight[told], minlength=CLASSES)
    prior = np.full(STEPS, 1 / STEPS)
    for _ in range(_ROUNDS):
        chance = prior * likely
        chance /= chance.sum(axis=1, keepdims=True)
        prior = total @ chance / total.sum()
    every = np.vstack([chance, prior])
    # Classes are coarse; the mean of the variances is known without bias.
    implied = np.average(every[of[told]] @ deviation**2, weights=weight[told])
    deviation *= np.sqrt(np.average(size**2, weights=weight[told]) / implied)
    return Luck(deviation, every, of)
