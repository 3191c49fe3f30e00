"""Figures shown beside their published ranges: elasticities, multiplier, closures, wage curve; most are inputs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.density import elasticity_of
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.multiplier import local_multiplier
from poverty_nodes.experiments.evidence.harness.readings import stayed
from poverty_nodes.experiments.evidence.harness.verdict import Interval, interval
from poverty_nodes.experiments.evidence.harness.world import Life, NotTestableError, World

CLUSTER = "sialkot_surgical"
MONTHS = 60
QUIET = World(CLUSTER, MONTHS, keep=(0, MONTHS))


@dataclass(frozen=True)
class Moment:
    """A figure of the model with the range that was published for it; `low` and `high` are that range."""

    id: str
    title: str
    low: float
    high: float
    source: str
    measure: Callable[[Laboratory], NDArray[np.float64]]
    put_in: str = ""
    """What parameter or solved number puts it in; "" where nothing does."""


@dataclass(frozen=True)
class Measured:
    """A moment and its value over seeds."""

    moment: Moment
    found: Interval

    @property
    def inside(self) -> str:
        """Return whether the mean is inside the published range: yes, no, or "" if it could not be measured."""
        if np.isnan(self.found.value):
            return ""
        return "yes" if self.moment.low <= self.found.value <= self.moment.high else "no"


def labour_share(laboratory: Laboratory) -> NDArray[np.float64]:
    """Wages over value added in the last year."""
    return laboratory.read(
        QUIET,
        lambda life: float(
            life.path("wage_bill")[-12:].sum() / life.path("value_added")[-12:].sum()
        ),
    )


def closures(
    laboratory: Laboratory, chosen: Callable[[Life], NDArray[np.bool_]]
) -> NDArray[np.float64]:
    """Share of chosen firms of month 0 that close, a year."""

    def rate(life: Life) -> float:
        before, after = life.frames[0], life.frames[MONTHS]
        mine = before.living() & chosen(life)
        left = float(stayed(before, after)[mine].mean()) if mine.any() else float("nan")
        return 1.0 - left ** (12.0 / MONTHS)

    return laboratory.read(QUIET, rate)


def _age(life: Life) -> NDArray[np.float64]:
    return np.asarray(life.frames[0].firms["age"], dtype=np.float64)


def _heads(life: Life) -> NDArray[np.float64]:
    return np.asarray(life.frames[0].firms["base_heads"], dtype=np.float64)


def wage_curve(laboratory: Laboratory) -> NDArray[np.float64]:
    """Slope of log pay on log slack over yearly means of both places, less each place's own mean, by seed."""

    def slope(life: Life) -> float:
        pay, slack = (
            np.concatenate([_yearly(np.log(life.path(name, place))) for place in (0, 1)])
            for name in ("wage_regular", "slack")
        )
        return float((pay * slack).sum() / (slack**2).sum())

    return laboratory.read(QUIET, slope)


def _yearly(path: NDArray[np.float64]) -> NDArray[np.float64]:
    """Yearly means of a monthly path without its base month, less their own mean."""
    means = path[1:].reshape(-1, 12).mean(axis=1)
    return np.asarray(means - means.mean())


MOMENTS = (
    Moment(
        "output_elasticity",
        "output to cluster size",
        0.0,
        0.2,
        "grover2023 (raw, total factor productivity)",
        lambda laboratory: elasticity_of(laboratory, "made"),
    ),
    Moment(
        "value_added_elasticity",
        "value added a worker to cluster size",
        0.02,
        0.10,
        "grover2023",
        lambda laboratory: elasticity_of(laboratory, "value_added"),
    ),
    Moment(
        "wage_elasticity",
        "pay a worker to cluster size",
        0.02,
        0.10,
        "grover2023",
        lambda laboratory: elasticity_of(laboratory, "wage_bill"),
    ),
    Moment(
        "local_multiplier",
        "local income a dollar given to households",
        1.25,
        2.5,
        "egger2022; LEWIE studies",
        local_multiplier,
        "local_spending, local_ceiling",
    ),
    Moment(
        "labour_share",
        "wages over value added",
        0.35,
        0.80,
        "0.65-0.80 with the self-employed (Gollin 2002, recalled); less where owners work",
        labour_share,
        "labour_elasticity, monopsony_markdown",
    ),
    Moment(
        "closures",
        "firms that close in a year",
        0.05,
        0.15,
        "mckenzie2019: 8.3 %",
        lambda laboratory: closures(laboratory, lambda life: _age(life) >= 0),
        "exit_yearly, solved for",
    ),
    Moment(
        "closures_young",
        "... under five years old",
        0.06,
        0.25,
        "higher for the young: mckenzie2019",
        lambda laboratory: closures(laboratory, lambda life: _age(life) < 60),
        "exit_youth",
    ),
    Moment(
        "closures_small",
        "... with up to five workers",
        0.06,
        0.20,
        "falls with size: mckenzie2019",
        lambda laboratory: closures(laboratory, lambda life: _heads(life) <= 5),
        "exit_size",
    ),
    Moment(
        "closures_large",
        "... with more than twenty",
        0.01,
        0.08,
        "falls with size: harrison2010",
        lambda laboratory: closures(laboratory, lambda life: _heads(life) > 20),
        "exit_size",
    ),
    Moment(
        "wage_curve",
        "pay to slack, elasticity",
        -0.10,
        -0.03,
        "nijkamp2005: -0.07, spread -0.5 to +0.1",
        wage_curve,
        "wage_curve",
    ),
)
"""All moments, with published ranges; those of closures by size and age are judged from what is said of them."""


def measure_all(laboratory: Laboratory, done: Callable[[], None]) -> tuple[Measured, ...]:
    """Every moment over the laboratory's seeds; `done` is called after each."""
    found = []
    for moment in MOMENTS:
        try:
            values = laboratory.values(f"moment {moment.id}", moment.measure)
        except NotTestableError:
            values = np.full(1, np.nan)
        found.append(Measured(moment, interval(values)))
        done()
    return tuple(found)
