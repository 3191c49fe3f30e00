"""One run as the executors see it: the task, and what came out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from poverty_nodes.experiments.runs.failure import SUCCEEDED, Failure
from poverty_nodes.experiments.runs.key import Fingerprinted
from poverty_nodes.model.result import RunResult

S = TypeVar("S", bound=Fingerprinted)

RunFunction = Callable[[S, int], RunResult]
"""A function of a scenario and a seed, at the top of a module so that other processes find it."""


@dataclass(frozen=True)
class Task(Generic[S]):
    """A run to be made: its address, and what it takes."""

    key: str
    seed: int
    scenario: S
    fingerprint: str = ""
    """That of the scenario."""
    own: str = ""
    """Digits of the texts and data files of somebody's own code, as the command that asks has them; mostly none."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task; `seconds` is how long the attempt took.

    A failed run has a failure and no result. A successful one has no failure, and its result unless
    only the ledger was read.
    """

    key: str
    seed: int
    seconds: float
    result: RunResult | None = None
    failure: Failure | None = None
    scenario: str = ""
    """The fingerprint of the scenario, by which the store finds what the run was of."""

    @classmethod
    def lost(cls, task: Task[S], failure: Failure) -> Outcome:
        """The outcome of a run that was never finished."""
        return cls(task.key, task.seed, 0.0, failure=failure, scenario=task.fingerprint)

    @property
    def status(self) -> str:
        """SUCCEEDED, FAILED or ABORTED."""
        return self.failure.status if self.failure else SUCCEEDED
