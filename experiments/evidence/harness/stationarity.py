"""A quiet run must stand still: drifts over ten years, for each place of a cluster.

A drift is the change of the mean over seeds, from month 0 to the mean of the tenth year, and not the mean of changes:
where single months swing, a mean of ratios is above the ratio of means without anything having moved. The luck of firms
and buyers, whose mean is known, is taken out of it (experiments/evidence/harness/control_variates.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from experiments.evidence.harness.control_variates import mean_given_variates
from experiments.evidence.harness.laboratory import Laboratory
from experiments.evidence.harness.observed_run import described, scenario_of
from experiments.evidence.harness.verdict import Interval, interval
from experiments.evidence.harness.world import Life, World
from model.measures.lines import INTERNATIONAL_LINES
from model.population.codes import PLACE

MONTHS = 120
SEEDS = 12
"""Seeds of a quiet run at least: with fewer, luck and drift cannot be told apart."""
LEVELS = ("firms", "employment", "mean_wage", "value_added", "exports")
PRECISE = 36
"""Seeds over which a cluster is judged again, and for good, when one of its drifts is certain over fewer.

A ledger asks 216 drifts: of intervals that hold 19 times in 20, some lie beyond their tolerance by chance.
"""
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
        """Whether the drift is within its tolerance: yes, no, or unclear; nothing when there is too little to tell.

        Unclear is a drift beyond the tolerance whose interval reaches into it: more seeds would tell.
        """
        if np.isnan(self.found.value):
            return ""
        if abs(self.found.value) <= self.tolerance:
            return "yes"
        beyond = self.found.low > self.tolerance or self.found.high < -self.tolerance
        return "no" if beyond else "unclear"


def drifts(
    laboratory: Laboratory, clusters: Sequence[str], done: Callable[[], None]
) -> Iterator[Drift]:
    """All drifts of clusters, named by id or path; `done` is called after each cluster."""
    seeds = range(1, max(SEEDS, len(laboratory.seeds)) + 1)
    many = replace(laboratory, seeds=seeds)
    for cluster in clusters:
        yield from drifts_of(many, cluster)
        done()


def drifts_of(laboratory: Laboratory, cluster: str) -> Iterator[Drift]:
    """The drifts of both places of a cluster, by id or path, over the seeds of the laboratory.

    When one is certain they are all judged once more, over `PRECISE` seeds if those are more.
    """
    found = list(_drifts_over(laboratory, cluster))
    if len(laboratory.seeds) < PRECISE and any(each.stands == "no" for each in found):
        found = list(_drifts_over(replace(laboratory, seeds=range(1, PRECISE + 1)), cluster))
    yield from found


def _drifts_over(laboratory: Laboratory, cluster: str) -> Iterator[Drift]:
    world = World(cluster, MONTHS, keep=(0, 108, 114, MONTHS))
    # A description of one's own may change under the same path, so that its content is a part of the name.
    content = scenario_of(world, laboratory.agents).fingerprint()
    found = laboratory.values(f"quiet {content}", lambda each: _ends_of(each.lives(world)))
    measures = [*((name, LEVEL_TOLERANCE) for name in LEVELS), ("P0", POINT_TOLERANCE)]
    measures += [(f"women_{contract}", POINT_TOLERANCE) for contract in CONTRACTS]
    ends = iter(found.reshape(-1, 3).tolist())
    identifier = described(world).cluster.id  # a path is nobody else's
    for place in PLACE:
        for name, tolerance in measures:
            yield Drift(identifier, place, name, tolerance, Interval(*next(ends)))


def _ends_of(lives: Sequence[Life]) -> NDArray[np.float64]:
    """Value and both ends of each drift, place by place and measure by measure (3 x places x measures,)."""
    found: list[Interval] = []
    for code in range(len(PLACE)):
        luck = np.array([life.luck[-12:, code].mean(axis=0) - life.luck[0, code] for life in lives])
        found += [mean_given_variates(level_changes(lives, name, code), luck) for name in LEVELS]
        found.append(
            mean_given_variates(np.array([poverty_drift(life, code) for life in lives]), luck)
        )
        for posts in CONTRACTS.values():
            found.append(interval(np.array([women_drift(life, code, posts) for life in lives])))
    return np.array([end for each in found for end in (each.value, each.low, each.high)])


def level_changes(lives: Sequence[Life], name: str, place: int) -> NDArray[np.float64]:
    """Change of a level a seed (seeds,), from month 0 to the mean of the last year, over the seeds' mean of month 0.

    Their mean is the change of the mean. NaN where the level was nothing.
    """
    paths = np.array([_path(life, name, place) for life in lives])
    first = float(paths[:, 0].mean())
    if first <= 0.0:
        return np.full(len(lives), np.nan)
    changes: NDArray[np.float64] = (paths[:, -12:].mean(axis=1) - paths[:, 0]) / first
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
