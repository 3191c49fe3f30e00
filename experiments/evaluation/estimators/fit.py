"""Weighted least squares by clusters: an estimate, its cluster-robust error, and what a wild bootstrap asks for.

In an error of few clusters the correction is G/(G-1) (N-1)/(N-K), as in Stata and statsmodels (Cameron and Miller
2015).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Regression:
    """The pieces of a weighted regression of y (n,) on x (n, k); `at` is the coefficient that is the effect."""

    y: Numbers
    x: Numbers
    weight: Numbers
    cluster: NDArray[np.int64]
    at: int


@dataclass(frozen=True)
class Estimate:
    """An effect with its error; `error` is NaN where a method has none of its own. `regression` may be resampled.

    `placebo` are the same estimates of places without the programme, each in turn taken for the one with it.
    """

    value: float
    error: float = float("nan")
    clusters: int = 0
    regression: Regression | None = None
    placebo: tuple[float, ...] = ()


NONE = Estimate(float("nan"))
"""Where there is too little to estimate from."""


def least_squares(regression: Regression) -> Estimate:
    """Fit it; `NONE` if there are no more rows than coefficients, or a column says what others say."""
    fitted = coefficients(regression)
    if fitted is None:
        return NONE
    beta, _, influence = fitted
    residual = regression.y - regression.x @ beta
    scores = by_cluster(influence * residual, regression.cluster)
    value = float(beta[regression.at])
    if len(scores) < 2:
        return Estimate(value, clusters=len(scores))  # one cluster has no error
    error = float(np.sqrt(small_sample(regression) * (scores**2).sum()))
    return Estimate(value, error, len(scores), regression)


def coefficients(regression: Regression) -> tuple[Numbers, Numbers, Numbers] | None:
    """The coefficients (k,), the inverse of X'WX (k, k), and each row's pull on the effect (n,)."""
    x, w = regression.x, regression.weight
    rows, columns = x.shape
    if rows <= columns:
        return None
    cross = (x * w[:, None]).T @ x
    if np.linalg.matrix_rank(cross, hermitian=True) < columns:
        return None
    inverse = np.linalg.inv(cross)
    beta = inverse @ (x.T @ (w * regression.y))
    return beta, np.asarray(inverse), np.asarray(w * (x @ inverse[regression.at]))


def by_cluster(values: Numbers, cluster: NDArray[np.int64]) -> Numbers:
    """Sums of values (n,) or (n, k) over the rows of each cluster, in the order of their numbers."""
    _, which = np.unique(cluster, return_inverse=True)
    if values.ndim == 1:
        return np.asarray(np.bincount(which, values), dtype=np.float64)
    return np.stack([np.bincount(which, column) for column in values.T], axis=1)


def small_sample(regression: Regression) -> float:
    """The correction of the variance for few clusters; infinite for a single one."""
    rows, columns = regression.x.shape
    groups = len(np.unique(regression.cluster))
    if groups < 2:
        return float("inf")
    return groups / (groups - 1) * (rows - 1) / (rows - columns)
