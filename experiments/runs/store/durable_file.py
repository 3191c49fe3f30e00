"""A file that appears whole or not at all, whatever happens to the program or the machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

UNFINISHED = ".unfinished-"
"""How the name of a file begins while it is written."""


@contextmanager
def durable(path: Path) -> Iterator[Path]:
    """Give the path to write to; at the end the file has its name, or is gone if something was raised."""
    unfinished = path.with_name(UNFINISHED + path.name)
    try:
        yield unfinished
        publish(unfinished, path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def publish(unfinished: Path, path: Path) -> None:
    """Make a file that is closed durable, then visible: a power cut leaves all of it or none."""
    _sync(unfinished, os.O_RDWR)
    unfinished.replace(path)
    if os.name == "posix":
        _sync(path.parent, os.O_RDONLY)


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
