"""Reweighting and matching: the comparator is made to look like those to whom the programme is offered."""

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
LARGEST_ODDS = 20.0
"""Odds at which a person of the comparator stops counting more (Crump and others 2009 cut at nine to one; judged)."""


def reweighted(survey: Survey) -> Estimate:
    """Difference in differences with the others weighted by their odds of being among those offered (Abadie 2005).

    The odds are those of a logit on the first answer and on what was known at the baseline; the error takes them as
    known.
    """
    kept = survey.complete
    if len(kept) < 10 or np.ptp(kept.offered) == 0.0:
        return NONE
    chance = logit_chance(_standardised(kept), kept.offered, kept.weight)
    odds = np.minimum(chance / (1.0 - chance), LARGEST_ODDS)
    weight = kept.weight * np.where(kept.offered > 0, 1.0, odds)
    x = np.stack([np.ones(len(kept)), kept.offered], axis=1)
    return least_squares(Regression(kept.change, x, weight, kept.cluster, 1))


def matched(survey: Survey, neighbours: int = 3) -> Estimate:
    """The change of those offered less that of the few others who were nearest to each at the baseline.

    It has no error of its own here: that of Abadie and Imbens supposes persons who are drawn one by one.
    """
    from scipy.spatial import KDTree  # only who matches pays for it

    kept = survey.complete
    ours, others = kept.of(kept.offered > 0), kept.of(kept.offered == 0)
    if len(ours) < 5 or len(others) < neighbours:
        return NONE
    z = _standardised(kept)
    tree = KDTree(z[kept.offered == 0])
    _, nearest = tree.query(z[kept.offered > 0], k=neighbours)
    theirs = others.change[np.reshape(nearest, (len(ours), -1))].mean(axis=1)
    return Estimate(float(np.average(ours.change - theirs, weights=ours.weight)))


def logit_chance(x: Numbers, flag: Numbers, weight: Numbers, steps: int = 25) -> Numbers:
    """Fitted chances (n,) of a flag by a logit on x (n, k) and a constant, by Newton's method with a slight ridge."""
    design = np.column_stack([np.ones(len(x)), x])
    weight = weight / weight.mean()
    beta = np.zeros(design.shape[1])
    ridge = 1e-10 * np.eye(len(beta))
    for _ in range(steps):
        chance = _logistic(design @ beta)
        slope = weight * chance * (1.0 - chance)
        step = np.linalg.solve(
            (design * slope[:, None]).T @ design + ridge,
            design.T @ (weight * (flag - chance)) - ridge @ beta,
        )
        beta = beta + step
        if np.abs(step).max() < 1e-10:
            break
    return _logistic(design @ beta)


def _logistic(value: Numbers) -> Numbers:
    return 1.0 / (1.0 + np.exp(-np.clip(value, -30.0, 30.0)))


def _standardised(survey: Survey) -> Numbers:
    """First answer and baseline columns in standard deviations; what is the same for all is left out."""
    columns = np.column_stack([survey.y[:, 0], survey.x])
    spread = columns.std(axis=0)
    kept = columns[:, spread > 0.0]
    return (kept - kept.mean(axis=0)) / kept.std(axis=0)
