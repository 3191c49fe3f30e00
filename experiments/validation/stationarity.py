"""A quiet run must stand still: drifts over ten years, for each place of each cluster of the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from experiments.validation.laboratory import Laboratory
from experiments.validation.verdict import Interval, interval
from experiments.validation.world import Life, World
from model.measures.lines import INTERNATIONAL_LINES
from model.population.codes import PLACE
from scenarios.catalogue import cluster_ids

MONTHS = 120
LEVELS = ("firms", "employment", "mean_wage", "value_added", "exports")
LEVEL_TOLERANCE, POINT_TOLERANCE = 0.03, 0.01
CONTRACTS = {"regular": (1, 2), "casual": (3,), "homework": (4,)}
FEWEST = 30
"""Holders of a contract in a simulated place below which a share of women says nothing."""


@dataclass(frozen=True)
class Drift:
    """How far one measure of a place has gone in ten years without policy or shock."""

    cluster: str
    place: str
    measure: str
    tolerance: float
    found: Interval

    @property
    def stands(self) -> str:
        """Whether the mean over seeds is within its tolerance; nothing when there is too little to tell."""
        if np.isnan(self.found.value):
            return ""
        return "yes" if abs(self.found.value) <= self.tolerance else "no"


def drifts(laboratory: Laboratory, done: Callable[[], None]) -> Iterator[Drift]:
    """All drifts of the catalogue; `done` is called after each cluster."""
    for cluster in cluster_ids():
        lives = laboratory.lives(World(cluster, MONTHS, keep=(0, 108, 114, MONTHS)))
        for code, place in enumerate(PLACE):
            for name in LEVELS:
                values = np.array([level_drift(life, name, code) for life in lives])
                yield Drift(cluster, place, name, LEVEL_TOLERANCE, interval(values))
            values = np.array([poverty_drift(life, code) for life in lives])
            yield Drift(cluster, place, "P0", POINT_TOLERANCE, interval(values))
            for contract, posts in CONTRACTS.items():
                values = np.array([women_drift(life, code, posts) for life in lives])
                yield Drift(cluster, place, f"women_{contract}", POINT_TOLERANCE, interval(values))
        done()


def level_drift(life: Life, name: str, place: int) -> float:
    """Relative change of a level between month 0 and the mean of the last year; NaN where it was nothing."""
    if name == "mean_wage":
        path = life.path("wage_bill", place) / np.maximum(life.path("employment", place), 1e-9)
    else:
        path = life.path(name, place)
    return float(path[-12:].mean() / path[0] - 1.0) if path[0] > 0.0 else float("nan")


def poverty_drift(life: Life, place: int) -> float:
    """Change of the headcount at $4.20, as a fraction, persons weighted."""

    def headcount(month: int) -> float:
        h = life.frames[month].households
        h = h[h["place"] == place]
        below = h["consumption"] / h["size"] < INTERNATIONAL_LINES["4.20"].monthly
        return float(np.average(below, weights=h["size"]))

    return float(np.mean([headcount(month) for month in _late(life)]) - headcount(0))


def women_drift(life: Life, place: int, posts: tuple[int, ...]) -> float:
    """Change of women's share of a contract, as a fraction; NaN where hardly anyone has it."""

    def share(month: int) -> float:
        w = life.frames[month].workers
        w = w[(w["place"] == place) & np.isin(w["post"], posts)]
        return float(w["gender"].mean()) if len(w) >= FEWEST else float("nan")

    return float(np.mean([share(month) for month in _late(life)]) - share(0))


def _late(life: Life) -> list[int]:
    return sorted(month for month in life.frames if month > 0)
