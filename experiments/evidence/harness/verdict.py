"""From values over seeds to a verdict: interval, status, and whether a pattern is emergent or imposed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.band import Band

Status = Literal["reproduced", "turns inside its range", "not reproduced", "not testable"]
Kind = Literal["emergent", "not cleanly emergent", "partly", "imposed", ""]
KINDS: tuple[Kind, ...] = ("emergent", "not cleanly emergent", "partly", "imposed")
"""From what comes out by itself to what was put in. Not cleanly: what survives may hang on something that stands in
code and cannot be taken away yet."""


@dataclass(frozen=True)
class Interval:
    """Mean over seeds with its 95 % interval (Student's t); NaN where there is nothing to average."""

    value: float
    low: float
    high: float


NOTHING = Interval(math.nan, math.nan, math.nan)


def interval(values: NDArray[np.float64], level: float = 0.95) -> Interval:
    """The mean of one value a seed and its interval; seeds without a value are left out if they are few.

    More than a third of seeds without a value leave no mean: what is left would be a selection.

    >>> interval(np.array([1.0, 1.0, 1.0]))
    Interval(value=1.0, low=1.0, high=1.0)
    """
    from scipy.stats import t

    known = values[np.isfinite(values)]
    if known.size == 0 or 3 * (values.size - known.size) > values.size:
        return NOTHING
    mean = float(known.mean())
    if known.size == 1:
        return Interval(mean, -math.inf, math.inf)
    quantile = float(t.ppf(0.5 + level / 2, known.size - 1))
    half = quantile * float(known.std(ddof=1)) / math.sqrt(known.size)
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


def over_the_range(here: Status, at_ends: Sequence[Status]) -> Status:
    """Return the verdict over a range: a reproduced pattern must be reproduced at every end.

    >>> over_the_range("reproduced", ["reproduced", "not reproduced"])
    'turns inside its range'
    """
    if here != "reproduced" or all(each == "reproduced" for each in at_ends):
        return here
    return "turns inside its range"


def kind_of(status: Status, description: bool, survivals: Sequence[str], unreached: bool) -> Kind:
    """Return the kind of a reproduced pattern by the shares that survive: the smallest decides.

    `survivals` are those of its statistics that have an effect; without any nothing could be shown to survive.

    >>> kind_of("reproduced", False, ["emergent", "partly"], False), kind_of("reproduced", False, ["emergent"], True)
    ('partly', 'not cleanly emergent')
    >>> kind_of("not reproduced", False, ["emergent"], False)
    ''
    """
    if status != "reproduced":
        return ""
    if description or not survivals or "imposed" in survivals:
        return "imposed"
    if "partly" in survivals:
        return "partly"
    return "not cleanly emergent" if unreached else "emergent"
