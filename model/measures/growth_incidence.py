"""Who grows: by place in the distribution (anonymous) and by person.

Growth is over the whole period, 0.05 for 5 %; nothing is put on a yearly footing. Both welfare
columns must be in the same prices.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from poverty_nodes.model.measures.distribution import cumulated_until, sorted_sample
from poverty_nodes.model.measures.gaps import WATTS_FLOOR_SHARE
from poverty_nodes.model.measures.inequality import quantiles
from poverty_nodes.model.measures.sample import Values, checked_line, weighted_sample

PERCENTILES = np.arange(1, 100) / 100


def growth_incidence(
    base: ArrayLike,
    base_weights: ArrayLike,
    final: ArrayLike,
    final_weights: ArrayLike,
    shares: ArrayLike = PERCENTILES,
) -> Values:
    """Anonymous curve g(p) = y1(p) / y0(p) - 1, quantile against quantile, shape (shares,).

    The persons at a quantile may be others than before, and the two samples may differ in size.
    NaN where the base quantile is not above 0. Ravallion and Chen (2003), Economics Letters 78.
    """
    before = quantiles(base, base_weights, shares)
    after = quantiles(final, final_weights, shares)
    return _growth(before, after)


def same_person_growth(
    base: ArrayLike, final: ArrayLike, weights: ArrayLike, groups: int = 10
) -> Values:
    """Growth of the same persons' mean welfare, by `groups` equal groups of base welfare.

    Row i of `base` and of `final` is one person; the poorest group comes first. Growth of the
    group's mean, not the mean of growth rates, so one person who starts near 0 does not decide it.
    Persons of equal base welfare share one result, and a person at a cut is split. Shape
    (groups,); NaN where the base mean is not above 0. Also called the non-anonymous growth
    incidence curve: Grimm (2007), Bourguignon (2011), Journal of Economic Inequality. ValueError
    if the columns differ in length or groups is below 1.
    """
    if groups < 1:
        raise ValueError(f"groups must be 1 or more, not {groups}")
    before, persons = weighted_sample(base, weights)
    after, _ = weighted_sample(final, weights)
    levels, row = np.unique(before, return_inverse=True)
    weight = np.bincount(row, persons, levels.size).astype(np.float64)
    gained = np.bincount(row, persons * after, levels.size)
    mean_after = np.divide(gained, weight, out=np.zeros_like(gained), where=weight > 0)
    edges = np.arange(groups + 1) / groups
    held_before = np.diff([cumulated_until(levels, weight, edge) for edge in edges])
    held_after = np.diff([cumulated_until(mean_after, weight, edge) for edge in edges])
    return _growth(held_before, held_after)


def pro_poor_growth_rate(
    base: ArrayLike,
    base_weights: ArrayLike,
    final: ArrayLike,
    final_weights: ArrayLike,
    line: float,
    floor_share: float = WATTS_FLOOR_SHARE,
) -> float:
    """Mean of the anonymous curve over the base poor: integral of g(p) from 0 to P0, divided by P0.

    Exact for the samples: both quantile functions are steps, and the integral adds the rectangles.
    For small changes it is minus the change in the Watts index over P0, and takes the same floor.
    NaN if nobody is poor at first. Ravallion and Chen (2003), Economics Letters 78.
    """
    floor = floor_share * checked_line(line)
    before, rank_before = _quantile_steps(base, base_weights)
    after, rank_after = _quantile_steps(final, final_weights)
    if before.size == 0 or after.size == 0:
        return math.nan
    poor = int((before < line).sum())
    if poor == 0 or rank_before[poor - 1] == 0:
        return math.nan
    edges = np.union1d(rank_before[:poor], rank_after[rank_after < rank_before[poor - 1]])
    widths = np.diff(edges, prepend=0.0)
    middles = edges - widths / 2
    first = np.maximum(before[np.searchsorted(rank_before, middles)], floor)
    last = np.maximum(after[np.searchsorted(rank_after, middles)], floor)
    return float(((last / first - 1) * widths).sum() / rank_before[poor - 1])


def _quantile_steps(welfare: ArrayLike, weights: ArrayLike) -> tuple[Values, Values]:
    """Sorted welfare and the share of persons up to and with each; empty if nobody is there."""
    values, persons = sorted_sample(*weighted_sample(welfare, weights))
    cumulated = np.cumsum(persons)
    if cumulated.size == 0 or cumulated[-1] == 0:
        return values[:0], persons[:0]
    return values, cumulated / cumulated[-1]


def _growth(before: Values, after: Values) -> Values:
    growth = np.full(before.shape, np.nan)
    np.divide(after, before, out=growth, where=before > 0)
    return growth - 1
