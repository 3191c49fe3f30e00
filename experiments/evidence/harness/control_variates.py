"""Luck that is known to average out, taken out of a mean by regression (control variates, Glasserman 2004).

The mean over seeds of a firm's passing shock is zero and that of a buyer's orders one, in every month; and what a month
adds to persistent productivity is zero on average for any firms chosen before that month. What a few seeds have of it
is therefore
luck and no drift, and a regression of the change on it leaves the drift at the same expectation with less noise.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from experiments.evidence.harness.verdict import Interval, interval
from model.draws import PERSISTENT_PRODUCTIVITY, uniforms
from model.state import State
from scenarios.synthesis.table_draws import quantiles

SPARE = 4
"""Seeds beyond the numbers estimated below which nothing is taken out: a fit to so few would take out drift too."""


class Luck:
    """Follows the luck of a run, by place and kind (places, 3).

    Firms' log shocks and buyers' orders less one are those of the month, weighted by base sales. Persistent
    productivity is what
    draws have added to the log luck of firms since the first look, fading as luck fades: L' = r L + the mean of
    s sqrt(1 - r^2) e over the firms in business when the month begins, weighted by what they sold last, which decides
    what their luck is worth to the place. Who closes by bad luck is in it to the last, so that closings, which do lift
    the luck of those left, are not taken for luck.
    """

    def __init__(self, state: State) -> None:
        """Look for the first time; `of` then has to be asked after every month."""
        self._lasting = np.zeros(len(state.places))
        self._note(state)

    def of(self, state: State) -> NDArray[np.float64]:
        """The luck of the month just lived (places, 3)."""
        if state.month != self._month:
            self._add_month(state)
            self._note(state)
        return np.column_stack([passing_luck(state), self._lasting])

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
        places = len(self._lasting)
        sales = np.bincount(self._place, self._sales, places)
        added = np.bincount(self._place, drawn, places) / np.maximum(sales, 1e-9)
        self._lasting = kept * self._lasting + added


def passing_luck(state: State) -> NDArray[np.float64]:
    """Luck of the month by place (places, 2): firms' log shocks and buyers' orders less one, weighted by base sales."""
    luck = np.zeros((len(state.places), 2))
    firms, buyers = state.firms, state.buyers
    for code in range(len(state.places)):
        here = (firms["place"] == code) & (firms["alive"] == 1)
        sales = firms["base_revenue"][here]
        if sales.sum() > 0.0:
            luck[code, 0] = np.average(firms["transitory_productivity"][here], weights=sales)
        theirs = buyers[buyers["place"] == code]
        if theirs["base_orders"].sum() > 0.0:
            luck[code, 1] = np.average(theirs["volume"], weights=theirs["base_orders"]) - 1.0
    return luck


def without_productivity(changes: NDArray[np.float64], luck: NDArray[np.float64]) -> Interval:
    """Mean of one change a seed (seeds,) where its luck (seeds, kinds), of mean zero, is nought; 95 % interval.

    The plain mean where seeds are too few, a seed has no value, or no luck differs between seeds.

    >>> luck = np.array([[-1.0], [1.0], [2.0], [-2.0], [0.5], [3.0], [0.1]])
    >>> found = without_productivity(0.01 + 0.1 * luck[:, 0], luck)
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
