"""The one check of a weighted sample before it is measured."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Values = NDArray[np.float64]


def weighted_sample(welfare: ArrayLike, weights: ArrayLike) -> tuple[Values, Values]:
    """Welfare and the persons each value stands for, both float64 of shape (people,).

    An empty sample is let through: every measure of it is NaN.

    Raises:
        ValueError: the two differ in shape or are not one-dimensional, a value is not finite, or a
            weight is negative.
    """
    values = np.ascontiguousarray(welfare, dtype=np.float64)
    persons = np.ascontiguousarray(weights, dtype=np.float64)
    if values.ndim != 1 or values.shape != persons.shape:
        raise ValueError(
            f"welfare and weights must be two lists of equal length; "
            f"their shapes are {values.shape} and {persons.shape}"
        )
    if not np.isfinite(values).all():
        raise ValueError("welfare must be finite; drop or impute missing values first")
    if not np.isfinite(persons).all() or (persons < 0).any():
        raise ValueError("weights must be finite and not negative")
    return values, persons


def checked_line(line: float) -> float:
    """The poverty line as a float; ValueError unless it is finite and above 0."""
    if not (np.isfinite(line) and line > 0):
        raise ValueError(f"a poverty line must be above 0, not {line}")
    return float(line)
