"""Files that a run of somebody's own code reads though its address does not hang on them: such a run is no result.

Python tells hooks of every file that it opens. What the project, its caches and the libraries read is passed over.
"""

from __future__ import annotations

import os
import sys
import sysconfig
import threading
from collections.abc import Container, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from poverty_nodes.model.compiling.folder import cache_folder
from poverty_nodes.scenarios.code.closure import ROOT

_CODE = (".py", ".pyc", ".so", ".pyd", ".dll", ".dylib")
_SYSTEM = (
    *("/proc", "/sys", "/dev", "/etc", "/usr/lib", "/usr/share", "/var/lib"),
    *("/System", "/Library", "/private/var/db"),  # macOS
    *filter(None, [os.environ.get("SYSTEMROOT")]),  # Windows
)
_ROOMS = ("model", "scenarios", "experiments", "conf", "poverty_nodes")


class UnknownFileError(Exception):
    """A run has read a file that is not in its address: a changed file would not be another run."""


@dataclass
class _Opened:
    read: set[str] = field(default_factory=set)
    written: set[str] = field(default_factory=set)


class _Watch(threading.local):
    opened: _Opened | None = None


_watch = _Watch()


@contextmanager
def reading_no_other(known: Container[Path]) -> Iterator[None]:
    """Inside, no other files of data are read than the known ones; UnknownFileError at the end if some were."""
    _install()
    before, _watch.opened = _watch.opened, _Opened()
    try:
        yield
        opened = _watch.opened
    finally:
        _watch.opened = before
    read = {Path(each).resolve() for each in opened.read - opened.written}
    unknown = sorted(str(each) for each in read if each not in known and not _is_passed_over(each))
    if unknown:
        raise UnknownFileError(
            f"your own code reads {', '.join(unknown)} while it runs, and nothing in its text names that: a changed "
            "file would not be another run. Write the name of the file as a text into the module that reads it"
        )


@cache
def _install() -> None:
    sys.addaudithook(_note)


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if event != "open" or _watch.opened is None:
        return
    path, mode, flags = arguments
    if not isinstance(path, str | bytes | os.PathLike):
        return  # a file that is open already
    opened = _watch.opened
    is_written = isinstance(mode, str) and mode[:1] in ("w", "x", "a")
    is_written |= (
        mode is None and isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))
    )
    (opened.written if is_written else opened.read).add(os.fsdecode(path))


def _is_passed_over(path: Path) -> bool:
    is_code = path.suffix in _CODE or any(
        part.endswith((".dist-info", ".egg-info")) for part in path.parts
    )
    return is_code or not path.is_file() or any(path.is_relative_to(each) for each in _elsewhere())


@cache
def _elsewhere() -> tuple[Path, ...]:
    """Where files lie that are Python's, the libraries', the system's and the project's."""
    folder = cache_folder()
    python = (sys.prefix, sys.base_prefix, *sysconfig.get_paths().values())
    mine = [*([folder] if folder else []), *(ROOT / each for each in _ROOMS)]
    places: list[str | Path] = [*python, *_SYSTEM, *mine]
    return tuple(Path(each).resolve() for each in places)
