"""The mean over seeds, its interval, and how many seeds agree on the sign.

The interval is of chance alone: it tells how far the mean of as many other seeds might lie, with every input at
its value. Not knowing the inputs is another matter and is not in it.

Lives of one population are alike, so that they are no independent samples. Their mean is one (`by_population`), and the
interval is Student's over populations: it holds what differs between populations and what differs between lives, and
is right however alike lives are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from poverty_nodes.model.lives import population_of

LEVEL = 0.95
ENOUGH = 40
"""Draws below which their middle 95 % is not known: a fortieth part of them stands beyond each end of it."""
_ROUNDING = 1e-12
Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Spread:
    """A mean over seeds with its interval, arrays of one shape.

    `low` and `high` are NaN below two seeds. `sign_certain` is the share of seeds (0 to 1) that have the sign of
    the mean, NaN where the mean is 0 and so has none; `seeds` counts those in which the number exists.
    """

    mean: Numbers
    low: Numbers
    high: Numbers
    sign_certain: Numbers
    seeds: NDArray[np.int64]

    @property
    def certain(self) -> NDArray[np.bool_]:
        """Whether 0 lies outside the interval."""
        return excludes_zero(self.low, self.high)


def excludes_zero(low: ArrayLike, high: ArrayLike) -> NDArray[np.bool_]:
    """Whether an interval tells the sign; false where there is none (NaN)."""
    return np.asarray((np.asarray(low) > 0) | (np.asarray(high) < 0))


def over_seeds(samples: ArrayLike) -> Spread:
    """Student's 95 % interval of the mean over the first axis; a NaN is a seed without that number.

    >>> spread = over_seeds([1.0, 2.0, 3.0])
    >>> float(spread.mean), round(float(spread.high), 3), float(spread.sign_certain)
    (2.0, 4.484, 1.0)
    """
    values = np.asarray(samples, dtype=np.float64)
    known = np.isfinite(values)
    seeds = known.sum(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.where(known, values, 0.0).sum(axis=0) / seeds
        # Gains and losses that cancel leave a rounding, whose sign would mean nothing.
        mean = np.where(
            np.abs(mean) <= _ROUNDING * np.abs(values).max(axis=0, initial=0.0, where=known),
            0.0,
            mean,
        )
        deviation = np.where(known, values - mean, 0.0)
        error = np.sqrt((deviation**2).sum(axis=0) / (seeds - 1) / seeds)
        # Equal values have a mean that is off by a rounding; they must not seem to vary.
        error = np.where(error <= _ROUNDING * np.abs(mean), 0.0, error)
        error = np.where(seeds > 1, error, np.nan)
        agree = (known & (np.sign(values) == np.sign(mean))).sum(axis=0) / seeds
        agree = np.where(mean == 0.0, np.nan, agree)
    half = student_factor(seeds) * error
    return Spread(mean, mean - half, mean + half, agree, seeds)


def by_population(samples: ArrayLike, seeds: Sequence[int]) -> Numbers:
    """The mean over the lives of each population, in order of the populations, along the first axis of `seeds`.

    A NaN is a life without that number.

    >>> by_population([1.0, 3.0, 5.0], [7, 1_000_000_000_007, 8]).tolist()
    [2.0, 5.0]
    """
    values = np.asarray(samples, dtype=np.float64)
    names = np.array([population_of(seed) for seed in seeds])
    each, first = np.unique(names, return_index=True)
    if each.size == len(seeds):
        return values[first]
    found = np.empty((each.size, *values.shape[1:]))
    for number, name in enumerate(each):
        lives = values[names == name]
        known = np.isfinite(lives)
        count = known.sum(axis=0)
        total = np.where(known, lives, 0.0).sum(axis=0)
        found[number] = np.where(count > 0, total / np.maximum(count, 1), np.nan)
    return found


def ends_of(draws: ArrayLike) -> tuple[float, float]:
    """The middle 95 % of draws of the inputs, or the least and the largest of fewer than `ENOUGH`; NaN of none.

    >>> ends_of([3.0, 1.0, 2.0])
    (1.0, 3.0)
    """
    values = np.asarray(draws, dtype=np.float64)
    if not values.size:
        return float("nan"), float("nan")
    reach = (1 - LEVEL) / 2 if values.size >= ENOUGH else 0.0
    low, high = np.quantile(values, [reach, 1 - reach])
    return float(low), float(high)


def ends_words(draws: int) -> str:
    """In words, which ends `ends_of` gives for so many draws.

    >>> ends_words(4), ends_words(200)
    ('range', 'middle 95 %')
    """
    return "middle 95 %" if draws >= ENOUGH else "range"


def student_factor(seeds: ArrayLike) -> Numbers:
    """Half the width of the interval in standard errors of the mean; NaN below two seeds."""
    from scipy.special import stdtrit  # scipy.stats would take a second to import

    freedom = np.asarray(seeds, dtype=np.float64) - 1
    usable = np.where(freedom > 0, freedom, np.nan)
    return np.asarray(stdtrit(usable, (1 + LEVEL) / 2), dtype=np.float64)


MOST_SEEDS = 10_000
"""More seeds than a question takes: what they cannot decide is not decided."""


def seeds_to_decide(samples: ArrayLike) -> float:
    """How many seeds would tell the sign of a mean over seeds, if mean and spread stay what they are.

    The fewest of which Student's interval leaves out 0; infinite beyond `MOST_SEEDS` or where the mean is 0, NaN below
    two seeds, of which no spread is known.

    >>> seeds_to_decide([1.0, 2.0, 3.0]), seeds_to_decide([-1.0, 1.0]), seeds_to_decide([2.0])
    (4.0, inf, nan)
    """
    values = np.asarray(samples, dtype=np.float64)
    values = values[np.isfinite(values)]
    if values.size < 2:
        return float("nan")
    numbers = np.arange(2, MOST_SEEDS + 1)
    half = student_factor(numbers) * values.std(ddof=1) / np.sqrt(numbers)
    enough = np.flatnonzero(half < abs(values.mean()))
    return float(numbers[enough[0]]) if enough.size else float("inf")


@dataclass(frozen=True)
class Ratio:
    """A ratio of two means over seeds with its interval; all NaN where it has no meaning."""

    value: float
    low: float
    high: float

    @property
    def known(self) -> bool:
        """Whether there is a ratio at all."""
        return bool(np.isfinite(self.value))


NO_RATIO = Ratio(np.nan, np.nan, np.nan)


def cost_ratio(cost: ArrayLike, effect: ArrayLike) -> Ratio:
    """Cost for a unit of effect over paired seeds, by Fieller's (1954) interval of a ratio of means.

    `NO_RATIO` unless the effect is positive with certainty and the cost is not negative: a cost for each unit of
    an effect that may be none, or harm, would read as a bargain. The lower end is never below 0.
    """
    paid, gained = np.asarray(cost, dtype=np.float64), np.asarray(effect, dtype=np.float64)
    benefit = over_seeds(gained)
    if not benefit.low > 0 or paid.mean() < 0:
        return NO_RATIO
    found = _fieller(paid, gained)
    return Ratio(found.value, max(0.0, found.low), found.high)


def yield_ratio(effect: ArrayLike, cost: ArrayLike) -> Ratio:
    """Effect for a unit of cost over paired seeds, by Fieller's interval; the effect may have either sign.

    `NO_RATIO` unless the cost is positive with certainty. A seed that lacks one of the two is left out.

    >>> found = yield_ratio([2.0, -1.0, 2.0], [10.0, 10.0, 10.0])
    >>> round(found.value, 6), round(found.low, 6), round(found.high, 6)
    (0.1, -0.330265, 0.530265)
    """
    gained, paid = np.asarray(effect, dtype=np.float64), np.asarray(cost, dtype=np.float64)
    known = np.isfinite(gained) & np.isfinite(paid)
    if not over_seeds(paid[known]).low > 0:
        return NO_RATIO
    return _fieller(gained[known], paid[known])


def _fieller(above: Numbers, below: Numbers) -> Ratio:
    """The ratio of two means over seeds (seeds,), the mean below being positive with certainty."""
    var_above, both, _, var_below = (np.cov(above, below) / above.size).ravel()
    square, mean = student_factor(above.size) ** 2, below.mean()
    ratio = above.mean() / mean
    shrink = 1 - square * var_below / mean**2
    centre = ratio - square * both / mean**2
    inner = var_above - 2 * ratio * both + ratio**2 * var_below
    inner -= square * (var_above * var_below - both**2) / mean**2
    half = np.sqrt(max(0.0, inner) * square) / mean
    low, high = (centre - half) / shrink, (centre + half) / shrink
    return Ratio(float(ratio), float(low), float(high))
