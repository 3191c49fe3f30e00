"""A figure and a band in few letters, for tables and pages."""

from __future__ import annotations

import math


def figure(value: float) -> str:
    """A value with three digits, or a dash where there is none.

    >>> figure(0.12345), figure(float("nan"))
    ('0.123', '-')
    """
    return "-" if math.isnan(value) else f"{value:.3g}"


def band(low: float, high: float) -> str:
    """A band in few letters.

    >>> band(0.5, 0.9), band(0.0, math.inf), band(-math.inf, 0.5)
    ('0.5 to 0.9', '> 0', '< 0.5')
    """
    if math.isinf(high):
        return f"> {low:g}"
    return f"< {high:g}" if math.isinf(low) else f"{low:g} to {high:g}"
