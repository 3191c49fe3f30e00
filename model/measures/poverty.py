"""Poverty of a weighted sample. A person is poor whose welfare is below the line, y < z.

Every function takes welfare (people,), weights (people,): the persons each value stands for, and
the line in the unit of welfare; it returns NaN for an empty sample, and raises ValueError for a
line not above 0, negative weights, or values that are not finite.
"""

from __future__ import annotations

import math

from numpy.typing import ArrayLike

from poverty_nodes.model.measures.distribution import sen_of_ordered, sorted_sample, sst_of_ordered
from poverty_nodes.model.measures.gaps import WATTS_FLOOR_SHARE, fgt_gap, watts_gap
from poverty_nodes.model.measures.sample import Values, checked_line, weighted_sample
from poverty_nodes.model.rule import rule


def foster_greer_thorbecke(
    welfare: ArrayLike, weights: ArrayLike, line: float, alpha: float
) -> float:
    """P(alpha) = sum w ((z - y) / z)^alpha over the poor / sum w over all; adds up over subgroups.

    Foster, Greer and Thorbecke (1984), Econometrica 52(3). ValueError also if alpha is negative.
    """
    if not alpha >= 0:
        raise ValueError(f"the aversion to poverty alpha must be 0 or above, not {alpha}")
    values, persons = weighted_sample(welfare, weights)
    return _mean_fgt_gap(values, persons, checked_line(line), float(alpha))


def headcount(welfare: ArrayLike, weights: ArrayLike, line: float) -> float:
    """P0: the share of persons who are poor."""
    return foster_greer_thorbecke(welfare, weights, line, 0.0)


def poverty_gap(welfare: ArrayLike, weights: ArrayLike, line: float) -> float:
    """P1: mean shortfall as a share of the line; P1 z persons is the cost of perfect targeting."""
    return foster_greer_thorbecke(welfare, weights, line, 1.0)


def squared_poverty_gap(welfare: ArrayLike, weights: ArrayLike, line: float) -> float:
    """P2: mean squared gap ratio, which counts the poorest most."""
    return foster_greer_thorbecke(welfare, weights, line, 2.0)


def watts(
    welfare: ArrayLike, weights: ArrayLike, line: float, floor_share: float = WATTS_FLOOR_SHARE
) -> float:
    """Watts index: sum w ln(z / y) over the poor / sum w over all; adds up over subgroups.

    Welfare below `floor_share` of the line counts as that; `persons_floored` says for how many.
    Watts (1968); its place among the axioms: Zheng (1993), Economics Letters 42. ValueError also
    unless 0 < floor_share < 1.
    """
    values, persons = weighted_sample(welfare, weights)
    return _mean_watts_gap(values, persons, checked_line(line), _checked_floor(floor_share))


def persons_floored(
    welfare: ArrayLike, weights: ArrayLike, line: float, floor_share: float = WATTS_FLOOR_SHARE
) -> float:
    """Persons (sum of weights) whose welfare the Watts index had to raise to its floor."""
    values, persons = weighted_sample(welfare, weights)
    return float(persons[values < _checked_floor(floor_share) * checked_line(line)].sum())


def sen(welfare: ArrayLike, weights: ArrayLike, line: float) -> float:
    """Sen index P0 Gp + P1 (1 - Gp), Gp the Gini of welfare *among the poor* (not of everybody).

    Sen (1976), Econometrica 44(2), in the form that does not change when the population is
    replicated.
    """
    values, persons = sorted_sample(*weighted_sample(welfare, weights))
    return sen_of_ordered(values, persons, checked_line(line))


def sen_shorrocks_thon(welfare: ArrayLike, weights: ArrayLike, line: float) -> float:
    """Sen-Shorrocks-Thon index P0 (P1 / P0) (1 + G), G the Gini of the gap ratios of everybody.

    The gap ratio is max(0, 1 - y/z), so the rich enter G with 0. Shorrocks (1995), Econometrica
    63(5); the limit of Thon (1979), Review of Income and Wealth 25; the product form is Osberg and
    Xu's.
    """
    values, persons = sorted_sample(*weighted_sample(welfare, weights))
    return sst_of_ordered(values, persons, checked_line(line))


def _checked_floor(floor_share: float) -> float:
    if not 0 < floor_share < 1:
        raise ValueError(f"the floor must be a share of the line from 0 to 1, not {floor_share}")
    return float(floor_share)


@rule
def _mean_fgt_gap(welfare: Values, weights: Values, line: float, alpha: float) -> float:
    people = weights.sum()
    if not people > 0.0:
        return math.nan
    total = 0.0
    for i in range(welfare.size):
        total += weights[i] * fgt_gap(welfare[i], line, alpha)
    return total / people


@rule
def _mean_watts_gap(welfare: Values, weights: Values, line: float, floor_share: float) -> float:
    people = weights.sum()
    if not people > 0.0:
        return math.nan
    total = 0.0
    for i in range(welfare.size):
        total += weights[i] * watts_gap(welfare[i], line, floor_share)
    return total / people
