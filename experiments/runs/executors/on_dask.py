"""Worker processes of Dask distributed: a cluster on this machine, or one that is there already.

Dask looks after workers that come, go and die; what is here is the bounded queue, the run that kills its worker, and
the refusal of workers that have another version of the model.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import suppress
from itertools import islice
from typing import Any

from poverty_nodes.experiments.runs.executors.executors import (
    AbstractExecutor,
    ExecutorError,
    OtherCodeError,
    attempt,
    refuse_other_code,
)
from poverty_nodes.experiments.runs.executors.processes import LOST
from poverty_nodes.experiments.runs.executors.spawning import deaf_to_ctrl_c, one_thread
from poverty_nodes.experiments.runs.failure import Failure
from poverty_nodes.experiments.runs.key import model_version
from poverty_nodes.experiments.runs.outcome import Outcome, RunFunction, S, Task

INSTALL = "install it: python -m pip install 'poverty-nodes[dask]'"
_SECONDS_TO_CONNECT = 20
_SECONDS_BETWEEN_COUNTS = 5.0
_SECONDS_BETWEEN_LOOKS = 0.1
_MADE_ANEW = ("pending", "lost")
"""What Dask says of a job whose result went with its worker, until another has made it."""
_SECONDS_WITHOUT_WORKERS = 60.0
"""How long a cluster of ours may be without a worker: its nannies start a dead one again in some seconds."""


class Dask(AbstractExecutor):
    """Runs on the workers of a Dask cluster; it is started or joined at the first run and left at `close`.

    ExecutorError if Dask is not installed, nobody answers at `address`, or the connection is lost. A run whose worker
    dies is tried again by Dask, and at last alone; a run that raises is not.
    """

    def __init__(self, workers: int, address: str | None = None) -> None:
        """Use a cluster of `workers` processes on this machine, or whatever is at `address`."""
        self.workers, self.address = workers, address
        self._connected: tuple[Any, Any] | None = None

    def outcomes(
        self, run: RunFunction[S], tasks: Iterable[Task[S]]
    ) -> Generator[Outcome, None, None]:
        """Yield the outcomes as they come."""
        suspects: list[Task[S]] = []
        yield from self._round(run, iter(tasks), suspects)
        for task in suspects:
            lost: list[Task[S]] = []
            yield from self._round(run, iter([task]), lost)
            if lost:
                yield Outcome.lost(task, LOST)

    def close(self) -> None:
        """Leave the cluster; end it if it is ours."""
        if self._connected is not None:
            client, cluster = self._connected
            self._connected = None
            client.close()
            if cluster is not None:
                cluster.close()

    def _round(
        self, run: RunFunction[S], tasks: Iterator[Task[S]], died: list[Task[S]]
    ) -> Iterator[Outcome]:
        client = self._client()
        width = _Width(client)
        pending: dict[Any, Task[S]] = {}
        try:
            while True:
                for task in islice(tasks, max(width() - len(pending), 0)):
                    job = client.submit(_there, run, task, model_version(), pure=False)
                    pending[job] = task
                if not pending:
                    return
                for job, status in self._first(client, list(pending)):
                    yield from _collected(job, status, pending.pop(job), died)
        except (OSError, TimeoutError, CancelledError) as error:
            raise ExecutorError(
                f"the connection to Dask is lost: nobody answers at '{client.scheduler.address}' any more; finished "
                "runs are kept: see that a scheduler is there and type the same command again"
            ) from error
        finally:
            with suppress(
                OSError, TimeoutError, CancelledError
            ):  # a scheduler that is gone has nothing to cancel
                client.cancel(list(pending))

    def _first(self, client: Any, jobs: list[Any]) -> list[tuple[Any, str]]:
        """The jobs that are done and how they ended, once there is one.

        At an address workers may come at any time, here they may not. A job whose result went with a dead worker is
        done and lost; Dask makes it anew, so that it is waited for.
        """
        from distributed import wait

        seen = time.monotonic()
        while True:
            with suppress(TimeoutError):
                done = wait(jobs, _SECONDS_BETWEEN_COUNTS, return_when="FIRST_COMPLETED").done
                ended = [(job, str(job.status)) for job in done]
                settled = [each for each in ended if each[1] not in _MADE_ANEW]
                if settled:
                    return settled
                time.sleep(_SECONDS_BETWEEN_LOOKS)
            if self.address is not None or client.nthreads():
                seen = time.monotonic()
            elif time.monotonic() - seen > _SECONDS_WITHOUT_WORKERS:
                raise ExecutorError(
                    "no worker of the Dask cluster on this machine is left, and none came back: type the same "
                    "command again, with fewer workers= if memory ran out"
                )

    def _client(self) -> Any:
        if self._connected is None:
            self._connected = self._connect()
        return self._connected[0]

    def _connect(self) -> tuple[Any, Any]:
        require()
        from distributed import Client

        _quiet()
        if self.address is None:
            cluster = self._local()
            return Client(cluster), cluster
        try:
            client = Client(self.address, timeout=_SECONDS_TO_CONNECT)
        except (OSError, ValueError, TimeoutError) as error:
            raise ExecutorError(
                f"no Dask scheduler answers at '{self.address}': {error}; start one with `dask scheduler` "
                "and `dask worker`, or leave compute.address out for a cluster on this machine"
            ) from error
        return client, None

    def _local(self) -> Any:
        from distributed import LocalCluster

        try:
            with one_thread(), deaf_to_ctrl_c():
                return LocalCluster(
                    n_workers=self.workers,
                    threads_per_worker=1,
                    processes=True,
                    host="127.0.0.1",
                    dashboard_address="127.0.0.1:0",
                    silence_logs="CRITICAL",
                )
        except RuntimeError as error:
            raise ExecutorError(
                f"no Dask cluster could be started on this machine: {error}; a script that starts runs needs the line "
                "`if __name__ == '__main__':` before them"
            ) from error


class OtherVersionError(Exception):
    """A worker has another version of the model, whose runs would be kept under this one's name."""


def require() -> None:
    """ExecutorError if Dask distributed is not installed."""
    from importlib.util import find_spec

    if find_spec("distributed") is None:
        raise ExecutorError(f"compute=dask needs the library distributed; {INSTALL}")


def _quiet() -> None:
    """Keep Dask from writing tracebacks of a lost connection: it is said in words."""
    for name in (
        each for each in logging.root.manager.loggerDict if each.startswith("distributed")
    ):
        logging.getLogger(name).setLevel(logging.CRITICAL)


class _Width:
    """How many runs to hand out at once: two for each thread of the cluster, so that none waits."""

    def __init__(self, client: Any) -> None:
        self._client, self._width, self._counted = client, 0, -_SECONDS_BETWEEN_COUNTS

    def __call__(self) -> int:
        if time.monotonic() - self._counted >= _SECONDS_BETWEEN_COUNTS:
            # Workers come and go; with none at all a few runs wait for the first.
            self._width = max(2 * sum(self._client.nthreads().values()), 2)
            self._counted = time.monotonic()
        return self._width


def _there(run: RunFunction[S], task: Task[S], version: str) -> Outcome:
    """Make a run on a worker."""
    if model_version() != version:
        raise OtherVersionError(f"{model_version()[:12]} there, {version[:12]} here")
    refuse_other_code(run, task)
    return attempt(run, task)


def _collected(job: Any, status: str, task: Task[S], died: list[Task[S]]) -> Iterator[Outcome]:
    """The outcome of a job that ended so; what was lost since, `result` waits for."""
    from distributed import KilledWorker

    error: BaseException | None = None
    if status == "finished":
        try:
            yield job.result()
            return
        except KilledWorker as killed:
            error = killed
    elif status == "error":
        error = job.exception()
    if isinstance(error, KilledWorker):
        died.append(task)
    elif isinstance(error, OtherVersionError):
        raise ExecutorError(
            f"a worker of the cluster has another version of the model ({error}): install the same there"
        )
    elif isinstance(error, OtherCodeError):
        raise ExecutorError(str(error))
    elif error is None:
        raise ExecutorError(f"a run was given up by Dask ({status}); type the same command again")
    else:  # what was sent cannot be read there, or the answer cannot be sent
        yield Outcome.lost(task, Failure.of(error))
