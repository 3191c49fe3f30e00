"""Who makes the runs: one interface, the two executors that stay inside this process, and one attempt at a run."""

from __future__ import annotations

import os
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Generator, Iterable, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import islice
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.runs.failure import Failure, stage
from poverty_nodes.experiments.runs.key import own_parts
from poverty_nodes.experiments.runs.outcome import Outcome, RunFunction, S, Task
from poverty_nodes.model.result import RunResult


class ExecutorError(Exception):
    """There is nobody to make the runs, or no longer; the message says why and what to do."""


class AbstractExecutor(ABC):
    """Makes runs and yields outcomes as they come, in any order; a failed run is one too.

    Tasks are taken one by one as workers fall free, so that neither they nor their results pile up.
    Leaving the iterator early, as Ctrl-C does, gives up the runs under way. What comes out does not
    depend on the executor.
    """

    workers: int = 1
    """How many runs are made at once, as far as it is known beforehand."""

    @abstractmethod
    def outcomes(
        self, run: RunFunction[S], tasks: Iterable[Task[S]]
    ) -> Generator[Outcome, None, None]:
        """Yield an outcome for each task, in the order in which they finish."""

    def close(self) -> None:  # noqa: B027  (nothing to let go of unless an executor says so)
        """Let go of workers that were kept for the next call."""

    def __enter__(self) -> Self:
        """Give the executor itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        """Close."""
        self.close()


class Serial(AbstractExecutor):
    """One run after the other in the caller's thread: for debuggers, and as a yardstick."""

    def outcomes(
        self, run: RunFunction[S], tasks: Iterable[Task[S]]
    ) -> Generator[Outcome, None, None]:
        """Yield the outcomes in the order of the tasks."""
        return (attempt(run, task) for task in tasks)


class Threads(AbstractExecutor):
    """Threads of this process: compiled rules release the interpreter, nothing has to be sent."""

    def __init__(self, workers: int) -> None:
        """Use `workers` threads at once."""
        self.workers = workers
        self._is_warm = False

    def outcomes(
        self, run: RunFunction[S], tasks: Iterable[Task[S]]
    ) -> Generator[Outcome, None, None]:
        """Yield the outcomes as they come; the very first run is made alone.

        It compiles and calibrates what the others then find ready, which many threads would only
        wait for.
        """
        remaining = iter(tasks)
        for task in islice(remaining, 0 if self._is_warm else 1):
            yield attempt(run, task)
            self._is_warm = True
        pool = ThreadPoolExecutor(self.workers, thread_name_prefix="run")
        try:
            pending: set[Future[Outcome]] = set()
            while True:
                free = 2 * self.workers - len(pending)  # half of them wait, so that no thread does
                pending |= {pool.submit(attempt, run, task) for task in islice(remaining, free)}
                if not pending:
                    return
                done, pending = wait(pending, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        finally:
            pool.shutdown(cancel_futures=True)


def available_cores() -> int:
    """The cores that this process may use; a container or a batch scheduler may restrict them."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


_KEEPABLE_KINDS = "biuf"
"""Kinds of NumPy types that a store gives back bit for bit: truth values, integers, floats."""


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
