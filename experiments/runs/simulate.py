"""A run: an economy is started, its months go by, and observers look on. Nothing else here advances months."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Container, Iterator, Sequence
from typing import Any, Generic, TypeVar

from poverty_nodes.experiments.runs.failure import stage
from poverty_nodes.model.advance import Started, months_of
from poverty_nodes.model.books import naming_the_phase
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.scenario import Scenario

R_co = TypeVar("R_co", covariant=True)
Start = Callable[[Scenario, int], Started]
"""How an economy is started: `Month.started`, or one whose phases or state an experimenter has changed."""


class Observer(ABC, Generic[R_co]):
    """Looks at an economy as its months go by, and changes nothing."""

    months: Container[int] | None = None
    """The months after which it looks; None: after each."""

    @abstractmethod
    def begin(self, state: State) -> None:
        """Look at month 0."""

    @abstractmethod
    def observe(self, state: State) -> None:
        """Look at the month that has just closed."""

    @abstractmethod
    def result(self) -> R_co:
        """What it saw, after the last month."""


def simulate(
    scenario: Scenario,
    seed: int,
    observers: Sequence[Observer[Any]],
    start: Start | None = None,
    months: int | None = None,
) -> None:
    """Run a scenario under a seed, for so many months or for its own; observers have their results then.

    StageError if anything is raised: at which stage and in which month.
    """
    passing = month_by_month(scenario, seed, observers, start, months)
    with stage("base month"):
        state = next(passing)
    with stage("months", lambda: state.month):
        for _ in passing:
            pass


def month_by_month(
    scenario: Scenario,
    seed: int,
    observers: Sequence[Observer[Any]] = (),
    start: Start | None = None,
    months: int | None = None,
) -> Iterator[State]:
    """The same a month at a time, for runs side by side: the one state, at month 0 and after each month."""
    begin = start or scenario.order_of_month.started
    started = begin(scenario, seed)
    state = started.state
    for each in observers:
        each.begin(state)
    yield state
    last = scenario.months if months is None else months
    with naming_the_phase(started.month, lambda: begin(scenario, seed).state):
        for _ in months_of(state, started.by, last):
            for each in observers:
                if each.months is None or state.month in each.months:
                    each.observe(state)
            yield state
