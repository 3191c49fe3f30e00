"""Growth incidence of the policies: the same persons by their place at the base, beside the anonymous curve."""

from __future__ import annotations

import numpy as np
import pandas as pd

from poverty_nodes.experiments.impact.interval import over_seeds
from poverty_nodes.experiments.impact.paired import Pair
from poverty_nodes.model.measures.groups_at_base import Numbers
from poverty_nodes.model.measures.growth_incidence import growth_incidence, same_person_growth

STEPS = 20
"""Each step is a twentieth of the persons; more would show the chance of single households."""

MIDDLES = (np.arange(STEPS) + 0.5) / STEPS
CURVES = ("same_person", "anonymous")


def incidence_curves(pair: Pair) -> Numbers:
    """Growth from the world without to the world with, in the cluster, shape (CURVES, STEPS).

    Same persons: those of a twentieth of the base welfare, whoever they are now. Anonymous: one distribution
    against the other at the end, so that persons may have changed places. 0.05 is 5 per cent.
    """
    here = pair.in_cluster
    if not here.any():
        return np.full((len(CURVES), STEPS), np.nan)
    weight, base = pair.weight[here], pair.base[here]
    without, enacted = pair.without[here], pair.enacted[here]
    # Both growths start from the same means of the base month, which the ratio removes.
    grown_with = 1 + same_person_growth(base, enacted, weight, STEPS)
    grown_without = 1 + same_person_growth(base, without, weight, STEPS)
    same = np.full(STEPS, np.nan)
    np.divide(grown_with, grown_without, out=same, where=grown_without > 0)
    return np.stack([same - 1, growth_incidence(without, weight, enacted, weight, MIDDLES)])


def incidence_table(curves: Numbers, scenario: str) -> pd.DataFrame:
    """A row a curve and percentile from curves (seeds, CURVES, STEPS); growth in per cent with its interval."""
    found = over_seeds(100 * curves)
    return pd.DataFrame(
        {
            "scenario": scenario,
            "curve": np.repeat(CURVES, STEPS),
            "percentile": np.tile(100 * MIDDLES, len(CURVES)),
            "growth": found.mean.ravel(),
            "low": found.low.ravel(),
            "high": found.high.ravel(),
            "sign_certain": found.sign_certain.ravel(),
        }
    )
