"""What a waiting user sees on standard error: what is going on, how far, how long still."""

from __future__ import annotations

import math
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO, TypeVar

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

BEGUN = threading.Event()
"""Set once something is said of how far the work is."""


class Pace:
    """Counts runs, or other units of work, against the clock; what the store had already is not among them."""

    def __init__(
        self, total: int, clock: Callable[[], float] = time.monotonic, unit: str = "runs"
    ) -> None:
        """Start the clock, which tells seconds.

        `told` is called after each unit; `between` says what is done between two units, if anything is.
        """
        self.told: Callable[[], None] = lambda: None
        self.total = total
        self.unit = unit
        self.done = 0
        self.failed = 0
        self.between = ""
        self._clock = clock
        self._began = clock()
        self._first = 0.0

    def count(self, failed: bool = False) -> None:
        """Count one more unit, and say so."""
        self.done += 1
        self.failed += failed
        if self.done == 1:
            self._first = self._elapsed()
        self.told()

    @contextmanager
    def meanwhile(self, doing: str) -> Iterator[Told]:
        """Say what has to be done before the next unit: gives what is told how many of its parts are done."""
        words = _Parts(doing)

        def told(done: int, of: int) -> None:
            self.between = words(done, of)
            self.told()

        self.between = doing
        self.told()
        try:
            yield told
        finally:
            self.between = ""

    def more(self, units: int) -> None:
        """Count on more units than before."""
        self.total += units

    def left(self, units: int) -> None:
        """Count on so many units from now on, whatever was said before."""
        self.total = self.done + units

    @property
    def rate(self) -> float:
        """Runs a second; the first, which may have compiled the rules, counts only if alone."""
        if self.done < 2:
            return self.done / max(self._elapsed(), 1e-9)
        return (self.done - 1) / max(self._elapsed() - self._first, 1e-9)

    def words(self) -> str:
        """One line: "12/40 runs, 3.1 a second, 0:09 left, 1 failed"; what was not planned has no time left."""
        parts = [self._how_far(f"{self.done}/{self.total} {self.unit}")]
        if self.done:
            parts.append(f"{_figures(self.rate)} a second")
        if 0 < self.done <= self.total:
            left = (self.total - self.done) / self.rate
            parts.append(f"{clock_time(left)} left")
        between = f"; {self.between}" if self.between else ""
        return ", ".join([*parts, *self._failed_words()]) + between

    def summary(self) -> str:
        """One line for afterwards, which says so if the batch was stopped early."""
        so_far = f"{self.done} of {self.total}" if self.done < self.total else f"{self.done}"
        how_far = self._how_far(f"{so_far} {self.unit}")
        return ", ".join([f"{how_far} in {clock_time(self._elapsed())}", *self._failed_words()])

    def _how_far(self, within: str) -> str:
        """How many are done: `within` what was planned, or beyond it."""
        beyond = self.done - self.total
        return f"{self.done} {self.unit}, {beyond} more than planned" if beyond > 0 else within

    def _failed_words(self) -> list[str]:
        return [f"{self.failed} failed"] if self.failed else []

    def _elapsed(self) -> float:
        return self._clock() - self._began


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
            with _moving_parts(_Parts(doing), self._stream):
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
            yield steps.count

    @contextmanager
    def steps(self, total: int, unit: str = "runs") -> Iterator[Pace]:
        """Count units of which there may turn out to be more; says nothing when there is nothing to do."""
        pace = Pace(total, unit=unit)
        if self._quiet:
            yield pace
            return
        try:
            if total and self._stream.isatty():
                with _moving_count(pace, self._stream) as told:
                    pace.told = told
                    yield pace
            else:
                pace.told = self._plain_lines(pace)
                yield pace
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
            begins = bool(pace.between) and not was_busy
            was_begun, was_busy = pace.done > 0, bool(pace.between)
            if is_first or begins or time.monotonic() - last >= _SECONDS_BETWEEN_LINES:
                last = time.monotonic()
                self._line(pace.words())

        return told

    def _line(self, text: str) -> None:
        BEGUN.set()
        print(text, file=self._stream, flush=True)


@contextmanager
def _moving_parts(words: _Parts, stream: TextIO) -> Iterator[Told]:
    BEGUN.set()
    from rich.console import Console  # slow to import, and of no use without a terminal

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


def clock_time(seconds: float) -> str:
    """Minutes and seconds, with hours where there are any.

    >>> clock_time(65.2), clock_time(7200)
    ('1:05', '2:00:00')
    """
    minutes, second = divmod(round(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def _figures(number: float) -> str:
    return f"{number:.0f}" if number >= 100 else f"{number:.2g}"
