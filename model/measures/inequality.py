"""Inequality of a weighted sample.

Every function takes welfare (people,) and weights (people,): the persons each value stands for. It
returns NaN where the measure is not defined (an empty sample, a mean not above 0) and raises
ValueError for negative weights or values that are not finite. No measure changes when all welfare
is multiplied by one number or when everybody is counted twice.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from poverty_nodes.model.measures.distribution import (
    cumulated_until,
    gini_of_ordered,
    palma_of_ordered,
    sorted_sample,
    theil_of,
)
from poverty_nodes.model.measures.sample import Values, weighted_sample


def gini(welfare: ArrayLike, weights: ArrayLike) -> float:
    """Gini coefficient, twice the area between the weighted Lorenz curve and the diagonal.

    Exact for the sample (trapezium rule), without a small-sample correction.
    """
    return gini_of_ordered(*sorted_sample(*weighted_sample(welfare, weights)))


def palma(welfare: ArrayLike, weights: ArrayLike) -> float:
    """Welfare of the richest 10 % over that of the poorest 40 %, people split exactly at the cuts.

    Palma (2011), Development and Change 42(1); as a ratio, Cobham and Sumner (2013).
    """
    return palma_of_ordered(*sorted_sample(*weighted_sample(welfare, weights)))


def theil(welfare: ArrayLike, weights: ArrayLike) -> float:
    """Theil T = mean of (y/mean) ln(y/mean); a welfare of 0 adds 0. NaN if welfare is negative.

    Theil (1967). Within plus between: T = sum s_k T_k + sum s_k ln(mean_k / mean), s_k group k's
    share of all welfare.
    """
    return theil_of(*sorted_sample(*weighted_sample(welfare, weights)))


def mean_log_deviation(welfare: ArrayLike, weights: ArrayLike) -> float:
    """Theil L = mean of ln(mean/y). NaN if somebody's welfare is 0 or negative.

    Within plus between: L = sum p_k L_k + sum p_k ln(mean / mean_k), p_k group k's share of
    persons.
    """
    values, persons = _counted(welfare, weights)
    if values.size == 0 or values.min() <= 0:
        return math.nan
    return max(0.0, float(np.average(np.log(_mean(values, persons) / values), weights=persons)))


def atkinson(welfare: ArrayLike, weights: ArrayLike, epsilon: float) -> float:
    """Atkinson index 1 - y_e / mean, y_e the equal welfare worth as much at the aversion `epsilon`.

    y_e is the mean of y^(1-e), to the power 1/(1-e); the geometric mean at e = 1. With a welfare
    of 0 the index is 1 at e >= 1. NaN if welfare is negative. Atkinson (1970), Journal of Economic
    Theory 2. ValueError also if epsilon is negative.
    """
    if not epsilon >= 0:
        raise ValueError(f"the aversion to inequality epsilon must be 0 or above, not {epsilon}")
    values, persons = _counted(welfare, weights)
    if values.size == 0 or values.min() < 0 or values.max() == 0:
        return math.nan
    if epsilon >= 1 and values.min() == 0:
        return 1.0
    ratio = values / _mean(values, persons)
    if epsilon == 1:
        equal = math.exp(np.average(np.log(ratio), weights=persons))
    else:
        equal = np.average(ratio ** (1 - epsilon), weights=persons) ** (1 / (1 - epsilon))
    return max(0.0, 1.0 - float(equal))


def quantiles(welfare: ArrayLike, weights: ArrayLike, shares: ArrayLike) -> Values:
    """The lowest welfare that each share (0 to 1) of the persons do not exceed, shape (shares,).

    The inverse of the weighted distribution function, without interpolation. ValueError also if a
    share is outside 0 to 1.
    """
    levels = np.atleast_1d(np.asarray(shares, dtype=np.float64))
    if not ((levels >= 0) & (levels <= 1)).all():
        raise ValueError("shares must lie between 0 and 1")
    values, persons = _counted(welfare, weights)
    if values.size == 0:
        return np.full(levels.shape, np.nan)
    # Sums of weights carry rounding: 0.3 of the people must not turn into 0.30000000000000004.
    levels = levels * (1 - 1e-12)
    found = np.quantile(values, levels, weights=persons, method="inverted_cdf")
    return np.asarray(found, dtype=np.float64)


def quantile_share(welfare: ArrayLike, weights: ArrayLike, lower: float, upper: float) -> float:
    """Share of all welfare held by the persons ranked `lower` to `upper` (0 poorest, 1 richest).

    `quantile_share(y, w, 0, 0.4)` is the bottom 40 %. ValueError also unless 0 <= lower <= upper
    <= 1.
    """
    if not 0 <= lower <= upper <= 1:
        raise ValueError(f"expected 0 <= lower <= upper <= 1, not {lower} and {upper}")
    values, persons = sorted_sample(*weighted_sample(welfare, weights))
    total = cumulated_until(values, persons, 1.0)
    if not total > 0:
        return math.nan
    held = cumulated_until(values, persons, upper) - cumulated_until(values, persons, lower)
    return held / total


def _counted(welfare: ArrayLike, weights: ArrayLike) -> tuple[Values, Values]:
    """The rows that stand for somebody."""
    values, persons = weighted_sample(welfare, weights)
    return values[persons > 0], persons[persons > 0]


def _mean(values: Values, persons: Values) -> float:
    return float(np.average(values, weights=persons))
