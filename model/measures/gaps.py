"""What one person adds to a poverty index; the monthly recorder and the indices add these up."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.rule import rule

WATTS_FLOOR_SHARE = 0.01
"""Welfare below this share of the line enters the Watts index as this share: ln(0) is no number."""


@rule
def gap_ratio(welfare: float, line: float) -> float:
    """Shortfall as a share of the line, (z - y) / z if y < z, else 0. Above 1 if y is negative.

    >>> gap_ratio(100.0, 125.0)
    0.2
    >>> gap_ratio(125.0, 125.0)
    0.0
    """
    if welfare < line:
        return (line - welfare) / line
    return 0.0


@rule
def fgt_gap(welfare: float, line: float, alpha: float) -> float:
    """A person's term in P(alpha): 1 if poor and alpha is 0, else the gap ratio to the power alpha.

    Foster, Greer and Thorbecke (1984), Econometrica 52(3).

    >>> fgt_gap(100.0, 125.0, 0.0)
    1.0
    >>> round(fgt_gap(100.0, 125.0, 2.0), 12)
    0.04
    """
    if welfare >= line:
        return 0.0
    if alpha == 0.0:
        return 1.0
    return gap_ratio(welfare, line) ** alpha


@rule
def set_fgt_terms(
    welfare: NDArray[np.float64],
    weights: NDArray[np.float64],
    line: float,
    out: NDArray[np.float64],
) -> None:
    """Fill `out` (people, 3) with each person's weighted terms of P0, P1 and P2.

    >>> terms = np.zeros((1, 3))
    >>> set_fgt_terms(np.array([100.0]), np.array([2.0]), 125.0, terms)
    >>> terms.round(12).tolist()
    [[2.0, 0.4, 0.08]]
    """
    for i in range(welfare.size):
        for alpha in range(3):
            out[i, alpha] = weights[i] * fgt_gap(welfare[i], line, float(alpha))


@rule
def watts_gap(welfare: float, line: float, floor_share: float) -> float:
    """A person's term in the Watts index, ln(z / y) if y < z, else 0.

    Welfare below `floor_share` of the line counts as that share.

    Watts (1968), in Moynihan (ed.), On Understanding Poverty.

    >>> round(watts_gap(100.0, 125.0, 0.01), 4)
    0.2231
    >>> watts_gap(-5.0, 125.0, 0.01) == watts_gap(1.25, 125.0, 0.01)
    True
    """
    if welfare >= line:
        return 0.0
    return math.log(line / max(welfare, floor_share * line))
