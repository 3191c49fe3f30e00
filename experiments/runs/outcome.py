"""One run as the executors see it: the task, one attempt at it, and what came out."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.runs.failure import SUCCEEDED, Failure, stage
from poverty_nodes.experiments.runs.key import Fingerprinted, own_parts
from poverty_nodes.model.result import RunResult

S = TypeVar("S", bound=Fingerprinted)

RunFunction = Callable[[S, int], RunResult]
"""A function of a scenario and a seed, at the top of a module so that other processes find it."""

_KEEPABLE_KINDS = "biuf"
"""Kinds of NumPy types that a store gives back bit for bit: truth values, integers, floats."""


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


class OtherCodeError(Exception):
    """A worker has other code of somebody's own than the command that asked, or other data files."""


def refuse_other_code(run: RunFunction[S], task: Task[S]) -> None:
    """OtherCodeError if a run here would not be what its address says."""
    if task.own and own_parts(run, task.scenario).fixed_digits() != task.own:
        raise OtherCodeError(
            "a worker has other code of your own than the command that asked for the runs, or other data files: they "
            "were changed meanwhile, or are others on that machine; finished runs are kept: type the same command again"
        )


def attempt(run: RunFunction[S], task: Task[S]) -> Outcome:
    """Make the run; whatever it raises becomes a failure, only Ctrl-C goes through."""
    began = time.perf_counter()
    result: RunResult | None
    failure: Failure | None
    try:
        result = _watched(run, task) if task.own else run(task.scenario, task.seed)
        with stage("handing over the result"):
            refuse_unkeepable(result)
    except (Exception, SystemExit) as error:
        result, failure = None, Failure.of(error)
    else:
        failure = None
    seconds = time.perf_counter() - began
    return Outcome(task.key, task.seed, seconds, result, failure, task.fingerprint)


def _watched(run: RunFunction[S], task: Task[S]) -> RunResult:
    """The run of somebody's own code, which may read no file but those that its address hangs on."""
    from poverty_nodes.experiments.runs.files_read import reading_no_other  # brings the compiler

    with reading_no_other(own_parts(run, task.scenario).files):
        return run(task.scenario, task.seed)


def refuse_unkeepable(result: RunResult) -> None:
    """Raise ValueError if arrays do not have the shapes and types that `RunResult` promises."""
    shape = (result.months.size, len(result.measures), len(result.groups))
    if result.values.shape != shape:
        raise ValueError(f"values have shape {result.values.shape}, the labels say {shape}")
    for name, array, promised in (
        ("months", result.months, np.int32),
        ("values", result.values, np.float64),
    ):
        if array.dtype != promised:
            raise ValueError(f"{name} are {array.dtype}, not {np.dtype(promised)}")
    for name, column in result.people.items():
        _refuse_column(name, column)
    for row in result.programme:
        _refuse_row(row)


def _refuse_column(name: str, column: NDArray[np.generic]) -> None:
    kind = column.dtype
    if (
        column.ndim != 1
        or kind.kind not in _KEEPABLE_KINDS
        or not kind.isnative
        or kind.itemsize > 8
    ):
        raise ValueError(f"people[{name!r}]: {column.ndim}-dimensional {kind} cannot be kept")


def _refuse_row(row: Mapping[str, float | str]) -> None:
    for name, value in row.items():
        if not isinstance(value, int | float | str):
            raise ValueError(f"programme[{name!r}]: a {type(value).__name__} cannot be kept")
