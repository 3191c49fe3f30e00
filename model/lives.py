"""A seed is two numbers in one: which base population is drawn, and which of its lives is run.

The first life of a population is drawn by the population's own number, so that a small seed keeps its meaning. Other
lives begin at the same month 0, person by person, and have other draws from the first month on; what is drawn for good
(month 0 of a stream in model/draws.py) is the same in all of them.
"""

from __future__ import annotations

POPULATIONS = 10**12
"""Distance between the seeds of two lives: 3_000_000_000_007 is the fourth life of population 7."""


def seed_of(population: int, life: int = 0) -> int:
    """The seed of a life of a population; lives count from 0.

    >>> seed_of(7), seed_of(7, 3)
    (7, 3000000000007)
    """
    return population + life * POPULATIONS


def population_of(seed: int) -> int:
    """The number of the base population of a seed.

    >>> population_of(3_000_000_000_007)
    7
    """
    return seed % POPULATIONS


def life_of(seed: int) -> int:
    """Which life of its population a seed is, counted from 0.

    >>> life_of(3_000_000_000_007)
    3
    """
    return seed // POPULATIONS


LEAST_POPULATIONS = 5
"""Fewer populations than this give no useful interval, so that few runs are spent on populations before lives."""


def seeds_of(first: int, runs: int, most_lives: int) -> tuple[int, ...]:
    """The seeds of so many runs: populations from `first` on, each with up to so many lives, spread evenly.

    There are at least `LEAST_POPULATIONS` of them; with fewer runs than two lives of each, every run has a population
    of its own.

    >>> seeds_of(1, 3, 4)
    (1, 2, 3)
    >>> seeds_of(1, 10, 4)[:4], len({population_of(seed) for seed in seeds_of(1, 20, 4)})
    ((1, 1000000000001, 2, 1000000000002), 5)
    """
    populations = max(LEAST_POPULATIONS, -(-runs // most_lives))
    if runs < 2 * LEAST_POPULATIONS:
        populations = runs
    each, more = divmod(runs, populations)
    return tuple(
        seed_of(first + number, life)
        for number in range(populations)
        for life in range(each + (number < more))
    )
