"""Measures that rank people, on a sample sorted by welfare, so that one sort serves them all.

Differences between people are summed in pairs, S = sum over i < j of w_i w_j (y_j - y_i), which a
sorted sample gives in one pass: sum over k of (y_{k+1} - y_k) W_k (W - W_k), W_k the weight of the
first k. This is the area that the trapezium rule finds under the weighted Lorenz curve, but
exactly 0 when all are equal.

Kernels take float64 arrays sorted by welfare, weights not negative; where a measure is not defined
they return NaN. The public names, with checks, are in `poverty` and `inequality`.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.measures.gaps import gap_ratio
from poverty_nodes.model.measures.sample import Values
from poverty_nodes.model.measures.value_order import value_order
from poverty_nodes.model.rule import making_rule, rule

DISTRIBUTION_MEASURES = ("gini", "theil", "palma", "sen", "sst")
"""What each position of `out` holds after `distribution_measures`."""


@rule
def pair_differences(ordered: Values, weights: Values, count: int, cap: float) -> float:
    """Sum of w_i w_j (min(y_j, cap) - min(y_i, cap)) over pairs i < j of the first `count` rows."""
    total = 0.0
    for i in range(count):
        total += weights[i]
    below = 0.0
    differences = 0.0
    for i in range(count - 1):
        below += weights[i]
        step = min(ordered[i + 1], cap) - min(ordered[i], cap)
        differences += step * below * (total - below)
    return differences


@making_rule
def cumulated_until(values: Values, weights: Values, share: float) -> float:
    """Weighted sum of `values` over the first `share` of the people, split exactly at the cut."""
    target = share * weights.sum()
    passed = 0.0
    amount = 0.0
    for i in range(values.size):
        if passed + weights[i] >= target:
            return amount + (target - passed) * values[i]
        passed += weights[i]
        amount += weights[i] * values[i]
    return amount


@making_rule
def gini_of_ordered(ordered: Values, weights: Values) -> float:
    """Gini = S / (W * sum w y), W the sum of weights. NaN unless the mean is above 0."""
    welfare = (weights * ordered).sum()
    if not welfare > 0.0:
        return math.nan
    return pair_differences(ordered, weights, ordered.size, math.inf) / (weights.sum() * welfare)


@making_rule
def palma_of_ordered(ordered: Values, weights: Values) -> float:
    """Welfare of the top 10 % over that of the bottom 40 %. NaN if the bottom 40 % have none."""
    bottom = cumulated_until(ordered, weights, 0.4)
    if not bottom > 0.0:
        return math.nan
    return ((weights * ordered).sum() - cumulated_until(ordered, weights, 0.9)) / bottom


@making_rule
def theil_of(values: Values, weights: Values) -> float:
    """Theil T = sum w (y/mean) ln(y/mean) / W, with 0 ln 0 = 0. NaN if a welfare is negative."""
    welfare = (weights * values).sum()
    if not welfare > 0.0:
        return math.nan
    people = weights.sum()
    total = 0.0
    for i in range(values.size):
        if weights[i] > 0.0 and values[i] < 0.0:
            return math.nan
        if values[i] > 0.0:
            ratio = values[i] * people / welfare
            total += weights[i] * ratio * math.log(ratio)
    # Rounding can leave -1e-17 when all are equal.
    return max(0.0, total / people)


@rule
def gap_of_ordered(ordered: Values, weights: Values, line: float) -> tuple[int, float, float]:
    """The poor as (how many rows, their weight, their weighted sum of gap ratios)."""
    rows = 0
    poor = 0.0
    gaps = 0.0
    while rows < ordered.size and ordered[rows] < line:
        poor += weights[rows]
        gaps += weights[rows] * gap_ratio(ordered[rows], line)
        rows += 1
    return rows, poor, gaps


@rule
def sen_of_ordered(ordered: Values, weights: Values, line: float) -> float:
    """Sen index P0 Gp + P1 (1 - Gp) as P1 + S_poor / (z W W_poor), which needs no mean above 0."""
    people = weights.sum()
    if not people > 0.0:
        return math.nan
    rows, poor, gaps = gap_of_ordered(ordered, weights, line)
    if poor == 0.0:
        return 0.0
    spread = pair_differences(ordered, weights, rows, line)
    return gaps / people + spread / (line * people * poor)


@rule
def sst_of_ordered(ordered: Values, weights: Values, line: float) -> float:
    """Sen-Shorrocks-Thon index P1 (1 + G), G of the gap ratios, as P1 + S_capped / (z W^2)."""
    people = weights.sum()
    if not people > 0.0:
        return math.nan
    _, _, gaps = gap_of_ordered(ordered, weights, line)
    # Capping welfare at the line turns differences of welfare into differences of gaps.
    spread = pair_differences(ordered, weights, ordered.size, line)
    return gaps / people + spread / (line * people * people)


@making_rule
def sorted_sample(welfare: Values, weights: Values) -> tuple[Values, Values]:
    """Both arrays as float64 in ascending order of welfare."""
    values = welfare.astype(np.float64)
    order = value_order(values)
    return values[order], weights[order].astype(np.float64)


@making_rule
def distribution_measures(
    welfare: Values, weights: Values, line: float, out: NDArray[np.float64]
) -> None:
    """Fill `out` (5,) with gini, theil, palma, sen and sst of a sample in any order; one sort.

    `welfare` and `weights` (people,) may be float32; sums are taken in float64. `line` is in the
    unit of welfare. A row may be a household whose weight is its number of persons. Nothing is
    checked here.
    """
    ordered, persons = sorted_sample(welfare, weights)
    out[0] = gini_of_ordered(ordered, persons)
    out[1] = theil_of(ordered, persons)
    out[2] = palma_of_ordered(ordered, persons)
    out[3] = sen_of_ordered(ordered, persons, line)
    out[4] = sst_of_ordered(ordered, persons, line)
