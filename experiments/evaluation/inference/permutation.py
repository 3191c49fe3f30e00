"""Permutation over places: how many places, had they had the programme, would show as much as the one that has it."""

from __future__ import annotations

import numpy as np

from poverty_nodes.experiments.evaluation.estimators.fit import Estimate


def permutation_p(found: Estimate, effect: float) -> float:
    """The p-value of a given effect; NaN where no placebo over places was made.

    With n places without the programme it is never below 1 / (n + 1): 19 are needed for one of 0.05.
    """
    if not found.placebo:
        return float("nan")
    placebo = np.abs(found.placebo)
    as_large = int((placebo >= abs(found.value - effect) * (1.0 - 1e-12)).sum())
    return (1 + as_large) / (1 + len(placebo))
