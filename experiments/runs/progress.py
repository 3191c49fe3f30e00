"""What a waiting user sees on standard error: what is going on, how far, how long still."""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from experiments.runs.pace import Pace

Count = Callable[[bool], None]
"""To be called once a run, with whether it failed."""

_SECONDS_BETWEEN_LINES = 10.0


class Progress:
    """A moving line on a terminal, now and then a plain line elsewhere, nothing when quiet."""

    def __init__(self, quiet: bool = False, stream: TextIO | None = None) -> None:
        """Write to `stream`, standard error unless given."""
        self._quiet = quiet
        self._stream = stream or sys.stderr

    @contextmanager
    def stage(self, doing: str) -> Iterator[None]:
        """Say what is being done while it is: "compiling the rules (first time only)"."""
        if self._quiet:
            yield
        elif self._stream.isatty():
            with _moving_stage(doing, self._stream):
                yield
        else:
            self._line(f"{doing} ...")
            yield

    @contextmanager
    def parts(self, doing: str) -> Iterator[Callable[[int, int], None]]:
        """Give the function that is told how many parts are done of how many: one line, where it can be rewritten."""
        if self._quiet:
            yield lambda done, of: None
        elif self._stream.isatty():
            with _moving_parts(doing, self._stream) as told:
                yield told
        else:
            yield self._plain_parts(doing)

    def note(self, text: str) -> None:
        """Say a sentence that has nothing to do with how far things are; an empty one is none."""
        if text and not self._quiet:
            self._line(text)

    def _plain_parts(self, doing: str) -> Callable[[int, int], None]:
        last = -math.inf

        def told(done: int, of: int) -> None:
            nonlocal last
            if done == of or time.monotonic() - last >= _SECONDS_BETWEEN_LINES:
                last = time.monotonic()
                self._line(f"{doing}: {done} of {of} parts")

        return told

    @contextmanager
    def counting(self, total: int) -> Iterator[Count]:
        """Give the function that counts a run; says nothing when there is nothing to do."""
        pace = Pace(total)
        if self._quiet or not total:
            yield pace.count
            return
        try:
            if self._stream.isatty():
                with _moving_count(pace, self._stream) as count:
                    yield count
            else:
                yield self._plain_count(pace)
        finally:
            self._line(pace.summary())

    def _plain_count(self, pace: Pace) -> Count:
        last = time.monotonic()

        def count(failed: bool) -> None:
            nonlocal last
            pace.count(failed)
            # The first run is told at once: silence at the start looks like a hang.
            if pace.done == 1 or time.monotonic() - last >= _SECONDS_BETWEEN_LINES:
                last = time.monotonic()
                self._line(pace.words())

        return count

    def _line(self, text: str) -> None:
        print(text, file=self._stream, flush=True)


@contextmanager
def _moving_stage(doing: str, stream: TextIO) -> Iterator[None]:
    from rich.console import Console  # slow to import, and of no use without a terminal

    with Console(file=stream).status(doing):
        yield


@contextmanager
def _moving_parts(doing: str, stream: TextIO) -> Iterator[Callable[[int, int], None]]:
    from rich.console import Console

    with Console(file=stream).status(doing) as status:
        yield lambda done, of: status.update(f"{doing}: {done} of {of} parts")


@contextmanager
def _moving_count(pace: Pace, stream: TextIO) -> Iterator[Count]:
    from rich.console import Console
    from rich.progress import BarColumn, SpinnerColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (SpinnerColumn(), BarColumn(bar_width=30), TextColumn("{task.description}"))
    with Bar(*columns, console=Console(file=stream), transient=True, refresh_per_second=4) as bar:
        task = bar.add_task(pace.words(), total=pace.total)

        def count(failed: bool) -> None:
            pace.count(failed)
            bar.update(task, advance=1, description=pace.words())

        yield count
