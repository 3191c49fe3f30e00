"""Findings of a survey: an estimate with its interval for each number of a cluster that the answers can give."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from poverty_nodes.scenarios.survey.design import (
    Guess,
    Sample,
    interval_of_share,
    interval_of_size,
    quantile,
)
from poverty_nodes.scenarios.survey.survey import Survey


@dataclass(frozen=True)
class Found:
    """One estimate: its value, its 95 % interval by the design, the rows that it rests on, and how it was made."""

    value: float
    low: float
    high: float
    rows: int
    note: str
    kind: str = "measured"


@dataclass
class Findings:
    """Estimates by dotted key of a cluster; `left_out` says which had too few rows, `thin` which have few."""

    survey: Survey
    found: dict[str, Found] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)

    @property
    def thin(self) -> dict[str, int]:
        """Return the keys whose estimate rests on fewer rows than `thin`, with how many."""
        least = self.survey.map.thin
        return {key: each.rows for key, each in self.found.items() if each.rows < least}

    def share(self, key: str, guess: Guess, sample: Sample, what: str) -> None:
        """Add a share, unless it would rest on too few rows."""
        if self._enough(key, guess):
            t = quantile(sample.freedom)
            low, high = interval_of_share(guess.value, sample.error(guess), guess.rows, t)
            value = min(max(guess.value, 0.0), 1.0)
            self.found[key] = Found(value, *_around(value, low, high, 1.0), guess.rows, what)

    def size(
        self, key: str, guess: Guess, sample: Sample, what: str, kind: str = "measured"
    ) -> None:
        """Add a number above 0, unless it would rest on too few rows."""
        if self._enough(key, guess) and guess.value > 0:
            t = quantile(sample.freedom)
            low, high = interval_of_size(guess.value, sample.error(guess), t)
            self.found[key] = Found(guess.value, low, high, guess.rows, what, kind)

    def between(self, key: str, ends: Sequence[Guess], sample: Sample) -> None:
        """Widen the interval of a number asked in bands to its values at the lowest and highest ends of the bands."""
        found, t = self.found[key], quantile(sample.freedom)
        spans = [
            interval_of_size(each.value, sample.error(each), t) for each in ends if each.value > 0
        ]
        low = min([found.low, *(span[0] for span in spans)])
        high = max([found.high, *(span[1] for span in spans)])
        note = (
            f"{found.note} Asked in bands: at their lowest {ends[0].value:,.4g}, at their highest "
            f"{ends[1].value:,.4g}."
        )
        self.found[key] = replace(found, low=low, high=high, note=note, kind="derived")

    def _enough(self, key: str, guess: Guess) -> bool:
        if guess.rows < self.survey.map.fewest or not math.isfinite(guess.value):
            self.left_out[key] = guess.rows
            return False
        return True


def _around(value: float, low: float, high: float, most: float) -> tuple[float, float]:
    """Return an interval that holds the value and has some width."""
    low, high = min(low, value), max(high, value)
    return (low, high) if high - low > 1e-4 else (max(low - 1e-4, 0.0), min(high + 1e-4, most))
