"""Poverty dynamics of a run: who enters and leaves poverty by year, who is always poor, and what a lost post costs.

`python -m poverty_nodes.experiments.evidence.poverty_dynamics CLUSTER [NAME=VALUE ...]` prints quiet runs of a cluster
beside published panels, with some parameters changed by name.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.runs.simulate import Observer, simulate
from poverty_nodes.model.population.codes import OWNER, POST
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.scenario import Scenario

Values = NDArray[np.float64]
YEAR = 12
YEARS = 5
SEEDS = (1, 2, 3, 4)
SCALE = 0.05
PUBLISHED = (
    ("rural Pakistan 1986-91, income, five yearly rounds: always, sometimes, never poor",
     "3, 55, 42 %", "recalled: Baulch and Hoddinott 2000, table of panels"),
    ("semi-arid India 1975-83, income, nine yearly rounds: always, sometimes, never poor",
     "22, 66, 12 %", "recalled: the same"),
    ("pay after a plant closed, Mexico 2005-19: first year; mean of nine years",
     "-10.8; -7.5 %", "abstract read: Arias and Lederman 2023"),
)  # fmt: skip


@dataclass(frozen=True)
class Dynamics:
    """Poverty by mean consumption of a year, in shares of persons; pay as a ratio to that of the year before the loss.

    `moved` (posts, posts) is where those of a kind of post are a year later, a row a kind.
    """

    poor: float
    entry: float
    exit: float
    always: float
    sometimes: float
    never: float
    after_loss: tuple[float, ...]
    kept_post: tuple[float, ...]
    lost: int
    moved: Values


class PovertyDynamics(Observer[Dynamics]):
    """Follows households' consumption by year, and people's posts and earnings by month.

    A post is lost by dismissal or closure in the second year, by who had held it for the first; who kept a post then
    stands beside them. Earnings are those of the persons, from whatever they live.
    """

    def begin(self, state: State) -> None:
        """Nobody has lost a post."""
        people = len(state.workers)
        self._spent = np.zeros((YEARS, len(state.households)))
        self._earned = np.zeros((YEARS, people))
        self._posts = np.zeros((YEARS + 1, people), dtype=np.int64)
        self._posts[0] = state.workers["post"]
        self._lost = np.zeros(people, dtype=np.bool_)
        self._held = self._hired(state)
        self._same = np.ones(people, dtype=np.bool_)
        self._generation = state.workers["generation"].copy()
        self._size, self._line = state.households["size"].astype(np.float64), state.line

    def observe(self, state: State) -> None:
        """Add a month to its year."""
        year, month = divmod(state.month - 1, YEAR)
        if year >= YEARS:
            return
        people = state.workers
        self._spent[year] += state.households["consumption"] / YEAR
        self._earned[year] += people["earnings"] / YEAR
        self._same &= people["generation"] == self._generation
        if year == 0:
            self._held &= self._hired(state)
        if year == 1:
            # A dismissal leaves the last wage, a quit none.
            self._lost |= self._held & (people["last_wage"] > 0.0)
        if month == YEAR - 1:
            self._posts[year + 1] = people["post"]

    def result(self) -> Dynamics:
        """The shares and ratios."""
        poor = self._spent / self._size < self._line
        weight = self._size / self._size.sum()
        entered = ~poor[:-1] & poor[1:]
        left = poor[:-1] & ~poor[1:]
        held = self._held & self._same
        lost, kept = held & self._lost, held & ~self._lost
        before = self._earned[0]
        moved = np.zeros((len(POST), len(POST)))
        np.add.at(moved, (self._posts[:-1].ravel(), self._posts[1:].ravel()), 1.0)
        return Dynamics(
            poor=float((poor @ weight).mean()),
            entry=float((entered @ weight).sum() / (~poor[:-1] @ weight).sum()),
            exit=float((left @ weight).sum() / (poor[:-1] @ weight).sum()),
            always=float(poor.all(axis=0) @ weight),
            sometimes=float((poor.any(axis=0) & ~poor.all(axis=0)) @ weight),
            never=float(~poor.any(axis=0) @ weight),
            after_loss=tuple(self._earned[2:, lost].sum(axis=1) / before[lost].sum()),
            kept_post=tuple(self._earned[2:, kept].sum(axis=1) / before[kept].sum()),
            lost=int(lost.sum()),
            moved=moved / np.maximum(moved.sum(axis=1, keepdims=True), 1.0),
        )

    @staticmethod
    def _hired(state: State) -> NDArray[np.bool_]:
        post = state.workers["post"]
        return np.asarray((post > 0) & (post < OWNER))


def measured(cluster: str, parameters: Mapping[str, float]) -> list[Dynamics]:
    """Quiet runs of a cluster, one a seed."""
    scenario = Scenario(
        load_cluster(cluster), months=YEARS * YEAR, scale=SCALE, parameters=parameters
    )
    found = []
    for seed in SEEDS:
        observer = PovertyDynamics()
        simulate(scenario, seed, [observer])
        found.append(observer.result())
    return found


def lines(found: list[Dynamics]) -> list[str]:
    """Means over runs, in per cent, a line a measure, and what was published."""
    shares = [
        f"{name:<28}{100 * np.mean([getattr(each, name) for each in found]):7.1f} %"
        for name in ("poor", "entry", "exit", "always", "sometimes", "never")
    ]
    weights = np.array([each.lost for each in found], dtype=np.float64)
    for name in ("after_loss", "kept_post"):
        ratios = np.average([getattr(each, name) for each in found], axis=0, weights=weights)
        shares.append(f"{name:<28}" + "".join(f"{100 * (each - 1):+7.1f} %" for each in ratios))
    moved = np.mean([each.moved for each in found], axis=0)
    table = [
        f"{post:<17}" + "".join(f"{100 * each:7.1f}" for each in row)
        for post, row in zip(POST, moved, strict=True)
    ]
    published = [f"{what}: {number} ({source})" for what, number, source in PUBLISHED]
    return [*shares, f"people who lost a post: {int(weights.sum())}", *table, *published]


def main(words: list[str]) -> None:
    """Measure and print."""
    changes = {name: float(value) for name, value in (word.split("=") for word in words[1:])}
    print("\n".join(lines(measured(words[0], changes))))


if __name__ == "__main__":
    main(sys.argv[1:])
