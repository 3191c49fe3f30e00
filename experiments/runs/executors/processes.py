"""Worker processes on this machine, a pipe each: one that dies takes one run with it.

The standard pools were tried. When one of their processes dies they lose every run that is waiting
and blame all that were under way, and their processes outlive a killed driver. Here a worker's pipe
tells which run it had, and ends when either side does.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from itertools import islice
from multiprocessing.connection import Connection, wait
from typing import TypeAlias, cast

from poverty_nodes.experiments.runs.executors.executors import AbstractExecutor
from poverty_nodes.experiments.runs.executors.worker import Worker, WorkerDiedError
from poverty_nodes.experiments.runs.failure import ABORTED, Failure
from poverty_nodes.experiments.runs.outcome import Outcome, RunFunction, S, Task
from poverty_nodes.model.lives import population_of

_Busy: TypeAlias = dict[Connection, tuple[Worker, Task[S]]]

LOST = Failure(
    ABORTED, "run", None, "WorkerDiedError: its process died, and again when the run was alone", ""
)


class Processes(AbstractExecutor):
    """Spawned processes, kept for the next call until `close`.

    A run whose process dies is tried once more, after all the others and with nothing beside it: if
    memory was short there is more of it then, and if the run itself kills, it kills nobody else. A
    run that raises is not tried again.
    """

    def __init__(self, workers: int) -> None:
        """Use up to `workers` processes at once; none is started before there is work."""
        self.workers = workers
        self._idle: list[Worker] = []

    def outcomes(
        self, run: RunFunction[S], tasks: Iterable[Task[S]]
    ) -> Generator[Outcome, None, None]:
        """Yield the outcomes as they come."""
        suspects: list[Task[S]] = []
        yield from self._round(run, iter(tasks), self.workers, suspects)
        lost: list[Task[S]] = []
        yield from self._round(run, iter(suspects), 1, lost)
        for task in lost:
            yield Outcome.lost(task, LOST)

    def close(self) -> None:
        """End the idle processes."""
        while self._idle:
            self._idle.pop().kill()

    def _round(
        self, run: RunFunction[S], tasks: Iterator[Task[S]], workers: int, died: list[Task[S]]
    ) -> Iterator[Outcome]:
        """Yield the outcomes of tasks; those whose process died are put into `died` instead."""
        busy: _Busy[S] = {}
        ahead: list[Task[S]] = []  # a few that wait, among which a worker is given one of its seed
        done: list[Outcome] = []
        try:
            while True:
                self._assign(run, tasks, ahead, workers, busy)
                yield from done  # only now: while the caller keeps them, the workers go on
                if not busy:
                    return
                done = list(self._collect(busy, died))
        finally:
            for worker, _ in busy.values():
                worker.kill()

    def _assign(
        self,
        run: RunFunction[S],
        tasks: Iterator[Task[S]],
        ahead: list[Task[S]],
        workers: int,
        busy: _Busy[S],
    ) -> None:
        hired: list[tuple[Worker, Task[S]]] = []
        while len(busy) + len(hired) < workers:
            ahead += islice(tasks, 2 * workers - len(ahead))
            if not ahead:
                break
            # All are started before the first is waited for.
            worker = self._idle.pop(0) if self._idle else Worker()
            hired.append((worker, _likeliest(ahead, worker.seed)))
        busy |= {worker.connection: (worker, task) for worker, task in hired}
        for worker, task in hired:
            worker.send(run, task)

    def _collect(self, busy: _Busy[S], died: list[Task[S]]) -> Iterator[Outcome]:
        for connection in wait(list(busy)):
            worker, task = busy.pop(cast(Connection, connection))
            try:
                outcome = worker.receive(task)
            except WorkerDiedError:
                worker.kill()
                died.append(task)
            else:
                self._idle.append(worker)
                yield outcome


def _likeliest(ahead: list[Task[S]], seed: int | None) -> Task[S]:
    """Take a task of the population that a worker had last, whose base month it has in memory; else the next."""
    same = (
        place
        for place, task in enumerate(ahead)
        if seed is not None and population_of(task.seed) == population_of(seed)
    )
    return ahead.pop(next(same, 0))
