"""What a study found, as a range that was written down before the model was run, and when a result overlaps it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from poverty_nodes.experiments.evidence.harness.verdict import Interval

Kind = Literal["printed", "versions", "judged", "sign"]
"""Where a range comes from: printed in the text; the spread between versions or countries; judged, half to one and a
half times a single figure unless said otherwise, since abstracts print no standard error; or a sign alone."""
Status = Literal["overlaps", "does not overlap", "not testable"]


@dataclass(frozen=True)
class Published:
    """A published effect: `value` as the study has it (NaN for a sign), its range, and `said` in words."""

    said: str
    low: float
    high: float
    kind: Kind
    value: float = math.nan
    recalled: bool = False
    """Whether the figure is from memory of the literature and was not read again."""

    def status(self, found: Interval) -> Status:
        """Whether a mean with its interval over seeds overlaps the range.

        For a sign the whole interval must lie on its side. Where the model's interval is wider than the published
        range its mean must lie inside: not knowing is no agreement.

        >>> wide = Published("10 to 20 %", 10.0, 20.0, "printed")
        >>> wide.status(Interval(9.0, 7.0, 11.0)), wide.status(Interval(9.0, -5.0, 23.0))
        ('overlaps', 'does not overlap')
        >>> Published("up", 0.0, math.inf, "sign").status(Interval(1.0, -0.1, 2.1))
        'does not overlap'
        """
        if math.isnan(found.value):
            return "not testable"
        if math.isinf(self.low) or math.isinf(self.high):
            holds = self.low <= found.low and found.high <= self.high
        elif found.high - found.low > self.high - self.low:
            holds = self.low <= found.value <= self.high
        else:
            holds = found.low <= self.high and self.low <= found.high
        return "overlaps" if holds else "does not overlap"


def around(value: float, said: str, recalled: bool = False) -> Published:
    """A single figure without a standard error: half to one and a half times it, judged.

    >>> around(8.0, "+8 %").low, around(-2.0, "-2 %").low
    (4.0, -3.0)
    """
    low, high = sorted((0.5 * value, 1.5 * value))
    return Published(said, low, high, "judged", value, recalled)


def upward(said: str) -> Published:
    """An effect of which the sign alone was published: above zero."""
    return Published(said, 0.0, math.inf, "sign")


def downward(said: str) -> Published:
    """An effect of which the sign alone was published: below zero."""
    return Published(said, -math.inf, 0.0, "sign")
