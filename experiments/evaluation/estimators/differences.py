"""Means and changes compared: before and after, difference in means, difference in differences, ANCOVA."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evaluation.estimators.fit import (
    NONE,
    Estimate,
    Regression,
    least_squares,
)
from poverty_nodes.experiments.evaluation.survey.survey import Survey

Numbers = NDArray[np.float64]


def before_after(survey: Survey) -> Estimate:
    """The mean change of those to whom the programme was offered, as if it had caused all of it."""
    kept = survey.complete.of(survey.complete.offered > 0)
    return least_squares(
        Regression(kept.change, np.ones((len(kept), 1)), kept.weight, kept.cluster, 0)
    )


def difference_in_means(survey: Survey) -> Estimate:
    """Those offered against the others at the last wave."""
    last = survey.of(np.isfinite(survey.y[:, -1]))
    return _on_offered(last, last.y[:, -1])


def difference_in_differences(survey: Survey) -> Estimate:
    """The mean change of those offered less that of the others."""
    kept = survey.complete
    return _on_offered(kept, kept.change)


def ancova(survey: Survey) -> Estimate:
    """The last answer on the offer, with the first answer and what was known at the baseline held equal."""
    kept = survey.complete
    known = [column for column in kept.x.T if len(kept) and np.ptp(column) > 0.0]
    return _on_offered(kept, kept.y[:, -1], kept.y[:, 0], *known)


def instrument(survey: Survey) -> Estimate:
    """The effect on those who take part because of the offer: two-stage least squares, the offer as instrument."""
    kept = survey.complete
    ones = np.ones(len(kept))
    z = np.stack([ones, kept.offered], axis=1)
    x = np.stack([ones, kept.reached], axis=1)
    if len(kept) <= 2 or np.ptp(kept.offered) == 0.0:
        return NONE
    w = kept.weight[:, None]
    stage = (z * w).T @ x
    if abs(np.linalg.det(stage)) <= 1e-12 * np.abs(stage).max() ** 2:
        return NONE
    # With as many instruments as regressors, the fitted first stage is the regressor of the second. Its residuals are
    # of what persons took part in, not of what the first stage foresaw.
    fitted = z @ np.linalg.solve((z * w).T @ z, stage)
    beta = np.linalg.solve(stage, (z * w).T @ kept.change)
    y = kept.change - (x - fitted) @ beta
    found = least_squares(Regression(y, fitted, kept.weight, kept.cluster, 1))
    return Estimate(float(beta[1]), found.error, found.clusters)


def _on_offered(survey: Survey, y: Numbers, *held: Numbers) -> Estimate:
    x = np.stack([np.ones(len(survey)), survey.offered, *held], axis=1)
    return least_squares(Regression(y, x, survey.weight, survey.cluster, 1))
