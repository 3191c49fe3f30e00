"""What becomes of three kinds of cluster when one mechanism that the paper names is switched off alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from poverty_nodes.experiments.evidence.harness.acts import HomeMarketGrows, OrdersGrow
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.readings import women_share
from poverty_nodes.experiments.evidence.harness.verdict import Interval, interval
from poverty_nodes.experiments.evidence.harness.world import EPISODE, Life, World
from poverty_nodes.experiments.evidence.propositions.gains import (
    LATE,
    MONTHS,
    Values,
    field,
    headcount,
)
from poverty_nodes.experiments.evidence.registered.files import content, rules
from poverty_nodes.model.shocks import BuyersStandard

OUTCOMES = ("jobs", "value_added", "headcount", "women")
"""Relative changes of the first two, differences of shares of the others; the rules have a threshold for each."""
COLUMNS = (
    "mechanism",
    "paper",
    "cluster",
    "outcome",
    "effect",
    "low",
    "high",
    "threshold",
    "moves",
)
GROWTH = 0.005
STANDARD = BuyersStandard(start=12, notice=12, level=0.6, cost=10_000.0)


@dataclass(frozen=True)
class Mechanism:
    """What the paper names: parameters that switch it off; none where no rule reads it."""

    name: str
    paper: str
    off: Mapping[str, float]


@dataclass(frozen=True)
class Moved:
    """What switching a mechanism off moves in a cluster."""

    mechanism: Mechanism
    cluster: str
    outcome: str
    found: Interval

    @property
    def threshold(self) -> float:
        """By how much it has to move to count."""
        return float(rules()["inert"][self.outcome])

    @property
    def moves(self) -> bool:
        """Whether it moves by the threshold for certain, one way or the other."""
        return self.found.low >= self.threshold or self.found.high <= -self.threshold


def mechanisms() -> list[Mechanism]:
    """Those that were registered."""
    return [Mechanism(**each) for each in content("inertness")["mechanisms"]]


def world(cluster: str, off: Mapping[str, float]) -> World:
    """A growing cluster that upgrades and meets a standard, with some parameters neutral from month 0 on."""
    episode = tuple(each for each in EPISODE if each[0] not in off)
    return World(
        cluster,
        MONTHS,
        keep=LATE,
        switched=(*episode, *sorted(off.items())),
        shocks=(STANDARD,),
        prepare=(OrdersGrow(GROWTH),),
        guide=(HomeMarketGrows(GROWTH),),
    )


def outcomes(life: Life) -> tuple[float, ...]:
    """Jobs, value added, headcount at $4.20 and women's share of the trade's workers at the end."""
    means = (field(name)(life) for name in ("employment", "value_added"))
    return (*means, headcount(life), women_share(life.frames[MONTHS]))


def moved_by(off: Mapping[str, float], cluster: str) -> Callable[[Laboratory], Values]:
    """A measure: what switching off moves, a row of outcomes a seed."""

    def measure(laboratory: Laboratory) -> Values:
        without, with_ = (
            np.array([outcomes(life) for life in laboratory.lives(world(cluster, each))])
            for each in (off, {})
        )
        relative = without[:, :2] / with_[:, :2] - 1.0
        return np.hstack([relative, without[:, 2:] - with_[:, 2:]])

    return measure


def name_of(mechanism: Mechanism, cluster: str) -> str:
    """By which name the store knows what a mechanism moves in a cluster."""
    return f"inertness {mechanism.name} {sorted(mechanism.off.items())} {cluster}"


def named_measures() -> Iterator[tuple[str, Callable[[Laboratory], Values]]]:
    """Every measure with its name."""
    for mechanism in mechanisms():
        for cluster in content("inertness")["clusters"] if mechanism.off else ():
            yield name_of(mechanism, cluster), moved_by(mechanism.off, cluster)


def all_moved(laboratory: Laboratory, done: Callable[[], None]) -> Iterator[Moved]:
    """Every mechanism in every cluster; `done` is called after each mechanism. Nothing is run where none reads it."""
    for mechanism in mechanisms():
        for cluster in content("inertness")["clusters"] if mechanism.off else ():
            measure = moved_by(mechanism.off, cluster)
            rows = laboratory.values(name_of(mechanism, cluster), measure)
            for outcome, values in zip(OUTCOMES, rows.T, strict=True):
                yield Moved(mechanism, cluster, outcome, interval(values))
        done()


def inert(moved: Sequence[Moved]) -> list[str]:
    """Mechanisms that move nothing by its threshold in any cluster, and those that no rule reads."""
    active = {each.mechanism.name for each in moved if each.moves}
    return [each.name for each in mechanisms() if each.name not in active]


def inertness_table(moved: Sequence[Moved]) -> pd.DataFrame:
    """A line for each mechanism, cluster and outcome; one without numbers where no rule reads a mechanism."""
    rows = [
        (
            *(each.mechanism.name, each.mechanism.paper, each.cluster, each.outcome),
            *(each.found.value, each.found.low, each.found.high, each.threshold),
            "yes" if each.moves else "no",
        )
        for each in moved
    ]
    nan = float("nan")
    unread = [each for each in mechanisms() if not each.off]
    rows += [
        (each.name, each.paper, "-", "-", nan, nan, nan, nan, "no rule reads it") for each in unread
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))
