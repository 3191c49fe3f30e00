"""How many persons in fact end lower: single lives with the policies against single lives without, chance included."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from poverty_nodes.experiments.impact.bins import BINS
from poverty_nodes.experiments.impact.interval import over_seeds
from poverty_nodes.experiments.impact.shares import CROSSING, Shares
from poverty_nodes.experiments.impact.transitions import MOVES
from poverty_nodes.experiments.impact.winners import COLUMNS, LEAST_REPORTABLE, set_bins
from poverty_nodes.model.measures.crossing import dimension_of
from poverty_nodes.model.measures.groups_at_base import Numbers


def ex_post_table(
    labels: Sequence[str], sums: Numbers, moves: Numbers, scenario: str, shares: Shares | None
) -> pd.DataFrame:
    """A row a group from totals (populations, groups, COLUMNS) and moves (populations, comparisons, groups, MOVES).

    Persons by bin of the change in one life, and those who are poor in one of the two worlds only. Beside each stands
    its floor: two lives of the same persons without the policy, which have no luck in common.
    """
    persons, adults = (sums[:, :, COLUMNS.index(name)] for name in ("persons", "adults"))
    table = pd.DataFrame(
        {"scenario": scenario, "dimension": [dimension_of(each) for each in labels]}
    )
    table["group"], table["n"] = list(labels), persons.mean(axis=0)
    table["thin"] = adults.mean(axis=0) < LEAST_REPORTABLE
    first = COLUMNS.index(BINS[0])
    bins = sums[:, :, first : first + len(BINS)] / np.where(persons > 0, persons, np.nan)[..., None]
    nothing = np.full((*bins.shape[:2], len(BINS) + len(CROSSING)), np.nan)
    floor = nothing if shares is None else shares.single
    set_bins(table, bins, floor[:, :, : len(BINS)])
    for position, name in enumerate(CROSSING):
        table[name] = over_seeds(moves[:, 0, :, MOVES.index(name)]).mean
        table[f"floor_{name}"] = over_seeds(floor[:, :, len(BINS) + position]).mean
    return table
