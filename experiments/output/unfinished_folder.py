"""A folder is written under a hidden name first; folders that killed writers left under such names are found.

A writer holds a lock on its folder, which ends with it however it ends. Locks reach no further than a machine, so the
machine stands in the name: what one of another machine left is taken for abandoned after a day.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

UNFINISHED, EARLIER = "unfinished", "earlier"
"""What is being written; what stood there before, while the two change places."""
ABANDONED = 24 * 3600.0
"""Seconds after which a folder is nobody's, where locks cannot tell."""
_HIDDEN = re.compile(
    rf"\.(?P<name>.+)\.(?P<kind>{UNFINISHED}|{EARLIER})-(?P<machine>[0-9a-f]{{8}})-\w+", re.ASCII
)


class Left(NamedTuple):
    """A folder that a writer of `folder` left when it was killed."""

    path: Path
    kind: str
    folder: Path


@contextmanager
def unfinished_folder(folder: Path) -> Iterator[Path]:
    """Make an empty folder beside `folder`, locked while the block runs; OSError if there cannot be one."""
    while True:
        start = f"{_beginning(folder, UNFINISHED)}-"
        path = Path(tempfile.mkdtemp(prefix=start, dir=folder.parent))
        with locked(path):
            # Another writer may have taken it for a left one in the moment before it was locked.
            if path.exists():
                yield path
                return


def name_of_earlier(folder: Path) -> Path:
    """Where an earlier `folder` goes while a new one takes its place."""
    return folder.with_name(f"{_beginning(folder, EARLIER)}-{secrets.token_hex(4)}")


def left_in(parent: Path) -> Iterator[Left]:
    """Folders in `parent` that no writer holds any more, each locked while it is looked at."""
    for path in sorted(parent.glob(".*-*")):
        match = _HIDDEN.fullmatch(path.name)
        if match is None:
            continue
        with suppress(OSError):  # somebody holds it, or has just taken it away
            of_here = match["machine"] == _machine()
            with locked(path, wait=False) as is_locked:
                if (of_here and is_locked) or time.time() - path.stat().st_mtime > ABANDONED:
                    yield Left(path, match["kind"], parent / match["name"])


@contextmanager
def locked(folder: Path, wait: bool = True) -> Iterator[bool]:
    """Hold the lock of a folder, or say that there are no locks here.

    BlockingIOError if another holds it and `wait` is False; OSError if the folder is gone.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        yield False
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        yield _lock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    finally:
        os.close(descriptor)


def _lock(descriptor: int, how: int) -> bool:
    import fcntl

    try:
        fcntl.flock(descriptor, how)
    except BlockingIOError:
        raise
    except OSError:  # a disk on another machine that knows no locks
        return False
    return True


def _beginning(folder: Path, kind: str) -> str:
    return f".{folder.name}.{kind}-{_machine()}"


def _machine() -> str:
    return hashlib.sha256(socket.gethostname().encode()).hexdigest()[:8]
