"""From values over seeds to a verdict: interval, status, and whether a pattern emerges or was put in."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.band import Band

Status = Literal["reproduced", "not reproduced", "not testable"]
Kind = Literal["emergent", "imposed", ""]


@dataclass(frozen=True)
class Interval:
    """Mean over seeds with its 95 % interval (Student's t); NaN where there is nothing to average."""

    value: float
    low: float
    high: float


def interval(values: NDArray[np.float64]) -> Interval:
    """The mean of one value a seed and its interval; seeds without a value are left out if they are few.

    More than a third of seeds without a value leave no mean: what is left would be a selection.

    >>> interval(np.array([1.0, 1.0, 1.0]))
    Interval(value=1.0, low=1.0, high=1.0)
    """
    from scipy.stats import t

    known = values[np.isfinite(values)]
    if known.size == 0 or 3 * (values.size - known.size) > values.size:
        return Interval(math.nan, math.nan, math.nan)
    mean = float(known.mean())
    if known.size == 1:
        return Interval(mean, -math.inf, math.inf)
    half = float(t.ppf(0.975, known.size - 1) * known.std(ddof=1) / math.sqrt(known.size))
    return Interval(mean, mean - half, mean + half)


def status_of(band: Band, found: Interval) -> Status:
    """Reproduced when the band holds the value, by the rule of the band."""
    held = band.holds(found.value, found.low, found.high)
    return "reproduced" if held else "not reproduced"


def together(statuses: Sequence[Status]) -> Status:
    """The status of a pattern with several statistics: each of them has to be reproduced.

    >>> together(["reproduced", "not testable"]), together(["reproduced", "not reproduced"])
    ('not testable', 'not reproduced')
    """
    if "not reproduced" in statuses:
        return "not reproduced"
    return "not testable" if "not testable" in statuses or not statuses else "reproduced"


def kind_of(status: Status, description: bool, without: Status | None) -> Kind:
    """Emergent: reproduced, and still so with the imposing parameter neutral (`without`; None if there is none).

    >>> kind_of("reproduced", False, "not reproduced"), kind_of("reproduced", False, None)
    ('imposed', 'emergent')
    >>> kind_of("not reproduced", False, None)
    ''
    """
    if status != "reproduced":
        return ""
    if description:
        return "imposed"
    return "emergent" if without in (None, "reproduced") else "imposed"
