"""Estimates from a sample with weights, strata and sampling units, with standard errors of the design.

Each estimate comes with an influence for every row, such that the estimate moves by the sum of weight times influence
(Taylor linearisation; Binder 1983). Its variance is that of totals over sampling units drawn with replacement within
strata: sum over h of n_h / (n_h - 1) sum (z_hi - mean z_h)^2.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Guess:
    """A value, the influence of every row on it (n,), and how many rows it rests on."""

    value: float
    influence: Floats
    rows: int

    def over(self, other: Guess) -> Guess:
        """Return this over the other, with the influence of both."""
        ratio = self.value / other.value
        influence = (self.influence - ratio * other.influence) / other.value
        return Guess(ratio, influence, min(self.rows, other.rows))


@dataclass(frozen=True)
class Sample:
    """Weights (n,) with the sampling unit and the stratum of each row, numbered from 0.

    `without` has the stratum of each unit that was drawn but has none of these rows; it counts as a unit with zeros.
    """

    weights: Floats
    unit: NDArray[np.int64]
    stratum: NDArray[np.int64]
    without: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))

    @property
    def freedom(self) -> int:
        """Return sampling units less strata, at least 1."""
        units = len(np.unique(self.unit)) + len(self.without)
        return max(units - len(np.unique(self.stratum)), 1)

    def total(self, y: Floats) -> Guess:
        """Return the weighted sum of y."""
        return Guess(float((self.weights * y).sum()), y, len(y))

    def mean(self, y: Floats, among: Flags) -> Guess:
        """Return the weighted mean of y among some rows, those without an answer left out."""
        return self.ratio(y, np.ones(len(y)), among)

    def ratio(self, y: Floats, x: Floats, among: Flags) -> Guess:
        """Return sum y over sum x among some rows, those without an answer left out."""
        use = among & np.isfinite(y) & np.isfinite(x)
        w = np.where(use, self.weights, 0.0)
        below = float((w * np.where(use, x, 0.0)).sum())
        if below <= 0:
            return Guess(math.nan, np.zeros(len(y)), 0)
        value = float((w * np.where(use, y, 0.0)).sum()) / below
        influence = np.where(use, np.where(use, y, 0.0) - value * np.where(use, x, 0.0), 0.0)
        return Guess(value, influence / below, int(use.sum()))

    def spread(self, y: Floats, among: Flags) -> Guess:
        """Return the weighted standard deviation of y among some rows."""
        use = among & np.isfinite(y)
        centre = self.mean(y, use).value
        square = np.where(use, (np.where(use, y, 0.0) - centre) ** 2, 0.0)
        variance = self.mean(square, use)
        deviation = math.sqrt(variance.value) if variance.value > 0 else math.nan
        return Guess(deviation, variance.influence / (2.0 * deviation), variance.rows)

    def error(self, guess: Guess) -> float:
        """Return the standard error of a guess under the design."""
        z = np.bincount(self.unit, weights=self.weights * guess.influence)
        home = np.zeros(len(z), dtype=np.int64)
        home[self.unit] = self.stratum
        z = np.concatenate([z, np.zeros(len(self.without))])
        home = np.concatenate([home, self.without])
        count = np.bincount(home)
        centre = np.bincount(home, weights=z) / np.maximum(count, 1)
        # A stratum with one unit has no spread of its own: the unit is compared with the mean of all.
        centre = np.where(count > 1, centre, z.mean())
        correction = np.where(count > 1, count / np.maximum(count - 1, 1), 1.0)
        return float(math.sqrt((correction[home] * (z - centre[home]) ** 2).sum()))


def quantile(freedom: int) -> float:
    """Return how many standard errors a 95 % interval reaches to either side."""
    from scipy.special import stdtrit  # slow to import

    return float(stdtrit(freedom, 0.975))


def interval_of_share(value: float, error: float, rows: int, t: float) -> tuple[float, float]:
    """Return a 95 % interval of a share, made on the logit so that it stays inside 0 and 1.

    With none or all of n rows the standard error is 0; the bound is then 3 / n, a share that gives none in n rows
    5 % of the time. A share that the design fixes (a stratum's, or a known total) has no error of its own; it is given
    two per cent of itself.
    """
    if 0.0 < value < 1.0 and error < 1e-9:
        return 0.98 * value, min(1.02 * value, 1.0)
    if value < 1e-9 or value > 1.0 - 1e-9:
        reach = min(3.0 / max(rows, 1), 1.0)
        return max(value - reach, 0.0), min(value + reach, 1.0)
    logit = math.log(value / (1.0 - value))
    reach = min(t * error / (value * (1.0 - value)), 30.0)
    return tuple(1.0 / (1.0 + math.exp(-(logit + side))) for side in (-reach, reach))  # type: ignore[return-value]


def interval_of_size(value: float, error: float, t: float) -> tuple[float, float]:
    """Return a 95 % interval of a number above 0, made on the logarithm; never narrower than 0.1 %."""
    reach = min(max(t * error / value, 0.001), 20.0)
    return value * math.exp(-reach), value * math.exp(reach)
