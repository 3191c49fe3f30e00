"""One worker process: how it starts, what is sent and comes back, how its death is noticed."""

from __future__ import annotations

import multiprocessing
import pickle
import signal
from multiprocessing.connection import Connection

from poverty_nodes.experiments.runs.executors.executors import (
    ExecutorError,
    OtherCodeError,
    attempt,
    refuse_other_code,
)
from poverty_nodes.experiments.runs.executors.spawning import deaf_to_ctrl_c, one_thread
from poverty_nodes.experiments.runs.failure import Failure
from poverty_nodes.experiments.runs.outcome import Outcome, RunFunction, S, Task

_READY = "ready"


class WorkerDiedError(Exception):
    """The process ended before it sent the outcome of its run."""


class Worker:
    """A spawned process that makes one run at a time."""

    def __init__(self) -> None:
        """Start the process; it makes itself ready while the caller goes on."""
        # Spawned, never forked: a fork copies threads' locks in whatever state they are.
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs,), daemon=True)
        self._is_ready = False
        self.seed: int | None = None
        """The seed of its last run."""
        with one_thread(), deaf_to_ctrl_c():
            self._process.start()
        theirs.close()

    def send(self, run: RunFunction[S], task: Task[S]) -> None:
        """Hand over a run; TypeError if it cannot be sent."""
        self._await_ready()
        self.seed = task.seed
        try:
            self.connection.send((run, task))
        except (pickle.PicklingError, AttributeError, TypeError) as error:
            remedy = "use threads, or define what it is made of at the top of a module"
            raise TypeError(
                f"a run cannot be sent to another process: {error}; {remedy}"
            ) from error
        except OSError:
            pass  # it died while idle: `receive` says so

    def receive(self, task: Task[S]) -> Outcome:
        """Wait for the outcome of `task`; WorkerDiedError if there will be none, ExecutorError if it is refused."""
        try:
            answer: Outcome | Failure | OtherCodeError = self.connection.recv()
        except (EOFError, OSError) as error:
            raise WorkerDiedError from error
        if isinstance(answer, OtherCodeError):
            raise ExecutorError(str(answer)) from answer
        if isinstance(answer, Failure):
            return Outcome.lost(task, answer)
        return answer

    def kill(self) -> None:
        """End the process now, whatever it does; it holds nothing that could be lost."""
        self.connection.close()
        self._process.kill()
        self._process.join()
        self._process.close()

    def _await_ready(self) -> None:
        if self._is_ready:
            return
        try:
            self._is_ready = self.connection.recv() == _READY
        except (EOFError, OSError) as error:
            self.kill()
            raise RuntimeError(
                "a worker process ended as it started; a script that starts runs needs the line "
                "`if __name__ == '__main__':` before them"
            ) from error


def serve(connection: Connection) -> None:
    """Make runs until the pipe ends: the life of a worker process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the driver to handle
    try:
        connection.send(_READY)
        while True:
            connection.send_bytes(_answer(connection))
    except (EOFError, OSError):
        return


def _answer(connection: Connection) -> bytes:
    request = connection.recv_bytes()
    try:
        run, task = pickle.loads(request)
        refuse_other_code(run, task)
        return pickle.dumps(attempt(run, task), pickle.HIGHEST_PROTOCOL)
    except OtherCodeError as error:
        return pickle.dumps(error)
    except Exception as error:  # what was sent cannot be read here, or the answer cannot be sent
        return pickle.dumps(Failure.of(error))
