"""The order of draws: rows sorted by keys in (0, 1), in time that grows with their number and no faster."""

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.rule import making_rule


@making_rule
def draw_order(keys: NDArray[np.float64]) -> NDArray[np.int64]:
    """Positions (n,) that sort `keys` (n,), draws in (0, 1), in ascending order; equal keys keep their order.

    Uniform keys fall about evenly into n slices of the unit interval, so that counting them sorts all but a few
    neighbours; those are put right by insertion. A sort by comparison took a tenth of the whole month.

    >>> draw_order(np.array([0.7, 0.1, 0.9, 0.1])).tolist()
    [1, 3, 0, 2]
    """
    n = len(keys)
    near = np.empty(n)  # keys may stand far apart, as a field of a table
    first = np.zeros(n + 1, dtype=np.int32)
    for i in range(n):
        near[i] = keys[i]
        first[int(near[i] * n) + 1] += 1
    for j in range(n):
        first[j + 1] += first[j]
    order = np.empty(n, dtype=np.int64)
    for i in range(n):
        slot = int(near[i] * n)
        order[first[slot]] = i
        first[slot] += 1
    for k in range(1, n):
        row = order[k]
        key = near[row]
        j = k - 1
        while j >= 0 and near[order[j]] > key:
            order[j + 1] = order[j]
            j -= 1
        order[j + 1] = row
    return order
