"""What appears whole or not at all: a file, whatever happens to the machine, and a few steps when Ctrl-C comes."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

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


@contextmanager
def interrupt_afterwards() -> Iterator[None]:
    """Let a Ctrl-C that comes inside take effect on leaving; for work of some milliseconds.

    Outside the main thread, and where Ctrl-C is ignored, there is nothing to put off.
    """
    handler = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(handler):
        yield
        return
    came: list[tuple[int, FrameType | None]] = []
    signal.signal(signal.SIGINT, lambda number, frame: came.append((number, frame)))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
    if came:
        handler(*came[0])
