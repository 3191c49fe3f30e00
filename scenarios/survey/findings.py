"""What a survey finds: an estimate for each number of a cluster that its answers can give, with its interval."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from scenarios.survey.design import (
    Guess,
    Sample,
    interval_of_share,
    interval_of_size,
    quantile,
)
from scenarios.survey.survey import Survey


@dataclass(frozen=True)
class Found:
    """One estimate: value with a 95 % interval of the design, rows it rests on, and what was done."""

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
        """Note a share, unless too few rows speak of it."""
        if self._enough(key, guess):
            t = quantile(sample.freedom)
            low, high = interval_of_share(guess.value, sample.error(guess), guess.rows, t)
            value = min(max(guess.value, 0.0), 1.0)
            self.found[key] = Found(value, *_around(value, low, high, 1.0), guess.rows, what)

    def size(
        self, key: str, guess: Guess, sample: Sample, what: str, kind: str = "measured"
    ) -> None:
        """Note a number above 0, unless too few rows speak of it."""
        if self._enough(key, guess) and guess.value > 0:
            t = quantile(sample.freedom)
            low, high = interval_of_size(guess.value, sample.error(guess), t)
            self.found[key] = Found(guess.value, low, high, guess.rows, what, kind)

    def _enough(self, key: str, guess: Guess) -> bool:
        if guess.rows < self.survey.map.fewest or not math.isfinite(guess.value):
            self.left_out[key] = guess.rows
            return False
        return True


def _around(value: float, low: float, high: float, most: float) -> tuple[float, float]:
    """Return an interval that holds the value and has some width."""
    low, high = min(low, value), max(high, value)
    return (low, high) if high - low > 1e-4 else (max(low - 1e-4, 0.0), min(high + 1e-4, most))


def sample_of_firms(survey: Survey, weights: NDArray[np.float64]) -> Sample:
    """The firms as a sample: each is a sampling unit unless units are named."""
    return Sample(
        weights, _unit(survey.firms.texts.get("psu"), len(weights)), _strata(survey, "firms")
    )


def sample_of_workers(survey: Survey, weights: NDArray[np.float64]) -> Sample:
    """The workers as a sample: those of a firm stand together, or those of a named unit."""
    units = survey.workers.texts.get("psu")
    if units is None and "psu" in survey.firms.texts:
        units = [survey.firms.texts["psu"][at] for at in survey.employer]
    if units is None:
        units = [str(at) for at in survey.employer]
    return Sample(weights, _unit(units, len(weights)), _strata(survey, "workers"))


def _unit(names: list[str] | None, rows: int) -> NDArray[np.int64]:
    """Number the sampling units; a row that names none is a unit of its own."""
    if names is None:
        return np.arange(rows)
    own = [name or f"\0{at}" for at, name in enumerate(names)]
    return np.unique(own, return_inverse=True)[1].astype(np.int64)


def _strata(survey: Survey, kind: str) -> NDArray[np.int64]:
    """Number the strata; workers are in the stratum of their firm unless they have one of their own."""
    sheet = getattr(survey, kind)
    names = sheet.texts.get("stratum")
    if names is None and kind == "workers" and "stratum" in survey.firms.texts:
        names = [survey.firms.texts["stratum"][at] for at in survey.employer]
    if names is None:
        return np.zeros(len(sheet), dtype=np.int64)
    return np.unique(names, return_inverse=True)[1].astype(np.int64)
