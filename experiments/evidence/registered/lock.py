"""The lock: by which hash and on which day each version was laid down, so that nothing changes unseen afterwards.

A new or changed registration is entered by

    python -m poverty_nodes.experiments.evidence.registered.lock "why"
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable
from dataclasses import astuple, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path

from poverty_nodes.experiments.evidence.registered.files import (
    FOLDER,
    content_hash,
    names,
    versions,
)
from poverty_nodes.experiments.evidence.registered.measures import code_hash

Coded = Callable[[str], str]


@dataclass(frozen=True)
class Locked:
    """A line of lock.csv: a version of what is registered, with hashes of what it says and of how it is measured."""

    file: str
    date: str
    content: str
    code: str
    why: str


def lines(folder: Path = FOLDER) -> list[Locked]:
    """The lock, oldest first."""
    with (folder / "lock.csv").open(encoding="utf-8", newline="") as file:
        return [Locked(**row) for row in csv.DictReader(file)]


def problems(folder: Path = FOLDER, coded: Coded = code_hash) -> list[str]:
    """What is not as the lock has it: a version that was edited, is gone or not entered, or is measured otherwise."""
    known = {line.file: line for line in lines(folder)}
    found = []
    for file, line in known.items():
        path = folder / file
        if not path.is_file():
            found.append(f"{file} was laid down on {line.date} and is gone: old versions stay")
        elif content_hash(path) != line.content:
            found.append(f"{file} was edited: what is asked otherwise is a new version beside it")
    for name in names(folder):
        newest = versions(name, folder)[-1].relative_to(folder).as_posix()
        if newest not in known:
            found.append(f"{newest} is not entered in the lock")
        elif known[newest].code != coded(name):
            found.append(f"{name} is measured otherwise than when {newest} was laid down")
    return found


def enter(why: str, folder: Path = FOLDER, coded: Coded = code_hash) -> list[str]:
    """Enter each new version, and each whose measure has changed; returns them. Edited versions are not entered."""
    known = {line.file: line for line in lines(folder)}
    today = datetime.now(UTC).date().isoformat()
    added = []
    for name in names(folder):
        for path in versions(name, folder):
            file = path.relative_to(folder).as_posix()
            newest = path == versions(name, folder)[-1]
            line = Locked(file, today, content_hash(path), coded(name) if newest else "", why)
            old = known.get(file)
            if old is None or (newest and old.code != line.code and old.content == line.content):
                added.append(line)
    with (folder / "lock.csv").open("a", encoding="utf-8", newline="") as file_:
        csv.writer(file_, lineterminator="\n").writerows(astuple(each) for each in added)
    return [each.file for each in added]


def begin(folder: Path = FOLDER) -> None:
    """Write a lock without a line."""
    head = ",".join(each.name for each in fields(Locked)) + "\n"
    (folder / "lock.csv").write_text(head, encoding="utf-8")


def told(name: str, folder: Path = FOLDER) -> str:
    """Under what something was laid down, and whether anything was changed since, for the page and the terminal."""
    stem = f"{name}."
    mine = [line for line in lines(folder) if line.file.startswith(stem)]
    if not mine:
        return "not registered"
    first, last = mine[0], mine[-1]
    since = f"{last.content[:8]} of {last.date}"
    if len(mine) == 1:
        return f"{since}, unchanged since"
    return f"{since}, changed {len(mine) - 1} times since {first.date} ({last.why})"


if __name__ == "__main__":
    print("\n".join(enter(sys.argv[1])) or "nothing to enter")
