"""The same persons followed in time: moves over the poverty line, chronic and transient poverty."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from poverty_nodes.model.measures.poverty import foster_greer_thorbecke
from poverty_nodes.model.measures.sample import checked_line, weighted_sample


@dataclass(frozen=True)
class PovertyTransitions:
    """Shares of all persons, which sum to 1; all NaN if there are none."""

    into: float
    out_of: float
    staying_in: float
    staying_out: float

    @property
    def exit_rate(self) -> float:
        """Of those poor at first, the share no longer poor; NaN if nobody was poor."""
        poor = self.out_of + self.staying_in
        return self.out_of / poor if poor > 0 else math.nan

    @property
    def entry_rate(self) -> float:
        """Of those not poor at first, the share that became poor; NaN if all were poor."""
        fine = self.into + self.staying_out
        return self.into / fine if fine > 0 else math.nan


def poverty_transitions(
    base: ArrayLike, final: ArrayLike, weights: ArrayLike, line: float
) -> PovertyTransitions:
    """Who crossed the line between two dates; row i of `base` and `final` is one person.

    `line` holds at both dates, so welfare must be in constant prices. ValueError as in `poverty`.
    """
    before, persons = weighted_sample(base, weights)
    after, _ = weighted_sample(final, weights)
    was_poor, is_poor = before < checked_line(line), after < line
    people = persons.sum()

    def share(moved: NDArray[np.bool_]) -> float:
        return float(persons[moved].sum() / people) if people > 0 else math.nan

    return PovertyTransitions(
        into=share(~was_poor & is_poor),
        out_of=share(was_poor & ~is_poor),
        staying_in=share(was_poor & is_poor),
        staying_out=share(~was_poor & ~is_poor),
    )


@dataclass(frozen=True)
class PovertyOverTime:
    """Mean poverty over the dates, and how much of it would stay if welfare were smooth."""

    total: float
    chronic: float

    @property
    def transient(self) -> float:
        """Total less chronic; not negative at alpha >= 1, at alpha 0 it can be."""
        return self.total - self.chronic


def poverty_over_time(
    paths: ArrayLike, weights: ArrayLike, line: float, alpha: float = 2.0
) -> PovertyOverTime:
    """Chronic poverty is P(alpha) of each person's mean welfare over time; transient is the rest.

    `paths` has shape (people, dates), in constant prices. Jalan and Ravallion (1998), Journal of
    Comparative Economics 26, who take alpha = 2. ValueError if paths is not a matrix with a date.
    """
    welfare = np.asarray(paths, dtype=np.float64)
    if welfare.ndim != 2 or welfare.shape[1] == 0:
        raise ValueError(f"paths must have shape (people, dates), not {welfare.shape}")
    each = [foster_greer_thorbecke(date, weights, line, alpha) for date in welfare.T]
    chronic = foster_greer_thorbecke(welfare.mean(axis=1), weights, line, alpha)
    return PovertyOverTime(total=float(np.mean(each)), chronic=chronic)
