"""What two worlds of a real cluster differ by, in natural units: jobs, dollars, points of people in poverty."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.world import Life, World
from poverty_nodes.model.measures.lines import INTERNATIONAL_LINES

MONTHS = 60
LAST, LATE = slice(-12, None), (51, 54, 57, MONTHS)
"""The year that is read, the last of five; and its months of which tables of people are kept."""
Values = NDArray[np.float64]
Reading = Callable[[Life], float]
Measure = Callable[[Laboratory], Values]


def field(name: str, place: int = 0) -> Reading:
    """Reads the mean of a place's field over the last year."""
    return lambda life: float(life.path(name, place)[LAST].mean())


def ratio(upper: float, lower: float) -> float:
    """One over the other; NaN where there is nothing to divide by, as where the last firm has closed."""
    return float(upper / lower) if lower > 0.0 else float("nan")


def mean_of(values: Values) -> float:
    """The mean, NaN of nobody."""
    return float(values.mean()) if len(values) else float("nan")


def over(upper: str, lower: str, place: int = 0) -> Reading:
    """Reads one field over another, both summed over the last year."""
    return lambda life: ratio(
        *(float(life.path(name, place)[LAST].sum()) for name in (upper, lower))
    )


def headcount(life: Life) -> float:
    """The share of people of the cluster below $4.20 a day, mean of the kept months of the last year."""
    found = []
    for month in LATE:
        h = life.frames[month].households
        h = h[h["place"] == 0]
        below = h["consumption"] / h["size"] < INTERNATIONAL_LINES["4.20"].monthly
        found.append(float(np.average(below, weights=h["size"])))
    return float(np.mean(found))


def per_cent(with_: World, without: World, reading: Reading) -> Measure:
    """By how much more one world has, in per cent of the other."""

    def measure(laboratory: Laboratory) -> Values:
        read = [laboratory.read(world, reading) for world in (with_, without)]
        return 100.0 * (np.array(list(map(ratio, *read))) - 1.0)

    return measure


def points(with_: World, without: World, reading: Reading) -> Measure:
    """By how many points one world has more of a share."""

    def measure(laboratory: Laboratory) -> Values:
        return 100.0 * (laboratory.read(with_, reading) - laboratory.read(without, reading))

    return measure


def less(first: Measure, second: Measure) -> Measure:
    """How much more one measure comes to than another."""
    return lambda laboratory: first(laboratory) - second(laboratory)
