"""Who makes the runs: one interface, and the two executors that stay inside this process."""

from __future__ import annotations

import os
import sys
from abc import ABC, abstractmethod
from collections.abc import Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import islice
from types import TracebackType
from typing import Self

from poverty_nodes.experiments.runs.outcome import Outcome, RunFunction, S, Task, attempt


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
