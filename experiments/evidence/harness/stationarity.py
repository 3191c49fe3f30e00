"""A run without policy or shock must be shown to be stationary: drifts over ten years, for each place of a cluster.

It is shown by two one-sided tests: a drift stands still when its interval lies inside the tolerance, and not when no
drift could be found. One that is neither shown to stand nor to move counts against the model.

A drift is the change of the mean over seeds, from month 0 to the mean of the tenth year, and not the mean of changes:
where single months swing, a mean of ratios is above the ratio of means without anything having moved. The luck of firms
and buyers, whose mean is known, is taken out of it (experiments/evidence/harness/control_variates.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.control_variates import mean_given_variates
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.observed_run import described, scenario_of
from poverty_nodes.experiments.evidence.harness.verdict import Interval, interval
from poverty_nodes.experiments.evidence.harness.world import Life, World
from poverty_nodes.experiments.evidence.registered.files import rules
from poverty_nodes.model.measures.lines import INTERNATIONAL_LINES
from poverty_nodes.model.population.codes import PLACE

QUIET = rules()["quiet"]
MONTHS = int(QUIET["months"])
CERTAINTY = float(QUIET["certainty"])
LEVELS = ("firms", "employment", "mean_wage", "value_added", "exports")
LEVEL_TOLERANCE, POINT_TOLERANCE = float(QUIET["level"]), float(QUIET["points"])
CONTRACTS = {"regular": (1, 2), "casual": (3,), "homework": (4,)}
FEWEST = 30
"""Holders of a contract in a simulated place below which a share of women says nothing."""


VARIATES = 3
SPLIT = (VARIATES, VARIATES + 2 * len(LEVELS), VARIATES + 2 * len(LEVELS) + 1)
WIDTH = SPLIT[-1] + len(CONTRACTS)
"""Numbers kept of a place and a seed, and where they part: control variates, levels, headcount, women's shares."""


@dataclass(frozen=True)
class Drift:
    """The drift of one measure of a place over ten years without policy or shock."""

    cluster: str
    place: str
    measure: str
    tolerance: float
    found: Interval
    """The drift with the interval of both one-sided tests."""

    @property
    def stands(self) -> str:
        """Whether the drift is shown to lie within its tolerance: yes, no, or not shown; nothing without a value."""
        if np.isnan(self.found.value):
            return ""
        if -self.tolerance < self.found.low and self.found.high < self.tolerance:
            return "yes"
        beyond = self.found.low > self.tolerance or self.found.high < -self.tolerance
        return "no" if beyond else "not shown"


@dataclass(frozen=True)
class Quiet:
    """The measure of a quiet run: both ends of all that may drift in a cluster, by id or path, a row a seed."""

    cluster: str

    def __call__(self, laboratory: Laboratory) -> NDArray[np.float64]:
        """Make the runs and read the ends (seeds, places x `WIDTH`)."""
        return _ends_a_seed(laboratory.lives(self.world))

    @property
    def world(self) -> World:
        """Ten years of the cluster without policy or shock."""
        return World(self.cluster, MONTHS, keep=(0, 108, 114, MONTHS))

    def name(self, agents: int) -> str:
        """Identify the cluster by its content: the user's own may change under the same path."""
        return f"quiet {scenario_of(self.world, agents).fingerprint()}"


def drifts(
    laboratory: Laboratory, clusters: Sequence[str], done: Callable[[], None]
) -> Iterator[Drift]:
    """All drifts of clusters, named by id or path; `done` is called after each cluster."""
    for cluster in clusters:
        yield from drifts_of(laboratory, cluster)
        done()


def drifts_of(laboratory: Laboratory, cluster: str) -> Iterator[Drift]:
    """The drifts of both places of a cluster, by id or path, over the seeds of the laboratory."""
    quiet = Quiet(cluster)
    rows = laboratory.values(quiet.name(laboratory.agents), quiet)
    measures = [*((name, LEVEL_TOLERANCE) for name in LEVELS), ("P0", POINT_TOLERANCE)]
    measures += [(f"women_{contract}", POINT_TOLERANCE) for contract in CONTRACTS]
    found = iter(drifts_of_rows(rows))
    identifier = described(quiet.world).cluster.id  # a path is nobody else's
    for place in PLACE:
        for name, tolerance in measures:
            yield Drift(identifier, place, name, tolerance, next(found))


def _ends_a_seed(lives: Sequence[Life]) -> NDArray[np.float64]:
    """Both ends of each measure of each place, a row a seed (seeds, places x `WIDTH`)."""
    return np.array(
        [[end for code in range(len(PLACE)) for end in _ends(life, code)] for life in lives]
    )


def _ends(life: Life, code: int) -> list[float]:
    """Of a place: the rise of its control variates, ends of each level, changes of headcount and of women's shares."""
    variates = life.luck[-12:, code].mean(axis=0) - life.luck[0, code]
    paths = [_path(life, name, code) for name in LEVELS]
    levels = [float(end) for path in paths for end in (path[0], path[-12:].mean())]
    women = [women_drift(life, code, posts) for posts in CONTRACTS.values()]
    return [*variates.tolist(), *levels, poverty_drift(life, code), *women]


def drifts_of_rows(rows: NDArray[np.float64]) -> list[Interval]:
    """The drifts of all places and measures, from the ends that were kept (seeds, places x `WIDTH`)."""
    found: list[Interval] = []
    for place in rows.reshape(len(rows), len(PLACE), WIDTH).transpose(1, 2, 0).copy():
        variates, levels, headcount, women = np.split(place, SPLIT)
        known = np.ascontiguousarray(variates.T)
        for first, last in levels.reshape(len(LEVELS), 2, -1):
            found.append(mean_given_variates(level_changes(first, last), known, CERTAINTY))
        found.append(mean_given_variates(headcount[0], known, CERTAINTY))
        found += [interval(changes, CERTAINTY) for changes in women]
    return found


def level_changes(first: NDArray[np.float64], last: NDArray[np.float64]) -> NDArray[np.float64]:
    """Change of a level a seed (seeds,), from month 0 to the mean of the last year, over the seeds' mean of month 0.

    Their mean is the change of the mean. NaN where the level was nothing.
    """
    base = float(first.mean())
    if base <= 0.0:
        return np.full(len(first), np.nan)
    changes: NDArray[np.float64] = (last - first) / base
    return changes


def _path(life: Life, name: str, place: int) -> NDArray[np.float64]:
    if name == "mean_wage":
        return life.path("wage_bill", place) / np.maximum(life.path("employment", place), 1e-9)
    return life.path(name, place)


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
