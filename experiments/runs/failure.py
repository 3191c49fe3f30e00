"""A run that failed: at which stage and month, with what message; and the table of all of them."""

from __future__ import annotations

import os
import pickle
import traceback
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from poverty_nodes.experiments.output.csv_table import write_rows

SUCCEEDED, FAILED, ABORTED = "SUCCEEDED", "FAILED", "ABORTED"
"""FAILED: the run raised, and would again. ABORTED: the machine let it down; try again."""

COLUMNS = ("scenario", "draw", "seed", "stage", "month", "message", "traceback")

_OF_THE_MACHINE = (MemoryError, OSError, EOFError, pickle.PickleError, zlib.error)
"""Memory and disk that gave out, files and answers that were cut short."""

_CACHES = (
    (str(Path("numba", "core", "caching.py")), ""),
    ("<frozen importlib._bootstrap_external>", "_compile_bytecode"),
    ("<frozen importlib._bootstrap_external>", "_classify_pyc"),
)
"""Where compiled code is read from disk, by file and function: whatever is raised there, no run raised it."""


class StageError(Exception):
    """Says in which stage and month of a run its cause was raised."""

    def __init__(self, stage: str, month: int | None) -> None:
        """Keep the stage in words, and the month if one had begun."""
        super().__init__(stage, month)
        self.stage = stage
        self.month = month


@contextmanager
def stage(name: str, month: Callable[[], int] | None = None) -> Iterator[None]:
    """Name what happens inside, so that a failure tells where; the innermost stage counts.

    `month` is asked only after something was raised: `with stage("months", lambda: state.month):
    ...`.
    """
    try:
        yield
    except StageError:
        raise
    except Exception as error:
        raise StageError(name, month() if month else None) from error


@dataclass(frozen=True)
class Failure:
    """Why a run has no result. Only text and numbers, so that it travels and can be kept."""

    status: str
    stage: str
    month: int | None
    message: str
    traceback: str

    @classmethod
    def of(cls, error: BaseException) -> Failure:
        """Describe what a run raised; the wrapping by `stage` is taken off again."""
        stage_name, month = "run", None
        if isinstance(error, StageError):
            stage_name, month = error.stage, error.month
            error = error.__cause__ or error
        return cls(
            status=ABORTED if _is_of_the_machine(error) else FAILED,
            stage=stage_name,
            month=month,
            message=f"{type(error).__name__}: {error}",
            traceback="".join(traceback.format_exception(error)),
        )


def _is_of_the_machine(error: BaseException) -> bool:
    """Whether the machine let a run down, so that the same run may succeed when it is well again."""
    if isinstance(error, _OF_THE_MACHINE):
        return True
    frames = (frame.f_code for frame, _ in traceback.walk_tb(error.__traceback__))
    places = [(code.co_filename, code.co_name) for code in frames]
    if any(
        file.endswith(end) and name in (which or name)
        for file, name in places
        for end, which in _CACHES
    ):
        return True
    return error.__cause__ is not None and _is_of_the_machine(error.__cause__)


@dataclass(frozen=True)
class FailedRun:
    """A failure beside the question's own names for the run."""

    scenario: str
    draw: int
    seed: int
    failure: Failure


def write_failures(path: Path, failed: Iterable[FailedRun]) -> None:
    """Write failures.csv, a row a failed run; the header alone says that none did."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    with unfinished.open("w", newline="", encoding="utf-8") as file:
        write_rows(file, COLUMNS, (_cells(each) for each in failed), end="\r\n")
    unfinished.replace(path)


def _cells(failed: FailedRun) -> tuple[str | int, ...]:
    why = failed.failure
    month = "" if why.month is None else why.month
    return (failed.scenario, failed.draw, failed.seed, why.stage, month, why.message, why.traceback)
