"""Wild cluster bootstrap: how often chance alone, with the errors of clusters kept together, gives as large a value.

Restricted residuals and Rademacher weights (Cameron, Gelbach and Miller 2008), all draws at once as sums by cluster.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evaluation.estimators.fit import (
    Regression,
    by_cluster,
    coefficients,
    small_sample,
)

Numbers = NDArray[np.float64]


def wild_p(
    regression: Regression,
    effect: float,
    draws: int = 199,
    seed: int = 1,
    signs: Numbers | None = None,
) -> float:
    """The p-value of a given effect; NaN if the regression cannot be fitted.

    `signs` (draws, clusters) of -1 and 1 may be given, the clusters in the order of their numbers.
    """
    fitted = coefficients(regression)
    if fitted is None or len(np.unique(regression.cluster)) < 2:
        return float("nan")
    beta, inverse, influence = fitted
    restricted = _restricted(regression, effect)
    at, x, w = regression.at, regression.x, regression.weight
    own = by_cluster(influence * restricted, regression.cluster)
    pull = by_cluster(x * (w * restricted)[:, None], regression.cluster) @ inverse
    reach = by_cluster(x * influence[:, None], regression.cluster)
    if signs is None:
        signs = np.random.default_rng(seed).choice([-1.0, 1.0], (draws, len(own)))
    moved = signs @ pull
    scores = signs * own - moved @ reach.T
    factor = small_sample(regression)
    residual = regression.y - x @ beta
    error = np.sqrt(factor * (by_cluster(influence * residual, regression.cluster) ** 2).sum())
    drawn = np.sqrt(factor * (scores**2).sum(axis=1))
    if error == 0.0:
        return 1.0 if beta[at] == effect else 0.0
    with np.errstate(divide="ignore", invalid="ignore"):
        chance = np.abs(np.where(drawn > 0.0, moved[:, at] / drawn, 0.0))
    return float((chance >= abs((beta[at] - effect) / error) * (1.0 - 1e-12)).mean())


def _restricted(regression: Regression, effect: float) -> Numbers:
    """Residuals (n,) of the regression in which the effect is what it is said to be."""
    x, w = np.delete(regression.x, regression.at, axis=1), regression.weight
    y = regression.y - effect * regression.x[:, regression.at]
    if not x.shape[1]:
        return y
    beta = np.linalg.solve((x * w[:, None]).T @ x, x.T @ (w * y))
    return y - x @ beta
