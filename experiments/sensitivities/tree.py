"""Where in input space runs fail: a small tree of classification (Breiman et al. 1984).

A few lines of it are here because the one library that has it, scikit-learn, would weigh as much as all the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]

DEEPEST, SMALLEST_LEAF = 3, 5


@dataclass(frozen=True)
class Leaf:
    """A box of input space: its bounds in words, how many rows lie in it, and how many of them failed."""

    bounds: tuple[str, ...]
    rows: int
    failed: int

    def __str__(self) -> str:
        """The box in a line."""
        where = " and ".join(self.bounds) or "anywhere"
        return f"{self.failed} of {self.rows} rows failed where {where}"


def failing_boxes(names: Sequence[str], values: Numbers, failed: Flags) -> list[Leaf]:
    """The leaves of the tree that have failures, the most failing first. `values` is (rows, names)."""
    leaves: list[Leaf] = []
    _grow(names, values, failed, (), leaves)
    found = [leaf for leaf in leaves if leaf.failed]
    return sorted(found, key=lambda leaf: -leaf.failed / leaf.rows)


def _grow(
    names: Sequence[str], x: Numbers, failed: Flags, bounds: tuple[str, ...], leaves: list[Leaf]
) -> None:
    split = _best_split(x, failed) if len(bounds) < DEEPEST else None
    if split is None:
        leaves.append(Leaf(bounds, len(failed), int(failed.sum())))
        return
    column, at = split
    below = x[:, column] <= at
    _grow(names, x[below], failed[below], (*bounds, f"{names[column]} <= {at:.4g}"), leaves)
    _grow(names, x[~below], failed[~below], (*bounds, f"{names[column]} > {at:.4g}"), leaves)


def _best_split(x: Numbers, failed: Flags) -> tuple[int, float] | None:
    """The column and threshold that lower Gini's impurity most; None where no split is worth it."""
    rows = len(failed)
    if rows < 2 * SMALLEST_LEAF or failed.all() or not failed.any():
        return None
    best, found = 1e-3 * rows, None
    whole = _impurity(np.array([rows]), np.array([int(failed.sum())]))[0]
    for column in range(x.shape[1]):
        order = np.argsort(x[:, column], kind="stable")
        sizes = np.arange(1, rows)
        left = np.cumsum(failed[order], dtype=np.int64)[:-1]
        gain = whole - _impurity(sizes, left) - _impurity(rows - sizes, failed.sum() - left)
        ordered = x[order, column]
        fair = (
            (ordered[1:] > ordered[:-1])
            & (sizes >= SMALLEST_LEAF)
            & (rows - sizes >= SMALLEST_LEAF)
        )
        gain = np.where(fair, gain, -1.0)
        at = int(np.argmax(gain))
        if gain[at] > best:
            best, found = float(gain[at]), (column, float((ordered[at] + ordered[at + 1]) / 2))
    return found


def _impurity(rows: NDArray[np.int64], failed: NDArray[np.int64]) -> Numbers:
    """Rows times Gini's impurity, 2 p (1 - p)."""
    share = failed / rows
    return np.asarray(2.0 * rows * share * (1.0 - share), dtype=np.float64)
