"""Raking: weights are adjusted until sums by category equal the known totals (iterative proportional fitting).

The method of Deming and Stephan (1940), as surveys use it: w <- w T_c / sum of w in c for each margin in turn. Own code
because the kept libraries that were looked at begin from equal weights or from cross tables, or bring a whole
survey package along, and none says which cell cannot be met (docs/decisions/README.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

ROUNDS = 500
CLOSE = 1e-6
"""Largest gap to a total, as a share of it, at which the weights are done."""


@dataclass(frozen=True)
class Margin:
    """Known totals (categories,) and the category of each row (n,); -1 is an answer that is missing."""

    name: str
    codes: NDArray[np.int64]
    totals: Floats


@dataclass(frozen=True)
class Raked:
    """Weights (n,) after a number of rounds; `gap` is the largest that remains, and `worst` says where it is."""

    weights: Floats
    rounds: int
    gap: float
    worst: tuple[str, int]


def rake(weights: Floats, margins: Sequence[Margin], rounds: int = ROUNDS) -> Raked:
    """Return weights that meet all margins, from design weights above 0.

    Rows whose answer is missing keep their share of the weight: the totals are met among those who answered, in
    proportion. A category with nobody in it is not looked at here (`empty_cells` finds it).

    >>> import numpy as np
    >>> sex = Margin("sex", np.array([0, 0, 1]), np.array([10.0, 30.0]))
    >>> rake(np.ones(3), [sex]).weights.tolist()
    [5.0, 5.0, 30.0]
    """
    found = np.asarray(weights, dtype=np.float64).copy()
    done = 0
    for _ in range(rounds):
        done += 1
        for margin in margins:
            found *= _factors(found, margin)[margin.codes]
        gap, worst = largest_gap(found, margins)
        if gap < CLOSE:
            break
    gap, worst = largest_gap(found, margins)
    return Raked(found, done, gap, worst)


def largest_gap(weights: Floats, margins: Sequence[Margin]) -> tuple[float, tuple[str, int]]:
    """Return the largest gap to a total as a share of it, with its margin and category."""
    gaps = [
        (abs(factor - 1.0), (margin.name, at))
        for margin in margins
        for at, factor in enumerate(_factors(weights, margin)[:-1])
    ]
    return max(gaps, default=(0.0, ("", 0)))


def empty_cells(margin: Margin) -> list[int]:
    """Return the categories whose total is above 0 though nobody is in them, or 0 though somebody is."""
    there = np.bincount(margin.codes[margin.codes >= 0], minlength=len(margin.totals)) > 0
    return [int(at) for at in np.flatnonzero(there != (margin.totals > 0))]


def design_effect(weights: Floats) -> float:
    """Return Kish's design effect of unequal weights, n sum w^2 / (sum w)^2: 1 when they are equal.

    >>> design_effect(np.array([1.0, 1.0])), design_effect(np.array([1.0, 3.0]))
    (1.0, 1.25)
    """
    return float(len(weights) * (weights**2).sum() / weights.sum() ** 2)


def _factors(weights: Floats, margin: Margin) -> Floats:
    """Return the factor of each category's weights; the last is for a missing answer."""
    size = len(margin.totals)
    # A code of -1 becomes the last bin.
    sums = np.bincount(margin.codes % (size + 1), weights=weights, minlength=size + 1)
    silent = sums[size] / sums.sum()
    total = margin.totals.sum()
    factors = np.ones(size + 1)
    known = sums[:size] > 0
    factors[:size][known] = margin.totals[known] * (1.0 - silent) / sums[:size][known]
    factors[size] = total * silent / sums[size] if sums[size] > 0 else 1.0
    return factors
