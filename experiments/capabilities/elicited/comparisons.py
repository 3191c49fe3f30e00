"""Weights from comparisons in pairs: the principal eigenvector of Saaty's (1980) analytic hierarchy process."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

CHANCE = (0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49)
"""Consistency index of judgements at random, for 1 to 10 items (Saaty 1980)."""
INCONSISTENT = 0.1
"""Saaty's limit: above this consistency ratio judgements contradict each other too much."""


def principal_weights(matrix: ArrayLike) -> tuple[NDArray[np.float64], float, float]:
    """Weights (items,), the largest eigenvalue and the consistency ratio of a matrix of how many times i is j.

    >>> weights, largest, ratio = principal_weights([[1, 3, 5], [1 / 3, 1, 3], [1 / 5, 1 / 3, 1]])
    >>> weights.round(3).tolist(), round(largest, 4), round(ratio, 3)
    ([0.637, 0.258, 0.105], 3.0385, 0.033)
    """
    square = np.asarray(matrix, dtype=np.float64)
    values, vectors = np.linalg.eig(square)
    first = int(np.argmax(values.real))
    vector = np.abs(vectors[:, first].real)
    items, largest = len(square), float(values[first].real)
    chance = CHANCE[items - 1]
    ratio = (largest - items) / (items - 1) / chance if chance else 0.0
    return vector / vector.sum(), largest, ratio
