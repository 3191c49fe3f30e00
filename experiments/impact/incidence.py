"""Growth incidence of the policies: the same persons by their place at the base, beside the anonymous curve."""

from __future__ import annotations

import numpy as np
import pandas as pd

from poverty_nodes.experiments.impact.expected import relative_change
from poverty_nodes.experiments.impact.interval import over_seeds
from poverty_nodes.experiments.impact.lives import People
from poverty_nodes.experiments.impact.paired import Pair
from poverty_nodes.model.measures.groups_at_base import Numbers
from poverty_nodes.model.measures.growth_incidence import growth_incidence, same_person_growth

STEPS = 20
"""Each step is a twentieth of the persons; more would show the chance of single households."""

MIDDLES = (np.arange(STEPS) + 0.5) / STEPS
CURVES = ("same_person", "anonymous")
FLOOR = "luck_alone"
"""Same persons where half of the lives count with the opposite sign (shares.py): nothing but luck."""


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
    same = _same_person(base, without, enacted, weight)
    return np.stack([same, growth_incidence(without, weight, enacted, weight, MIDDLES)])


def incidence_floor(people: People) -> Numbers:
    """The curve of the same persons for a placebo (STEPS,); NaN below three lives or without anybody in the cluster."""
    here = people.members["all"]
    if people.lives <= 2 or not here.any():
        return np.full(STEPS, np.nan)
    without, enacted = people.without[:, here], people.enacted[:, here]
    change, _ = relative_change(without, enacted, luck_alone=True)
    level = without.mean(axis=0)
    return _same_person(people.base[here], level, level * (1 + change), people.weight[here])


def _same_person(base: Numbers, without: Numbers, enacted: Numbers, weight: Numbers) -> Numbers:
    # Both growths start from the same means of the base month, which the ratio removes.
    grown_with = 1 + same_person_growth(base, enacted, weight, STEPS)
    grown_without = 1 + same_person_growth(base, without, weight, STEPS)
    same = np.full(STEPS, np.nan)
    np.divide(grown_with, grown_without, out=same, where=grown_without > 0)
    return same - 1


def incidence_table(curves: Numbers, scenario: str, floor: Numbers | None = None) -> pd.DataFrame:
    """A row a curve and percentile, growth in per cent with its interval.

    `curves` have shape (populations, CURVES, STEPS), the `floor` of the same persons (populations, STEPS).
    """
    names: tuple[str, ...] = CURVES
    if floor is not None:
        names, curves = (*CURVES, FLOOR), np.concatenate([curves, floor[:, None]], axis=1)
    found = over_seeds(100 * curves)
    return pd.DataFrame(
        {
            "scenario": scenario,
            "curve": np.repeat(names, STEPS),
            "percentile": np.tile(100 * MIDDLES, len(names)),
            "growth": found.mean.ravel(),
            "low": found.low.ravel(),
            "high": found.high.ravel(),
            "sign_certain": found.sign_certain.ravel(),
        }
    )
