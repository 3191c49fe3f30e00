"""Weights from rankings: the strengths of Plackett and Luce, and the centroid of a single ranking."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Ranking = Sequence[int]
"""Items from the most to the least important; items that it does not name are not ranked."""

PSEUDO = 0.5
"""Of a win and of a defeat that each item has against an item that is not there: no strength is 0 or without end."""
_STEPS, _CLOSE = 10_000, 1e-12


def plackett_luce(rankings: Sequence[Ranking], items: int) -> Numbers:
    """Strengths (items,) that sum to 1, by the minorise-maximise steps of Hunter (2004), Annals of Statistics 32.

    Each place of a ranking is a choice among those not yet chosen, with a chance in proportion to strength.

    >>> plackett_luce([[0, 1], [1, 0]], 2).tolist()
    [0.5, 0.5]
    """
    wins = np.full(items, PSEUDO)
    left: list[NDArray[np.intp]] = []
    for ranking in rankings:
        order = np.asarray(ranking, dtype=np.intp)
        wins[order[:-1]] += 1
        left += [order[place:] for place in range(len(order) - 1)]
    there = np.zeros((len(left), items))
    for row, rest in enumerate(left):
        there[row, rest] = 1.0
    strength = np.ones(items)
    for _ in range(_STEPS):
        faced = there.T @ (1.0 / (there @ strength)) + 2 * PSEUDO / (strength + 1.0)
        new = wins / faced
        done = np.abs(new - strength).max() <= _CLOSE * strength.max()
        strength = new
        if done:
            break
    return np.asarray(strength / strength.sum())


def rank_order_centroids(items: int) -> Numbers:
    """The mean of all weights that agree with one ranking, the most important first (items,).

    >>> rank_order_centroids(4).round(4).tolist()
    [0.5208, 0.2708, 0.1458, 0.0625]
    """
    inverse = 1.0 / np.arange(1, items + 1)
    return np.asarray(np.cumsum(inverse[::-1])[::-1] / items)
