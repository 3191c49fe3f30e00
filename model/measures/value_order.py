"""The order of values of any size and sign: a radix sort, in time that grows with their number and no faster."""

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.rule import making_rule, rule

DIGIT = 11
"""Bits sorted by in one pass: 2,048 counters, which stay in the processor's nearest cache."""
SHORT_DIGIT, SHORT = 8, 4096
"""Bits for samples below so many values, in which counters would take more time than values."""
PASSES = 3
"""Passes by the leading bits; the few neighbours that share them are put right by insertion."""
PATIENCE = 8
"""Moves a value that insertion may take before the remaining bits are sorted by counting too."""


@making_rule
def value_order(values: NDArray[np.float64]) -> NDArray[np.int64]:
    """Positions (n,) that sort `values` (n,) float64 in rising order; equal values keep their order.

    Numbers of IEEE 754 sort as whole numbers once the sign bit of positive ones and all bits of negative ones are
    turned. Three counting passes by the leading bits of their distance from the least leave next to nothing to do;
    where many share those (all equal but for rounding, say) all 64 bits are counted. A sort by comparison was the
    largest single cost of the monthly measures.

    >>> value_order(np.array([2.0, -1.0, 0.5, -3.0])).tolist()
    [3, 1, 2, 0]
    """
    n = len(values)
    bits = values.view(np.uint64).copy()
    top = np.uint64(1) << np.uint64(63)
    least, most = ~np.uint64(0), np.uint64(0)
    for i in range(n):
        bits[i] = ~bits[i] if bits[i] & top else bits[i] | top
        least = min(least, bits[i])
        most = max(most, bits[i])
    width = 0
    for i in range(n):
        bits[i] -= least
    while width < 64 and (most - least) >> np.uint64(width) and n > 0:
        width += 1
    digit = SHORT_DIGIT if n < SHORT else DIGIT
    order = _sort_by_bits(bits, max(width - PASSES * digit, 0), width, digit)
    if not _put_right(bits, order):
        order = _sort_by_bits(bits, 0, width, DIGIT)
    return order


@making_rule
def _sort_by_bits(bits: NDArray[np.uint64], low: int, high: int, digit: int) -> NDArray[np.int64]:
    """The stable order by the bits from `low` up to `high`, so many a pass."""
    order = np.arange(len(bits))
    other = np.empty(len(bits), dtype=np.int64)
    first = np.empty((1 << digit) + 1, dtype=np.int64)
    for shift in range(low, high, digit):
        _sort_by_digit(bits, np.uint64(shift), order, other, first)
        order, other = other, order
    return order


@rule
def _sort_by_digit(
    bits: NDArray[np.uint64],
    shift: np.uint64,
    order: NDArray[np.int64],
    out: NDArray[np.int64],
    first: NDArray[np.int64],
) -> None:
    """Write `order` into `out` sorted by one digit of `bits`; stable. `first` (digits + 1,) is workspace."""
    mask = np.uint64(len(first) - 2)
    first[:] = 0
    for i in range(len(order)):
        first[int((bits[i] >> shift) & mask) + 1] += 1
    for digit in range(len(first) - 1):
        first[digit + 1] += first[digit]
    for i in range(len(order)):
        digit = int((bits[order[i]] >> shift) & mask)
        out[first[digit]] = order[i]
        first[digit] += 1


@rule
def _put_right(bits: NDArray[np.uint64], order: NDArray[np.int64]) -> bool:
    """Sort an almost sorted order by insertion; False, with the order unfinished, when that takes too long."""
    moves = PATIENCE * len(order)
    for k in range(1, len(order)):
        row = order[k]
        own = bits[row]
        j = k - 1
        while j >= 0 and bits[order[j]] > own:
            order[j + 1] = order[j]
            j -= 1
        order[j + 1] = row
        moves -= k - 1 - j
        if moves < 0:
            return False
    return True
