"""How far a batch is, how fast it goes and how long it still takes."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

BEGUN = threading.Event()
"""Set once something is said of how far the work is."""


class Pace:
    """Counts runs, or other units of work, against the clock; what the store had already is not among them."""

    def __init__(
        self, total: int, clock: Callable[[], float] = time.monotonic, unit: str = "runs"
    ) -> None:
        """Start the clock, which tells seconds. `meanwhile` is what is done between two units, if anything is."""
        self.total = total
        self.unit = unit
        self.done = 0
        self.failed = 0
        self.meanwhile = ""
        self._clock = clock
        self._began = clock()
        self._first = 0.0

    def count(self, failed: bool = False) -> None:
        """Count one more run."""
        self.done += 1
        self.failed += failed
        if self.done == 1:
            self._first = self._elapsed()

    @property
    def rate(self) -> float:
        """Runs a second; the first, which may have compiled the rules, counts only if alone."""
        if self.done < 2:
            return self.done / max(self._elapsed(), 1e-9)
        return (self.done - 1) / max(self._elapsed() - self._first, 1e-9)

    def words(self) -> str:
        """One line: "12/40 runs, 3.1 a second, 0:09 left, 1 failed"."""
        parts = [f"{self.done}/{self.total} {self.unit}"]
        if self.done:
            left = (self.total - self.done) / self.rate
            parts += [f"{_figures(self.rate)} a second", f"{clock_time(left)} left"]
        meanwhile = f"; {self.meanwhile}" if self.meanwhile else ""
        return ", ".join([*parts, *self._failed_words()]) + meanwhile

    def summary(self) -> str:
        """One line for afterwards, which says so if the batch was stopped early."""
        how_far = (
            f"{self.done} {self.unit}"
            if self.done == self.total
            else f"{self.done} of {self.total} {self.unit}"
        )
        return ", ".join([f"{how_far} in {clock_time(self._elapsed())}", *self._failed_words()])

    def _failed_words(self) -> list[str]:
        return [f"{self.failed} failed"] if self.failed else []

    def _elapsed(self) -> float:
        return self._clock() - self._began


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
