"""Luck that is known to average out, taken out of a mean by regression (control variates, Glasserman 2004).

The mean over seeds of a firm's passing shock is zero and that of a buyer's orders one, in every month. What a few seeds
have of it is therefore luck and no drift, and a regression of the change on it leaves the drift at the same expectation
with less noise.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from experiments.validation.verdict import Interval, interval
from model.state import State

KINDS = 2
"""Firms' shocks and buyers' orders."""
SPARE = 4
"""Seeds beyond the numbers estimated below which nothing is taken out: a fit to so few would take out drift too."""


def passing_luck(state: State) -> NDArray[np.float64]:
    """Luck of the month by place (places, 2): firms' log shocks and buyers' orders less one, weighted by base sales."""
    luck = np.zeros((len(state.places), KINDS))
    firms, buyers = state.firms, state.buyers
    for code in range(len(state.places)):
        here = (firms["place"] == code) & (firms["alive"] == 1)
        sales = firms["base_revenue"][here]
        if sales.sum() > 0.0:
            luck[code, 0] = np.average(firms["shock"][here], weights=sales)
        theirs = buyers[buyers["place"] == code]
        if theirs["base_orders"].sum() > 0.0:
            luck[code, 1] = np.average(theirs["volume"], weights=theirs["base_orders"]) - 1.0
    return luck


def without_luck(changes: NDArray[np.float64], luck: NDArray[np.float64]) -> Interval:
    """Mean of one change a seed (seeds,) where its luck (seeds, kinds), of mean zero, is nought; 95 % interval.

    The plain mean where seeds are too few, a seed has no value, or no luck differs between seeds.

    >>> luck = np.array([[-1.0], [1.0], [2.0], [-2.0], [0.5], [3.0], [0.1]])
    >>> found = without_luck(0.01 + 0.1 * luck[:, 0], luck)
    >>> round(found.value, 6), round(found.high - found.low, 6)
    (0.01, 0.0)
    """
    from scipy.stats import t

    varied = luck[:, luck.std(axis=0) > 1e-12] if luck.size else luck
    n, k = len(changes), 1 + (varied.shape[1] if varied.ndim == 2 else 0)
    if k == 1 or n < k + SPARE or not np.isfinite(changes).all():
        return interval(changes)
    design = np.column_stack([np.ones(n), varied])
    fitted, *_ = np.linalg.lstsq(design, changes, rcond=None)
    left = changes - design @ fitted
    variance = left @ left / (n - k) * np.linalg.pinv(design.T @ design)[0, 0]
    half = float(t.ppf(0.975, n - k) * np.sqrt(variance))
    return Interval(float(fitted[0]), float(fitted[0]) - half, float(fitted[0]) + half)
