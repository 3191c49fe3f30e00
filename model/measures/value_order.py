"""The order of values of any size and sign: a radix sort, in time that grows with their number and no faster."""

import numpy as np
from numpy.typing import NDArray

from model.rule import making_rule

DIGIT = 11
"""Bits sorted by in one pass: 2,048 counters, which stay in the processor's nearest cache."""


@making_rule
def value_order(values: NDArray[np.float64]) -> NDArray[np.int64]:
    """Positions (n,) that sort `values` (n,) float64 in rising order; equal values keep their order.

    Numbers of IEEE 754 sort as whole numbers once the sign bit of positive ones and all bits of negative ones are
    turned; six counting passes of eleven bits then sort them. A sort by comparison was the largest single cost of
    the monthly measures.

    >>> value_order(np.array([2.0, -1.0, 0.5, -3.0])).tolist()
    [3, 1, 2, 0]
    """
    n = len(values)
    bits = values.view(np.uint64).copy()
    top = np.uint64(1) << np.uint64(63)
    for i in range(n):
        bits[i] = ~bits[i] if bits[i] & top else bits[i] | top
    order = np.arange(n)
    other = np.empty(n, dtype=np.int64)
    for shift in range(0, 64, DIGIT):
        _sort_by_digit(bits, np.uint64(shift), order, other)
        order, other = other, order
    return order


@making_rule
def _sort_by_digit(
    bits: NDArray[np.uint64], shift: np.uint64, order: NDArray[np.int64], out: NDArray[np.int64]
) -> None:
    """Write `order` into `out` sorted by one digit of `bits`; stable."""
    mask = np.uint64((1 << DIGIT) - 1)
    first = np.zeros((1 << DIGIT) + 1, dtype=np.int64)
    for i in range(len(order)):
        first[int((bits[i] >> shift) & mask) + 1] += 1
    for digit in range(1 << DIGIT):
        first[digit + 1] += first[digit]
    for i in range(len(order)):
        digit = int((bits[order[i]] >> shift) & mask)
        out[first[digit]] = order[i]
        first[digit] += 1
