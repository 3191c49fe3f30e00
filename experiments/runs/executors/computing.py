"""With what the runs are made: said once around a question, for every batch of it.

A question makes several batches (its own, draws, an explanation, a design that grows). They share one set of workers,
which is started when the first run needs it and ended with the block:

    with computing(Means("dask", address="tcp://there:8786")):
        compare(scenario)
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Self

from poverty_nodes.experiments.runs.executors.executors import (
    AbstractExecutor,
    ExecutorError,
    Serial,
    Threads,
    available_cores,
)
from poverty_nodes.experiments.runs.executors.on_dask import Dask, require
from poverty_nodes.experiments.runs.executors.processes import Processes
from poverty_nodes.experiments.runs.slices import Slice

EXECUTORS = ("threads", "processes", "serial", "dask")


@dataclass(frozen=True)
class Means:
    """An executor by name, how many workers (the cores at hand if None), a Dask scheduler's address, a slice."""

    executor: str = "threads"
    workers: int | None = None
    address: str | None = None
    slice: Slice | None = None

    @classmethod
    def of(
        cls,
        kind: str,
        workers: int | None = None,
        address: str | None = None,
        slice: str | None = None,
    ) -> Self:
        """The means by the terms of a file in conf/compute/; ExecutorError if a library is not installed."""
        return cls(kind, workers, address, None if slice is None else Slice.parse(slice))

    def __post_init__(self) -> None:
        """Refuse what does not exist: ValueError for an unknown executor, ExecutorError if Dask is missing."""
        if self.executor not in EXECUTORS:
            raise ValueError(f"no executor {self.executor!r}; there are {', '.join(EXECUTORS)}")
        if self.executor == "dask":
            require()


@dataclass
class _Current:
    means: Means
    kept: list[AbstractExecutor] = field(default_factory=list)


_current: ContextVar[_Current | None] = ContextVar("computing", default=None)


@contextmanager
def computing(means: Means) -> Iterator[None]:
    """Make all runs inside by these means."""
    current = _Current(means)
    token = _current.set(current)
    try:
        yield
    finally:
        _current.reset(token)
        for executor in current.kept:
            executor.close()


def current_means() -> Means:
    """The means of the innermost `computing`, or those of this machine."""
    current = _current.get()
    return Means() if current is None else current.means


@contextmanager
def executing(
    workers: int | None, tasks: int, executor: str | AbstractExecutor | None = None
) -> Iterator[AbstractExecutor]:
    """Give the executor: the one that is given (left open), one by name, or by the current means."""
    if isinstance(executor, AbstractExecutor):
        yield executor
        return
    current = _current.get()
    if executor is not None or current is None:
        with _named(Means(executor or "threads"), workers, tasks) as chosen:
            yield chosen
    elif current.kept:
        yield current.kept[0]
    elif current.means.executor in ("dask", "processes") and tasks:
        # These cost seconds to start, and later batches may be larger than the first: kept, with all workers.
        current.kept.append(_named(current.means, workers, None))
        yield current.kept[0]
    else:
        with _named(current.means, workers, tasks) as chosen:
            yield chosen


def _named(means: Means, workers: int | None, tasks: int | None) -> AbstractExecutor:
    count = means.workers or workers or available_cores()
    count = count if tasks is None else max(1, min(count, tasks))
    if means.executor == "dask":
        return Dask(count, means.address)
    if means.executor == "processes":
        return Processes(count)
    return Serial() if means.executor == "serial" or count == 1 else Threads(count)


__all__ = ["EXECUTORS", "ExecutorError", "Means", "computing", "current_means", "executing"]
