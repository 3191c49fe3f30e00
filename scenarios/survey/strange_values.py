"""Suspicious values: far from all others of their column, looking like a code, or shared by too many answers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FEWEST = 8
"""Answers below which nothing can be said to stand apart."""
SPREADS = 5.0
"""How many robust standard deviations of the logarithm a value may be away from the median."""
FACTOR = 5.0
"""And by what factor at least: a column of nearly equal answers has no outlier a tenth above them."""
HEAPED = 0.2
"""Share of the answers that are one and the same amount from which on it is pointed out."""
MOST = 3
"""Values of a column that are named one by one."""


@dataclass(frozen=True)
class Strange:
    """A value (or several that are far off), the rows that hold it (counted from 0), and why it is suspicious."""

    values: tuple[float, ...]
    rows: NDArray[np.int64]
    why: str


def strange_values(numbers: NDArray[np.float64], is_money: bool) -> list[Strange]:
    """Return the suspicious answers of a column (n,), NaN where there is no answer."""
    known = np.flatnonzero(np.isfinite(numbers) & (numbers > 0))
    if len(known) < FEWEST:
        return []
    answers = numbers[known]
    far = known[_far(answers)]
    found = _far_off(numbers, far)
    coded = {value for each in found for value in each.values}
    found += [each for each in _like_codes(numbers, known) if each.values[0] not in coded]
    if is_money and not found:
        found += _heaps(numbers, known)
    return found


def _far(answers: NDArray[np.float64]) -> NDArray[np.bool_]:
    logs = np.log(answers)
    apart = np.abs(logs - np.median(logs))
    spread = 1.4826 * float(np.median(apart))
    far: NDArray[np.bool_] = apart > max(SPREADS * spread, np.log(FACTOR))
    return far


def _far_off(numbers: NDArray[np.float64], far: NDArray[np.int64]) -> list[Strange]:
    """Return values far from the others: those in many rows one by one, the rest together."""
    values, counts = np.unique(numbers[far], return_counts=True)
    order = np.argsort(-counts, kind="stable")
    named = [float(values[at]) for at in order[: MOST - 1]]
    rest = [float(values[at]) for at in order[MOST - 1 :]]
    why = "far from all other answers"
    found = [Strange((each,), far[numbers[far] == each], why) for each in named]
    return found + ([Strange(tuple(rest), far[np.isin(numbers[far], rest)], why)] if rest else [])


def _like_codes(numbers: NDArray[np.float64], known: NDArray[np.int64]) -> list[Strange]:
    """Return values of nines (or eights, or sevens) in several rows: above all others, or of three digits or more."""
    values, counts = np.unique(numbers[known], return_counts=True)
    found = []
    for value, count in zip(values, counts, strict=True):
        text = f"{value:.0f}"
        if count < 2 or value != round(value) or len(text) < 2 or text != text[0] * len(text):
            continue
        above = value == values[-1] and len(values) > 1 and value > 1.3 * values[-2]
        if text[0] in "789" and (above or (len(text) > 2 and text[0] == "9")):
            rows = known[numbers[known] == value]
            found.append(Strange((float(value),), rows, "written like a code of no answer"))
    return found


def _heaps(numbers: NDArray[np.float64], known: NDArray[np.int64]) -> list[Strange]:
    values, counts = np.unique(numbers[known], return_counts=True)
    at = int(counts.argmax())
    share = float(counts[at]) / len(known)
    if share < HEAPED or len(known) < 30 or len(values) == 1:
        return []
    why = f"{share:.0%} of all answers: rounded, copied, or a rate that is set"
    return [Strange((float(values[at]),), known[numbers[known] == values[at]], why)]
