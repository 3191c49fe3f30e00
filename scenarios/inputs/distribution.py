"""What is believed of a number with a value and a range: one of four distributions, by how the number is known.

A *measured* or *derived* number has a PERT distribution: the value is a figure of a source and the ends are far off. An
*assumed* one has a triangular distribution, which gives the ends more weight, because ranges of judgement are known to
be too narrow. Where the range spans a factor of four or more, both act on the logarithm: such a range is about orders
of magnitude, and the plain form would hardly ever draw its lower end. A range that a user gives is uniform.

The value is the mode, `low` and `high` are the ends.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

Shape = Literal["PERT", "triangular", "uniform"]

WIDE = 4.0
"""Ratio of high to low from which a range is taken to be about orders of magnitude."""
PERT_WEIGHT = 4.0
"""How much more the mode counts than the ends in a PERT distribution (Malcolm et al. 1959)."""

_TINY = 1e-12


@dataclass(frozen=True)
class Distribution:
    """A distribution between two ends with a mode; `logarithmic`: of the logarithm of the number."""

    shape: Shape
    low: float
    mode: float
    high: float
    logarithmic: bool = False

    @classmethod
    def of(cls, kind: str, low: float, value: float, high: float) -> Distribution:
        """The distribution of a number by its kind (measured, derived, assumed)."""
        shape: Shape = "triangular" if kind == "assumed" else "PERT"
        return cls(shape, low, value, high, low > 0 and high / low >= WIDE)

    def quantile(self, probability: ArrayLike) -> NDArray[np.float64]:
        """The number below which the distribution has so much probability (0 to 1).

        >>> Distribution("uniform", 2.0, 3.0, 4.0).quantile([0.0, 0.25, 1.0]).tolist()
        [2.0, 2.5, 4.0]
        >>> float(Distribution("triangular", 0.0, 1.0, 2.0).quantile(0.5))
        1.0
        """
        u = np.asarray(probability, dtype=np.float64)
        low, mode, high = self.low, self.mode, self.high
        if self.logarithmic:
            low, mode, high = math.log(low), math.log(mode), math.log(high)
        found = low + (high - low) * self._unit(u, (mode - low) / (high - low))
        if not self.logarithmic:
            return found
        return np.clip(np.exp(found), self.low, self.high)  # exp(log(x)) may miss x by a rounding

    def _unit(self, u: NDArray[np.float64], mode: float) -> NDArray[np.float64]:
        """The quantile of the same shape between 0 and 1."""
        if self.shape == "uniform":
            return u
        if self.shape == "triangular":
            rising = np.sqrt(u * mode)
            falling = 1.0 - np.sqrt((1.0 - u) * (1.0 - mode))
            return np.where(u < mode, rising, falling)
        from scipy.special import betaincinv  # the command does without SciPy

        inside = np.clip(u, _TINY, 1.0 - _TINY)  # nearer to an end the inverse is not found
        found = betaincinv(1.0 + PERT_WEIGHT * mode, 1.0 + PERT_WEIGHT * (1.0 - mode), inside)
        return np.where(u <= _TINY, 0.0, np.where(u >= 1.0 - _TINY, 1.0, found))

    def __str__(self) -> str:
        """The shape in words."""
        return f"{self.shape} of the logarithm" if self.logarithmic else self.shape
