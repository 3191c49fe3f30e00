"""One world over time: levels of each measure and group at the base month and at the end, with intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from poverty_nodes.experiments.impact.cost import AMOUNTS, COUNTS, Programme, delivery
from poverty_nodes.experiments.impact.interval import Spread, over_seeds
from poverty_nodes.experiments.impact.outcomes import Outcomes
from poverty_nodes.experiments.impact.terms import Terms
from poverty_nodes.experiments.impact.winners import LEAST_REPORTABLE
from poverty_nodes.experiments.report.verdicts import PLAIN
from poverty_nodes.model.measures.crossing import (
    ALL_DIMENSIONS,
    Crossing,
    dimension_of,
    is_crossing,
)
from poverty_nodes.model.measures.groups_at_base import Numbers

BASE, END = "base", "end"
OF_THE_TOWN = (
    *("P0", "P1", "mean_welfare", "gini", "earnings", "employment", "mean_wage", "firms"),
    *("value_added", "exports"),
)
"""Measures of the whole town that the page tells."""


@dataclass(frozen=True)
class Town:
    """The outcomes of one scenario; `programmes` are what its policies spent and reached in each seed.

    `asked` are the groups of the question: dimensions, and crossings that the runs have measured.
    """

    outcomes: Outcomes
    terms: Terms
    programmes: Sequence[Programme]
    asked: Sequence[str] = ALL_DIMENSIONS

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The dimensions of persons that are told one by one: those asked for but nodes and places."""
        names = (
            Crossing.read(each).dimension if is_crossing(each) else each for each in self.asked
        )
        return tuple(each for each in names if each not in ("node", "place", "decile"))

    @property
    def plain(self) -> tuple[str, ...]:
        """Those of them that are named in sentences and drawn."""
        return tuple(each for each in self.dimensions if each in PLAIN)

    @property
    def seeds(self) -> int:
        """How many runs there are, each of another town of people."""
        return len(self.outcomes.seeds)

    def path(self, measure: str, group: str = "all") -> Spread:
        """A measure of a group by month, over seeds (months,)."""
        return over_seeds(self._samples(measure, group))

    def level(self, when: str, measure: str, group: str = "all") -> Spread:
        """Its level at the base month, or as a mean over the months that stand for the end."""
        samples = self._samples(measure, group)
        if when == BASE:
            return over_seeds(samples[:, 0])
        with np.errstate(invalid="ignore"):
            return over_seeds(samples[:, -self.terms.window :].mean(axis=1))

    def is_thin(self, group: str) -> bool:
        """Whether too few simulated persons are in a group, at the beginning or at the end."""
        counts = [float(self.level(when, "people", group).mean) for when in (BASE, END)]
        return not min(counts) * self.terms.scale >= LEAST_REPORTABLE

    def groups(self, dimensions: Sequence[str]) -> list[str]:
        """The groups of some dimensions with enough persons, in their order."""
        return [
            each
            for dimension in dimensions
            for each in self.outcomes.groups
            if dimension_of(each) == dimension and not self.is_thin(each)
        ]

    def levels(self) -> pd.DataFrame:
        """levels.csv: a row a measure and group, with its level at the base month and at the end."""
        rows = []
        for measure in self.outcomes.measures:
            for group in self.outcomes.groups:
                told = {when: self.level(when, measure, group) for when in (BASE, END)}
                if not np.isfinite([float(each.mean) for each in told.values()]).any():
                    continue
                ends = {
                    f"{when}{end}": float(value)
                    for when, each in told.items()
                    for end, value in (("", each.mean), ("_low", each.low), ("_high", each.high))
                }
                unit = self.outcomes.units.get(measure, "")
                rows.append({"measure": measure, "group": group, "unit": unit, **ends})
        return pd.DataFrame(rows)

    @cached_property
    def spending(self) -> dict[str, dict[str, Spread]]:
        """What each policy spends and reaches over the whole run, at the real scale."""
        names = [policy.name for policy in self.terms.policies]
        books = np.stack([delivery(each, names) for each in self.programmes])
        return {
            name: {
                field: over_seeds(books[:, at, column])
                for column, field in enumerate((*AMOUNTS, *COUNTS))
            }
            for at, name in enumerate(names)
        }

    def _samples(self, measure: str, group: str) -> Numbers:
        return self.outcomes.of_populations(measure, group)[:, 0]
