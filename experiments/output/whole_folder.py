"""A folder that appears with all its files or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from poverty_nodes.experiments.output.answer_files import (
    CRATE,
    MANIFEST,
    OWN_CLUSTERS,
    QUESTION,
    RUNS,
)
from poverty_nodes.experiments.output.crate import write_crate
from poverty_nodes.experiments.output.unfinished_folder import (
    EARLIER,
    left_in,
    locked,
    name_of_earlier,
    unfinished_folder,
)
from poverty_nodes.scenarios.errors import Problem, QuestionError

SIGN = MANIFEST
"""The file by which a folder of ours is known; only such a folder is ever replaced."""

OURS = frozenset(
    {
        *(
            QUESTION,
            SIGN,
            CRATE,
            RUNS,
            "outcomes.parquet",
            "outcomes_of_draws.parquet",
            "failures.csv",
            "report.html",
            "figures",
            "check.csv",
            OWN_CLUSTERS,
        ),
        *(
            "winners.csv",
            "transitions.csv",
            "cost.csv",
            "nodes.csv",
            "cells.csv",
            "by_month.csv",
            "payers.csv",
            "acceptability.csv",
            "attribution.csv",
            "channels.csv",
            "uncertainty.csv",
            "draws.csv",
        ),
        *("design.csv", "summary.csv", "indices.csv", "screening.csv", "convergence.csv"),
        *("ranking.csv", "archetypes.csv", "identify.html"),
        *("ledger.csv", "ledger.html", "moments.csv", "stationarity.csv", "series.csv"),
    }
)
"""What an answer may write; in a folder that is replaced, only these go, everything else is kept."""


@contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """Hand out an empty folder to write in; it takes the name `folder` when the block ends without an error.

    An earlier folder of ours is replaced as a whole. What else stands in it (such as runs/) is kept and moved over.
    If the block raises, what was written is removed and the earlier folder stays as it was; if the program is killed,
    the next writer beside it does that. QuestionError if `folder` holds files but no `SIGN`, or cannot be written.
    """
    clear_left(folder.parent)
    problem = replacing_problem(folder)
    if problem:
        raise QuestionError([problem])
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with unfinished_folder(folder) as unfinished:
            try:
                # A temporary folder is for its maker alone; results are for whoever may read the others.
                unfinished.chmod(0o777 & ~_umask())
                yield unfinished
                write_crate(unfinished, folder.name)
                _put_in_place(unfinished, folder)
            finally:
                shutil.rmtree(unfinished, ignore_errors=True)
    except OSError as error:
        raise QuestionError([_unwritable(folder, error)]) from error


def clear_left(parent: Path) -> None:
    """Remove what killed writers left in `parent`, and put back the folders that they had moved away."""
    with suppress(OSError):
        for left in left_in(parent):
            if left.kind != EARLIER:
                shutil.rmtree(left.path, ignore_errors=True)
            elif left.folder.exists():
                _take_over(left.path, left.folder)
            else:
                left.path.replace(left.folder)


def replacing_problem(folder: Path) -> Problem | None:
    """Say why `folder` must not be replaced, or None; to be asked before anything is run."""
    try:
        if folder.is_dir() and any(folder.iterdir()) and not (folder / SIGN).is_file():
            return Problem(
                f"output folder '{folder}'",
                f"it holds files that are not of a question (there is no {SIGN} in it)",
                "an empty folder, a new one, or that of an earlier question",
                remedy="output=another/folder",
            )
        if folder.exists() and not folder.is_dir():
            return Problem(
                f"output folder '{folder}'", "it is a file", remedy="output=another/folder"
            )
    except (OSError, ValueError) as error:
        return _unwritable(folder, error)
    return None


def _put_in_place(unfinished: Path, folder: Path) -> None:
    """Swap by renaming: at no moment does a half-written folder have the name."""
    if not folder.exists():
        unfinished.replace(folder)
        return
    with locked(folder):
        earlier = name_of_earlier(folder)
        folder.replace(earlier)
        try:
            unfinished.replace(folder)
        except OSError:
            earlier.replace(folder)
            raise
        _take_over(earlier, folder)


def _take_over(earlier: Path, folder: Path) -> None:
    """Move files that do not belong to an answer from an earlier folder to its replacement, and remove the former."""
    for kept in earlier.iterdir():
        if not (folder / kept.name).exists() and kept.name not in OURS:
            kept.replace(folder / kept.name)
    shutil.rmtree(earlier, ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unwritable(folder: Path, error: OSError | ValueError) -> Problem:
    reason = (getattr(error, "strerror", None) or str(error)).lower()
    return Problem(
        f"output folder '{folder}'",
        f"it cannot be written: {reason}",
        "a folder that can be written",
        remedy="output=another/folder",
    )
