"""packages.csv: what each package does against the baseline and against each other package, by group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.impact.interval import Spread, over_seeds
from poverty_nodes.model.measures.groups_at_base import Numbers

COLUMNS = ("package", "against", "group", "measure", "unit", "effect", "low", "high")
OF_GROUPS = {
    "P0": ("percentage points", "P0_change", "P0_change_low", "P0_change_high"),
    "P1": ("percentage points", "P1_change", "P1_change_low", "P1_change_high"),
    "mean_welfare": ("dollars a month", "mean_change", "low", "high"),
    "earnings": ("dollars a month", "earnings_change", "earnings_change_low", "earnings_change_high"),
    "losing": ("share", "losing", "losing_low", "losing_high"),
    "gaining": ("share", "gaining", "gaining_low", "gaining_high"),
}  # fmt: skip
"""Measures of groups of the base month: unit, and the columns of winners.csv with value and ends of the interval."""
OF_THE_TOWN = {"employment": "persons", "mean_wage": "dollars a month", "firms": "firms"}
"""Measures of the whole town, and their units."""


def packages_table(comparisons: Mapping[tuple[str, str], Comparison]) -> pd.DataFrame:
    """A row a package, what it is against, group and measure, over the months that stand for the end.

    Intervals are of luck alone: 95 % over base populations, paired within a seed.
    """
    rows = [
        (name, against, *row)
        for (name, against), comparison in comparisons.items()
        for row in _rows(comparison)
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _rows(comparison: Comparison) -> Iterator[tuple[object, ...]]:
    for _, row in comparison.winners[~comparison.winners["thin"]].iterrows():
        for measure, (unit, *names) in OF_GROUPS.items():
            yield (row["group"], measure, unit, *(row[name] for name in names))
    for measure, unit in OF_THE_TOWN.items():
        found = at_end(comparison, measure)
        yield ("all", measure, unit, float(found.mean), float(found.low), float(found.high))


def at_end(comparison: Comparison, measure: str) -> Spread:
    """The change of a measure of the whole town, its mean over the months that stand for the end."""
    paths: Numbers = comparison.monthly.of_populations(measure)[:, :, -comparison.terms.window :]
    with np.errstate(invalid="ignore"):
        return over_seeds((paths[:, 1] - paths[:, 0]).mean(axis=1))


def against_table(tables: Mapping[tuple[str, str], pd.DataFrame]) -> pd.DataFrame:
    """Tables of pairs below each other, with whose they are in the first two columns; empty ones are left out."""
    found = []
    for (name, against), table in tables.items():
        if not len(table.columns):
            continue
        rest = table.drop(columns="scenario", errors="ignore")
        rest.insert(0, "against", against)
        rest.insert(0, "package", name)
        found.append(rest)
    return pd.concat(found, ignore_index=True) if found else pd.DataFrame()
