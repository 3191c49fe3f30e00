"""Firms drawn to different saturations: who wins in them, and who works beside winners, against firms without any.

Baird, Bohren, McIntosh and Ozler (2018): the comparison is a firm in which nobody can win, so that what reaches the
others through their workmates is told from what winning does.
"""

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


def winners(survey: Survey) -> Estimate:
    """The change of those who won, less that in firms without any winner."""
    return _against_none(survey, survey.offered > 0)


def beside_winners(survey: Survey) -> Estimate:
    """The change of those who lost where others won, less that in firms without any winner (spillover)."""
    return _against_none(survey, survey.offered == 0)


def _against_none(survey: Survey, who: NDArray[np.bool_]) -> Estimate:
    if survey.saturation is None:
        return NONE
    some = survey.saturation > 0.0
    kept = survey.of((who & some) | ~some).complete
    assert kept.saturation is not None
    ours = (kept.saturation > 0.0).astype(np.float64)
    if len(kept) < 3 or np.ptp(ours) == 0.0:
        return NONE
    x = np.stack([np.ones(len(kept)), ours], axis=1)
    return least_squares(Regression(kept.change, x, kept.weight, kept.cluster, 1))
