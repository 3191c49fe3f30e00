"""What is said while the command begins, if that takes long: nothing can be counted before the question is read."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from poverty_nodes.experiments.runs.progress import BEGUN

SECONDS = 2.0
WORDS = "starting: libraries are loaded and the question is read, some seconds; longer on a busy machine"


@contextmanager
def told_if_slow(seconds: float = SECONDS) -> Iterator[None]:
    """Say once that the command is starting, unless progress was told of or the work is over by then."""
    BEGUN.clear()
    timer = threading.Timer(seconds, _say)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _say() -> None:
    if BEGUN.is_set() or sys.stderr is None:
        return
    try:
        print(WORDS, file=sys.stderr, flush=True)
    except (OSError, ValueError):  # nobody reads it any more, or the stream is closed
        return
