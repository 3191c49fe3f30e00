"""Deprivations counted by the dual cut-off of Alkire and Foster (2011), Journal of Public Economics 95.

An indicator's own cut-off says who is deprived in it. A person is deprived as a whole if her deprivations together
weigh `k` or more. Names are those of mpitb: H, A, M0, M1, M2; hd and hdk, the headcounts of an indicator among all and
among those who are deprived as a whole; actb and pctb, its part of M0 and that part as a share.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]

TOLERANCE = 1e-9
"""A sum of weights that misses k by a rounding reaches it: three weights of 1/9 are no less than 1/3."""


@dataclass(frozen=True)
class Profile:
    """The measures of one population, or along the first axis of several; shares between 0 and 1.

    `hd`, `hdk`, `actb` and `pctb` have a last axis of indicators. M1 and M2 are NaN without gaps; A and `pctb` are NaN
    where nobody is deprived as a whole, and all is NaN of an empty population.
    """

    H: Numbers
    A: Numbers
    M0: Numbers
    M1: Numbers
    M2: Numbers
    hd: Numbers
    hdk: Numbers
    actb: Numbers
    pctb: Numbers


def below(achievements: ArrayLike, cutoffs: ArrayLike) -> Flags:
    """Who is deprived in what (people, indicators): whose achievement is below the indicator's cut-off."""
    return np.asarray(achievements, dtype=np.float64) < np.asarray(cutoffs, dtype=np.float64)


def gaps_below(achievements: ArrayLike, cutoffs: ArrayLike) -> Numbers:
    """How far below the cut-off, as a share of it (people, indicators); 0 at or above it. Cut-offs are above 0."""
    limits = np.asarray(cutoffs, dtype=np.float64)
    if not (limits > 0).all():
        raise ValueError("a gap is a share of its cut-off, which has to be above 0")
    return np.maximum(0.0, (limits - np.asarray(achievements, dtype=np.float64)) / limits)


def scores(deprived: ArrayLike, weights: ArrayLike) -> Numbers:
    """The weight of each person's deprivations together (people,); weights (indicators,) or (indicators, draws)."""
    return np.asarray(deprived, dtype=np.float64) @ checked_weights(weights)


def reaches(score: ArrayLike, k: float) -> Flags:
    """Who is deprived as a whole: whose score is k or more, but for a rounding."""
    if not 0.0 < k <= 1.0 + TOLERANCE:
        raise ValueError(f"k is above 0 and at most 1, not {k}")
    return np.asarray(score, dtype=np.float64) >= k - TOLERANCE


def checked_weights(weights: ArrayLike) -> Numbers:
    """The weights; ValueError unless none is negative and they sum to 1 over the first axis."""
    found = np.asarray(weights, dtype=np.float64)
    if not ((found >= 0).all() and np.allclose(found.sum(axis=0), 1.0, rtol=0, atol=TOLERANCE)):
        raise ValueError("weights are not negative and sum to 1")
    return found


def profile(
    deprived: ArrayLike,
    weights: ArrayLike,
    k: float,
    population: ArrayLike | None = None,
    gaps: ArrayLike | None = None,
) -> Profile:
    """The profile of rows who are deprived or not in each indicator (rows, indicators).

    A row is a person, or a pattern of deprivations that many share. `population` (rows,) is how many persons it
    stands for, or (groups, rows) how many of each group; None: one each. `gaps` (rows, indicators) give M1 and M2.

    >>> found = profile([[0, 0, 1, 0], [1, 1, 1, 1]], [0.25] * 4, k=0.5)
    >>> float(found.H), float(found.A), float(found.M0)
    (0.5, 1.0, 0.5)
    """
    flags = np.asarray(deprived, dtype=np.float64)
    score = scores(flags, weights)
    shares = _shares(population, len(flags))
    counted = shares * reaches(score, k)
    is_empty = np.isnan(shares).any(axis=-1)
    head = np.where(is_empty, np.nan, counted.sum(axis=-1))
    adjusted = np.where(is_empty, np.nan, counted @ score)
    hdk = counted @ flags
    actb = hdk * checked_weights(weights)
    return Profile(
        H=head,
        A=_ratio(adjusted, head),
        M0=adjusted,
        M1=_deep(counted, flags, weights, gaps, 1),
        M2=_deep(counted, flags, weights, gaps, 2),
        hd=shares @ flags,
        hdk=hdk,
        actb=actb,
        pctb=_ratio(actb, adjusted[..., None]),
    )


def _shares(population: ArrayLike | None, rows: int) -> Numbers:
    """Each row's share of its population; NaN of one that is empty."""
    people = np.ones(rows) if population is None else np.asarray(population, dtype=np.float64)
    if people.shape[-1] != rows or (people < 0).any():
        raise ValueError("a population has a number that is not negative for each row")
    return _ratio(people, people.sum(axis=-1, keepdims=True))


def _deep(
    counted: Numbers, flags: Numbers, weights: ArrayLike, gaps: ArrayLike | None, power: int
) -> Numbers:
    if gaps is None:
        return np.full(counted.shape[:-1], np.nan)
    depth = flags * np.asarray(gaps, dtype=np.float64) ** power
    return np.asarray(counted @ (depth @ checked_weights(weights)))


def _ratio(above: Numbers, under: Numbers) -> Numbers:
    result = np.full(np.broadcast_shapes(np.shape(above), np.shape(under)), np.nan)
    return np.divide(above, under, out=result, where=np.asarray(under) > 0)
