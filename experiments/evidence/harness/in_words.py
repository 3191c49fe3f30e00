"""Short texts for a figure and a band, for tables and pages."""

from __future__ import annotations

import math


def figure(value: float) -> str:
    """Return a value with three digits, or a dash for NaN.

    >>> figure(0.12345), figure(float("nan"))
    ('0.123', '-')
    """
    return "-" if math.isnan(value) else f"{value:.3g}"


def band(low: float, high: float) -> str:
    """Return a short text of a band.

    >>> band(0.5, 0.9), band(0.0, math.inf), band(-math.inf, 0.5)
    ('0.5 to 0.9', '> 0', '< 0.5')
    """
    if math.isinf(high):
        return f"> {low:g}"
    return f"< {high:g}" if math.isinf(low) else f"{low:g} to {high:g}"
