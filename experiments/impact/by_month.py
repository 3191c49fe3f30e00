"""The effect month by month: of each group, with its interval, and what the cluster has gained so far."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from poverty_nodes.experiments.impact.interval import by_population, over_seeds
from poverty_nodes.experiments.impact.outcomes import Outcomes
from poverty_nodes.model.measures.catalogue import BUILT_IN
from poverty_nodes.model.measures.crossing import dimension_of
from poverty_nodes.model.measures.groups_at_base import Numbers

MEASURES = {"P0": 100.0, "P1": 100.0, "mean_welfare": 1.0, "earnings": 1.0}
"""What is told by month, and the factor to its unit: points, or dollars a month."""

COLUMNS = ("scenario", "month", "group", "measure", "change", "low", "high", "sign_certain")


def by_month_table(outcomes: Outcomes, scenario: str, reportable: Collection[str]) -> pd.DataFrame:
    """A row for each month, group and measure: with less without, over seeds.

    Groups are of whoever belongs to them in that month. The measure `consumption_gained` is of the whole cluster:
    dollars of consumption gained since the base month, at the real scale.
    """
    tables = []
    for group in outcomes.groups:
        if dimension_of(group) == "place" or (group != "all" and group not in reportable):
            continue
        for measure, factor in told_by_month(outcomes.measures).items():
            paths = factor * outcomes.of_populations(measure, group)
            tables.append(_rows(outcomes, scenario, group, measure, paths[:, 1] - paths[:, 0]))
    gained = by_population(consumption_gained(outcomes), outcomes.seeds)
    tables.append(_rows(outcomes, scenario, "all", "consumption_gained", gained))
    return pd.concat(tables, ignore_index=True)


def told_by_month(measures: Collection[str]) -> dict[str, float]:
    """The measures that are reported by month: `MEASURES`, and those of installed packages in their own units."""
    return MEASURES | {name: 1.0 for name in measures if name not in BUILT_IN}


def consumption_gained(outcomes: Outcomes) -> Numbers:
    """Dollars of consumption that the cluster has gained up to each month, by seed (seeds, months)."""
    spent = np.nan_to_num(outcomes.path("people") * outcomes.path("mean_welfare"))
    weight = np.diff(outcomes.months, prepend=outcomes.months[:1])
    return np.cumsum((spent[:, 1] - spent[:, 0]) * weight, axis=1)


def _rows(
    outcomes: Outcomes, scenario: str, group: str, measure: str, change: Numbers
) -> pd.DataFrame:
    found = over_seeds(change)
    columns: dict[str, object] = {"scenario": scenario, "month": outcomes.months, "group": group}
    columns |= {"measure": measure, "change": found.mean, "low": found.low, "high": found.high}
    return pd.DataFrame(columns | {"sign_certain": found.sign_certain})
