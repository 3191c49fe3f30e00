"""Control variates: draws of known mean; a regression removes their part in another mean (Glasserman 2004).

In every month the mean over seeds of firms' log transitory productivity is zero and that of buyers' orders is one. What
a month adds to persistent productivity is zero on average too, for any firms that are chosen before that month. Where a
few seeds are above or below these means, it is chance and no drift: a regression of the change on the difference keeps
the expected drift and lowers its noise.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.verdict import Interval, interval
from poverty_nodes.model.draws import PERSISTENT_PRODUCTIVITY, uniforms
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.synthesis.table_draws import quantiles

SPARE = 4
"""Seeds beyond the numbers estimated below which nothing is taken out: a fit to so few would take out drift too."""


class ControlVariates:
    """The control variates of a run, by place and kind (places, 3): each has mean zero over seeds.

    The first two are of the month alone: firms' log transitory productivity, and buyers' orders less one, weighted by
    base sales. The third is what draws have added to firms' persistent productivity since the first look; it fades as
    that does. In a month it is L' = r L + the mean of s sqrt(1 - r^2) e over the firms in business when the month
    begins, weighted by their last sales. A firm that closes for bad draws is counted up to its last month, so that what
    closings add to the productivity of the others, which is a drift, is not taken out.
    """

    def __init__(self, state: State) -> None:
        """Take the values of month 0; `of` then has to be called after every month."""
        self._persistent = np.zeros(len(state.places))
        self._note(state)

    def of(self, state: State) -> NDArray[np.float64]:
        """The control variates of the month that has just closed (places, 3)."""
        if state.month != self._month:
            self._add_month(state)
            self._note(state)
        return np.column_stack([variates_of_month(state), self._persistent])

    def _note(self, state: State) -> None:
        """Who is in business at the end of a month, and will draw in the next."""
        firms = state.firms
        rows = np.flatnonzero(firms["alive"] == 1)
        self._month = state.month
        self._id, self._place = firms["id"][rows], firms["place"][rows]
        self._sales, self._spread = (
            np.maximum(firms["revenue"][rows], 0.0),
            firms["productivity_spread"][rows],
        )

    def _add_month(self, state: State) -> None:
        kept = float(state.parameters["luck_persistence"][0])
        u = np.empty(len(self._id))
        uniforms(state.seed, PERSISTENT_PRODUCTIVITY, state.month, self._id, u)
        drawn = self._sales * self._spread * np.sqrt(1.0 - kept**2) * quantiles(u)
        places = len(self._persistent)
        sales = np.bincount(self._place, self._sales, places)
        added = np.bincount(self._place, drawn, places) / np.maximum(sales, 1e-9)
        self._persistent = kept * self._persistent + added


def variates_of_month(state: State) -> NDArray[np.float64]:
    """By place (places, 2): firms' log transitory productivity and buyers' orders less one, weighted by base sales."""
    variates = np.zeros((len(state.places), 2))
    firms, buyers = state.firms, state.buyers
    for code in range(len(state.places)):
        here = (firms["place"] == code) & (firms["alive"] == 1)
        sales = firms["base_revenue"][here]
        if sales.sum() > 0.0:
            variates[code, 0] = np.average(firms["transitory_productivity"][here], weights=sales)
        theirs = buyers[buyers["place"] == code]
        if theirs["base_orders"].sum() > 0.0:
            variates[code, 1] = np.average(theirs["volume"], weights=theirs["base_orders"]) - 1.0
    return variates


def mean_given_variates(
    changes: NDArray[np.float64], variates: NDArray[np.float64], level: float = 0.95
) -> Interval:
    """The mean of one change a seed (seeds,) were its control variates (seeds, kinds) zero; with its interval.

    It is the plain mean if seeds are too few, a seed has no value, or no variate differs between seeds.

    >>> variates = np.array([[-1.0], [1.0], [2.0], [-2.0], [0.5], [3.0], [0.1]])
    >>> found = mean_given_variates(0.01 + 0.1 * variates[:, 0], variates)
    >>> round(found.value, 6), round(found.high - found.low, 6)
    (0.01, 0.0)
    """
    from scipy.stats import t

    varied = variates[:, variates.std(axis=0) > 1e-12] if variates.size else variates
    n, k = len(changes), 1 + (varied.shape[1] if varied.ndim == 2 else 0)
    if k == 1 or n < k + SPARE or not np.isfinite(changes).all():
        return interval(changes, level)
    design = np.column_stack([np.ones(n), varied])
    fitted, *_ = np.linalg.lstsq(design, changes, rcond=None)
    left = changes - design @ fitted
    variance = left @ left / (n - k) * np.linalg.pinv(design.T @ design)[0, 0]
    half = float(t.ppf(0.5 + level / 2, n - k) * np.sqrt(variance))
    return Interval(float(fitted[0]), float(fitted[0]) - half, float(fitted[0]) + half)
