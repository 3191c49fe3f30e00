"""Comparisons that a report has to tell truly although hardly anybody asks for them, by name."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from poverty_nodes.experiments.impact import Comparison, assess
from poverty_nodes.model.result import RunResult

Runs = list[tuple[int, RunResult, RunResult]]
LINE = 4.20 * 365 / 12
ADULTS = 300
WELFARE = np.linspace(60, 300, ADULTS)
HALF = np.where(np.arange(ADULTS) % 2, 1.02, 0.98)
_CONTRACT = np.arange(ADULTS) % 5
POSTS = {
    "contract": _CONTRACT,
    "tier": np.where(_CONTRACT == 0, 0, 1 + np.arange(ADULTS) % 3),
    "gender": np.arange(ADULTS) % 2,
}
NOBODY = {"reached": 0.0, "reached_nonpoor": 0.0, "spent": 0.0, "spent_firms": 0.0}


def same_twice(world, welfare: object, seeds: int = 3, **columns: object) -> Runs:
    """Nothing differs between the worlds."""
    return [(seed, *world.pair(welfare, welfare, **columns)) for seed in range(1, seeds + 1)]


def moved_by(world, welfare: np.ndarray, factors: object, seeds: int = 3, **columns) -> Runs:
    """Everybody's welfare is multiplied, a little differently in each seed."""
    return [
        (seed, *world.pair(welfare, welfare * np.asarray(factors) * (1 + seed * 1e-4), **columns))
        for seed in range(1, seeds + 1)
    ]


def booked(world, runs: Runs, **changes: float) -> Runs:
    """The same runs whose policies book what a town's do, some entries changed."""
    books = tuple(row | changes for row in world.programme(1))
    return [(seed, without, replace(enacted, programme=books)) for seed, without, enacted in runs]


def only_entrants_differ(world) -> Runs:
    """Who is there in both worlds consumes the same; the monthly measures differ by those who are not."""
    runs = same_twice(world, WELFARE)
    found = []
    for seed, without, enacted in runs:
        values = enacted.values.copy()
        values[1:, 1] += 0.0002
        found.append((seed, without, replace(enacted, values=values)))
    return found


ODD = {
    "one seed, nothing changes": lambda world, _: same_twice(world, WELFARE, 1, **POSTS),
    "one seed with an effect": lambda _, towns: towns(1, ADULTS),
    "nothing changes": lambda world, _: same_twice(world, WELFARE, **POSTS),
    "no policy": lambda world, _: same_twice(world, WELFARE),
    "only entrants differ": lambda world, _: only_entrants_differ(world),
    "less than a thousandth": lambda world, _: moved_by(world, WELFARE, 1.0002, **POSTS),
    "gains and losses cancel": lambda world, _: moved_by(world, WELFARE, HALF, **POSTS),
    "nobody is reached": lambda world, _: booked(
        world, same_twice(world, WELFARE, **POSTS), **NOBODY
    ),
    "nobody is poor": lambda world, _: moved_by(world, WELFARE + LINE, 1.02, **POSTS),
    "everybody is poor": lambda world, _: booked(
        world, moved_by(world, WELFARE * 0.3, 1.02, **POSTS)
    ),
    "a group is empty": lambda world, _: moved_by(world, WELFARE, 1.02),
    "too few for any group": lambda _, towns: towns(2, 40),
    "a huge effect": lambda world, _: booked(world, moved_by(world, WELFARE, 5_000.0, **POSTS)),
    "a huge harm": lambda world, _: booked(world, moved_by(world, WELFARE, 1e-4, **POSTS)),
    "firms are relieved": lambda world, _: booked(
        world, moved_by(world, WELFARE, 1.02, **POSTS), spent_firms=-5e4
    ),
    "negative welfare": lambda world, _: moved_by(world, WELFARE - 150.0, 1.02, **POSTS),
    "a town as it should be": lambda _, towns: towns(4, 1200),
}
"""By name, how to make the runs from a maker of worlds and a maker of towns."""


def compared(name: str, world, towns) -> Comparison:
    """The comparison of an odd world."""
    terms = world.terms(**({"policies": ()} if name == "no policy" else {}))
    return assess(ODD[name](world, towns), terms)
