"""The range in which a statistic must lie for a pattern to count as reproduced."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Band:
    """A range for a value. If it is open on one side it asks for a sign: then the whole interval must lie in it.

    >>> Band(0.5, 0.9).is_sign, Band(low=0.0).is_sign
    (False, True)
    """

    low: float = -math.inf
    high: float = math.inf

    @property
    def is_sign(self) -> bool:
        """Return whether the band is open on one side."""
        return math.isinf(self.low) or math.isinf(self.high)

    def holds(self, value: float, low: float, high: float) -> bool:
        """Return whether a mean with its interval is inside: the mean for a closed band, the interval for a sign.

        A change of exactly 0 has no sign.

        >>> Band(0.5, 0.9).holds(0.85, 0.6, 1.1), Band(low=0.0).holds(0.2, -0.1, 0.5)
        (True, False)
        >>> Band(low=0.0).holds(0.0, 0.0, 0.0)
        False
        """
        if math.isnan(value):
            return False
        if self.is_sign:
            return self.low < low and high < self.high
        return self.low <= value <= self.high
