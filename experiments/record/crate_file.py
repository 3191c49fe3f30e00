"""Reads the record of an answer's folder: which files it has, and what their hashes must be."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from poverty_nodes.experiments.output.answer_files import CRATE
from poverty_nodes.scenarios.errors import Problem, QuestionError

BYTES = 20_000_000
"""The largest record that is read; an answer's has some kilobytes."""
HASH = re.compile(r"[0-9a-f]{64}\Z")
ACCEPTED = "the folder of an answer, as a verb left it"


def recorded_hashes(folder: Path) -> dict[str, str]:
    """The hash of each file by its name in the folder; QuestionError if the record cannot be read or names no file, or
    if something in the folder is neither file nor folder.
    """
    _refuse_what_leads_elsewhere(folder)
    path = folder / CRATE
    content = read_json(path)
    graph = content.get("@graph") if isinstance(content, dict) else None
    entities = [each for each in graph if isinstance(each, dict)] if isinstance(graph, list) else []
    files = [each for each in entities if each.get("@type") == "File"]
    problems = [problem for each in files for problem in _problems(path, each)]
    if not files:
        problems.append(_problem(path, "it names no file"))
    if problems:
        raise QuestionError(problems)
    return {str(each["@id"]): str(each["sha256"]) for each in files}


def read_json(path: Path) -> object:
    """What a file of the folder says; QuestionError if it is too large, cannot be read or is not JSON."""
    try:
        if path.stat().st_size > BYTES:
            raise QuestionError([_problem(path, f"it is larger than {BYTES:,} bytes")])
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise QuestionError([_problem(path, f"it cannot be read: {reason}")]) from error
    except (ValueError, RecursionError) as error:
        raise QuestionError([_problem(path, f"it is not JSON: {error}")]) from error


def _refuse_what_leads_elsewhere(folder: Path) -> None:
    """A link would have a file of another folder checked in place of the answer's; reading a device may never end."""
    try:
        entries = sorted(folder.rglob("*"))
    except OSError:
        return  # the folder is none, which reading its record will tell
    problems = [
        _problem(path, "it is neither a file nor a folder but a link or a device")
        for path in entries
        if path.is_symlink() or not (path.is_file() or path.is_dir())
    ]
    if problems:
        raise QuestionError(problems)


def _problems(path: Path, file: dict[str, object]) -> Iterator[Problem]:
    name, digits = file.get("@id"), file.get("sha256")
    if not isinstance(name, str) or not name or not _lies_inside(name):
        yield _problem(path, f"'{name}' is no file of the folder")
    if not isinstance(digits, str) or not HASH.match(digits):
        yield _problem(path, f"'{name}' has no sha256 of sixty-four hexadecimal digits")


def _lies_inside(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return not (name.startswith("/") or "\\" in name or "\0" in name or ".." in parts)


def _problem(path: Path, message: str) -> Problem:
    return Problem(f"record '{path}'", message, ACCEPTED)
