"""The distribution of true effects of a kind once chance is taken out: none, or a mixture of few normal distributions.

A person's estimate is her true effect plus luck, whose distribution is known (luck.py). True effects of a kind are
nothing for some share of persons, and come from up to three normal distributions for the others, as in Stephens (2017)
with free means, so that they may be skewed. Shares, means and variances are the likeliest (expectation and
maximisation); among the `FAMILIES` the one of least Bayesian information criterion is taken, so that many true effects
of nothing are found where there are, and data that cannot tell fall back on the simplest. What the groups of a person
predict moves her normal distributions where all persons are affected, and her chances of being affected where many are
not; both keep the mean that is predicted.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from poverty_nodes.experiments.impact.luck import Luck
from poverty_nodes.model.measures.groups_at_base import Numbers

FAMILIES = ((True, 0), (True, 1), (True, 2), (False, 1), (False, 2), (False, 3))
"""Whether some are not affected at all, and how many normal distributions the others have."""

PARTS = 3
"""The most parts of a mixture."""

_CELLS = 40
"""Classes of an estimate, which make the search quick."""

_ROUNDS = 50
_LEAST = 1e-8
_STRETCH = (0.5, 2.0)
# The variance is stretched by no more: beyond it few wild estimates say so.


@dataclass(frozen=True)
class Mixture:
    """Shares, means and variances of the parts (parts,); the first is nothing at all if `null`."""

    share: Numbers
    mean: Numbers
    variance: Numbers
    null: bool


@dataclass(frozen=True)
class Cells:
    """Estimates put into classes: value and weight of each (cells,), and the chances of each luck (cells, STEPS)."""

    value: Numbers
    weight: Numbers
    chance: Numbers
    luck: Numbers

    @classmethod
    def of(cls, value: Numbers, weight: Numbers, luck: Luck) -> Cells:
        """The classes of persons' estimates (people,); weights add up to the number of persons they stand for."""
        # The ends are wide classes of few persons each, so that no wild estimate makes all others one class.
        low, high = np.quantile(value, (0.005, 0.995))
        place = np.clip(np.floor((value - low) / max(high - low, _LEAST) * _CELLS), 0, _CELLS)
        code, where = np.unique(place + (_CELLS + 1) * luck.of, return_inverse=True)
        total = np.bincount(where, weights=weight).astype(np.float64)
        middle = np.bincount(where, weights=weight * value) / total
        kinds = (code // (_CELLS + 1)).astype(np.int64)
        return cls(middle, total, luck.chance[kinds], luck.deviation**2)


def best_mixture(whole: Cells, residual: Cells, centre: float, true: float) -> Mixture:
    """The likeliest mixture of true effects, its size counted against it.

    Families in which some are not affected see the `whole` estimates, the others the `residual` around what groups
    predict, stretched to the mean `centre` and the variance `true` that are known without bias.
    """
    best, least = Mixture(*(np.zeros(1),) * 3, null=True), np.inf
    for null, normals in FAMILIES:
        cells = whole if null else residual
        found, likelihood = _likeliest(cells, null, normals)
        size = 3 * normals - (0 if null else 1)
        criterion = size * np.log(max(cells.weight.sum(), 2.0)) - 2 * likelihood
        if criterion < least:
            best, least = found, criterion
    return best if best.null else _stretched(best, centre, true)


def _stretched(found: Mixture, centre: float, true: float) -> Mixture:
    middle = found.share @ found.mean
    mine = float(found.share @ (found.variance + (found.mean - middle) ** 2))
    by = np.sqrt(np.clip(true / max(mine, _LEAST), _STRETCH[0], _STRETCH[1]))
    return Mixture(
        found.share, centre + by * (found.mean - middle), by**2 * found.variance, null=False
    )


def _likeliest(cells: Cells, null: bool, normals: int) -> tuple[Mixture, float]:
    now = _start(cells, null, normals)
    for _ in range(_ROUNDS if normals else 0):
        now = _better(cells, now)
    return now, float(cells.weight @ np.log(_density(cells, now).sum(axis=(1, 2)) + 1e-300))


def _start(cells: Cells, null: bool, normals: int) -> Mixture:
    mean = np.average(cells.value, weights=cells.weight)
    noise = np.average(cells.chance @ cells.luck, weights=cells.weight)
    total = np.average((cells.value - mean) ** 2, weights=cells.weight)
    spread = np.sqrt(max(total - noise, 0.05 * total, _LEAST))
    places = (
        mean + spread * np.linspace(-1.0, 1.0, normals) if normals > 1 else np.full(normals, mean)
    )
    parts = null + normals
    return Mixture(
        np.full(parts, 1 / parts),
        np.concatenate([np.zeros(int(null)), places]),
        np.concatenate([np.zeros(int(null)), np.full(normals, spread**2)]),
        null,
    )


def _density(cells: Cells, now: Mixture) -> Numbers:
    """Joint density of each estimate with its luck and its part (cells, STEPS, parts)."""
    variance = cells.luck[:, None] + now.variance
    away = (cells.value[:, None, None] - now.mean) ** 2
    normal = np.exp(-away / variance / 2) / np.sqrt(2 * np.pi * variance)
    return np.asarray(cells.chance[:, :, None] * normal * now.share)


def _better(cells: Cells, now: Mixture) -> Mixture:
    """One round of expectation and maximisation."""
    joint = _density(cells, now)
    joint *= (cells.weight / (joint.sum(axis=(1, 2)) + 1e-300))[:, None, None]
    total = joint.sum(axis=(0, 1))
    kept = now.variance / (now.variance + cells.luck[:, None])
    middle = now.mean + kept * (cells.value[:, None, None] - now.mean)
    count = np.maximum(total, _LEAST)
    mean = (joint * middle).sum(axis=(0, 1)) / count
    left = now.variance - kept * now.variance
    variance = (joint * ((middle - mean) ** 2 + left)).sum(axis=(0, 1)) / count
    if now.null:
        mean[0] = variance[0] = 0.0
    variance[int(now.null) :] = np.maximum(variance[int(now.null) :], _LEAST)
    return Mixture(total / total.sum(), mean, variance, now.null)
