"""What a study measures of a person: from what is reported to a number with its unit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Reported:
    """What persons report of a month (people,): consumption a head and own earnings in dollars, and their post's
    code."""

    welfare: Numbers
    earnings: Numbers
    post: NDArray[np.int8]


@dataclass(frozen=True)
class Outcome:
    """One outcome: what it is, the unit of its mean, and whether more of it is better."""

    name: str
    title: str
    unit: str
    of: Callable[[Reported, float], Numbers]
    """From what is reported, and the poverty line in dollars a person and month."""
    good: int = 1


def _logs(said: Reported, line: float) -> Numbers:
    return np.asarray(100.0 * np.log(np.maximum(said.welfare, 1.0)), dtype=np.float64)


def _in_hundred(flag: NDArray[np.bool_]) -> Numbers:
    return np.where(flag, 100.0, 0.0)


OUTCOMES = {
    each.name: each
    for each in (
        Outcome(
            "welfare", "consumption", "dollars a person a month", lambda said, line: said.welfare
        ),
        Outcome("log_welfare", "consumption", "per cent", _logs),
        Outcome(
            "poor",
            "share of the poor",
            "points",
            lambda said, line: _in_hundred(said.welfare < line),
            good=-1,
        ),
        Outcome("earnings", "own earnings", "dollars a month", lambda said, line: said.earnings),
        Outcome(
            "work",
            "share with a post in the trade",
            "points",
            lambda said, line: _in_hundred(said.post > 0),
        ),
    )
}
