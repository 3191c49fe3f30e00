"""Whether results can be written, asked before anything runs."""

from __future__ import annotations

import tempfile
from pathlib import Path

from poverty_nodes.scenarios.errors import Problem


def folder_problem(where: str, folder: str) -> Problem | None:
    """Say why files cannot be written below `folder`, or None if they can.

    A folder that does not exist yet is tried at its nearest ancestor that does, with a temporary
    folder that is removed at once: permissions alone say nothing of read-only file systems.
    """
    path = Path(folder)
    try:
        ancestor = next(each for each in (path, *path.absolute().parents) if each.exists())
        if not ancestor.is_dir():
            return _problem(where, f"'{folder}' cannot be a folder: '{ancestor}' is a file")
        with tempfile.TemporaryDirectory(prefix=".poverty-nodes-", dir=ancestor):
            return None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return _problem(where, f"'{folder}' cannot be written: {reason.lower()}")


def _problem(where: str, message: str) -> Problem:
    key = where.rpartition(" ")[2]
    return Problem(where, message, "a folder that can be written", remedy=f"{key}=another/folder")
