"""What a waiting user sees on standard error: what is going on, how far, how long still."""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TextIO, TypeVar

from poverty_nodes.experiments.runs.pace import BEGUN, Pace, clock_time

Count = Callable[[bool], None]
"""To be called once a run, with whether it failed."""

Told = Callable[[int, int], None]
"""To be told how many parts are done, of how many."""

Item = TypeVar("Item")


def told_of(items: Iterable[Item], of: int, told: Told) -> Iterator[Item]:
    """Give one item after the other, and tell how many of how many are done."""
    for done, item in enumerate(items):
        told(done, of)
        yield item


_SECONDS_BETWEEN_LINES = 10.0


@dataclass(frozen=True)
class Steps:
    """What is called as work goes on: `done` once a unit, `more` and `left` when there are others than was thought."""

    pace: Pace
    told: Callable[[], None]

    def done(self, failed: bool) -> None:
        """Count a unit."""
        self.pace.count(failed)
        self.told()

    @contextmanager
    def meanwhile(self, doing: str) -> Iterator[Told]:
        """Say what has to be done before the next unit: gives what is told how many of its parts are done."""
        words = _Parts(doing)

        def told(done: int, of: int) -> None:
            self.pace.meanwhile = words(done, of)
            self.told()

        self.pace.meanwhile = doing
        self.told()
        try:
            yield told
        finally:
            self.pace.meanwhile = ""

    def more(self, units: int) -> None:
        """Count on more units than before."""
        self.pace.total += units

    def left(self, units: int) -> None:
        """Count on so many units from now on, whatever was said before."""
        self.pace.total = self.pace.done + units


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
    def parts(self, doing: str, unit: str = "parts") -> Iterator[Told]:
        """Give the function that is told how many parts are done of how many, and says how long the rest takes."""
        if self._quiet:
            yield lambda done, of: None
        elif self._stream.isatty():
            with _moving_parts(_Parts(doing, unit), self._stream) as told:
                yield told
        else:
            yield self._plain_parts(_Parts(doing, unit))

    def note(self, text: str) -> None:
        """Say a sentence that has nothing to do with how far things are; an empty one is none."""
        if text and not self._quiet:
            self._line(text)

    def _plain_parts(self, words: _Parts) -> Told:
        last = -math.inf

        def told(done: int, of: int) -> None:
            nonlocal last
            if done == of or time.monotonic() - last >= _SECONDS_BETWEEN_LINES:
                last = time.monotonic()
                self._line(words(done, of))

        return told

    @contextmanager
    def counting(self, total: int, unit: str = "runs") -> Iterator[Count]:
        """Give the function that counts a run or another unit; says nothing when there is nothing to do."""
        with self.steps(total, unit) as steps:
            yield steps.done

    @contextmanager
    def steps(self, total: int, unit: str = "runs") -> Iterator[Steps]:
        """Count units of which there may turn out to be more; says nothing when there is nothing to do."""
        pace = Pace(total, unit=unit)
        if self._quiet:
            yield Steps(pace, lambda: None)
            return
        try:
            if total and self._stream.isatty():
                with _moving_count(pace, self._stream) as told:
                    yield Steps(pace, told)
            else:
                yield Steps(pace, self._plain_lines(pace))
        finally:
            if pace.total:
                self._line(pace.summary())

    def _plain_lines(self, pace: Pace) -> Callable[[], None]:
        last = time.monotonic()
        was_begun = was_busy = False
        if pace.total:
            self._line(pace.words())  # at once: silence at the start looks like a hang

        def told() -> None:
            nonlocal last, was_begun, was_busy
            is_first = pace.done > 0 and not was_begun
            begins = bool(pace.meanwhile) and not was_busy
            was_begun, was_busy = pace.done > 0, bool(pace.meanwhile)
            if is_first or begins or time.monotonic() - last >= _SECONDS_BETWEEN_LINES:
                last = time.monotonic()
                self._line(pace.words())

        return told

    def _line(self, text: str) -> None:
        BEGUN.set()
        print(text, file=self._stream, flush=True)


@contextmanager
def _moving_stage(doing: str, stream: TextIO) -> Iterator[None]:
    BEGUN.set()
    from rich.console import Console  # slow to import, and of no use without a terminal

    with Console(file=stream).status(doing):
        yield


@contextmanager
def _moving_parts(words: _Parts, stream: TextIO) -> Iterator[Told]:
    BEGUN.set()
    from rich.console import Console

    with Console(file=stream).status(words.doing) as status:
        yield lambda done, of: status.update(words(done, of))


@contextmanager
def _moving_count(pace: Pace, stream: TextIO) -> Iterator[Callable[[], None]]:
    BEGUN.set()
    from rich.console import Console
    from rich.progress import BarColumn, SpinnerColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (SpinnerColumn(), BarColumn(bar_width=30), TextColumn("{task.description}"))
    with Bar(*columns, console=Console(file=stream), transient=True, refresh_per_second=4) as bar:
        task = bar.add_task(pace.words(), total=pace.total)
        yield lambda: bar.update(
            task, total=pace.total, completed=pace.done, description=pace.words()
        )


class _Parts:
    """The words for a work in parts, with the time that the rest takes once there is something to tell it by."""

    def __init__(self, doing: str, unit: str = "parts") -> None:
        self.doing, self._unit, self._began = doing, unit, time.monotonic()

    def __call__(self, done: int, of: int) -> str:
        text = f"{self.doing}: {done} of {of} {self._unit}"
        if not 0 < done < of:
            return text
        elapsed = time.monotonic() - self._began
        return f"{text}, {clock_time(elapsed * (of - done) / done)} left"
