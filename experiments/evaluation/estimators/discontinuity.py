"""A threshold decides who is let in: those just below it against those just above."""

from __future__ import annotations

import numpy as np

from poverty_nodes.experiments.evaluation.estimators.fit import (
    NONE,
    Estimate,
    Regression,
    least_squares,
)
from poverty_nodes.experiments.evaluation.survey.survey import Survey


def regression_discontinuity(survey: Survey) -> Estimate:
    """The jump of the change at the threshold: a line on either side, the nearer to it the more weight (triangular).

    The score counts in bandwidths: who is further from the threshold than one is not read.
    """
    kept = survey.complete
    if kept.score is None:
        return NONE
    kept = kept.of(np.abs(kept.score) < 1.0)
    score = kept.score
    assert score is not None
    x = np.stack([np.ones(len(kept)), kept.offered, score, score * kept.offered], axis=1)
    weight = kept.weight * (1.0 - np.abs(score))
    return least_squares(Regression(kept.change, x, weight, kept.cluster, 1))
