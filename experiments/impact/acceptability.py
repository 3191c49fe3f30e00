"""How surely a package is worth its price: the share of runs in which a unit of effect costs less than a threshold.

For each threshold the share of runs whose net benefit is not negative, threshold * effect - cost >= 0 with an effect
above 0: the cost-effectiveness acceptability curve (van Hout, Al, Gordon and Rutten 1994). A run without an effect is
worth its price at no threshold, so a curve need not reach 1.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from poverty_nodes.model.measures.groups_at_base import Numbers

UNITS = {
    "household_lifted": np.geomspace(10.0, 1e7, 193),
    "gap_dollar_closed": np.geomspace(0.01, 1e4, 193),
}
"""Thresholds of each unit of effect, in dollars: thirty-two steps a power of ten."""

COLUMNS = ("scenario", "unit", "cost", "over", "runs", "threshold", "acceptable")
COSTS = ("spent", "all_payers")


def accepted(cost: Numbers, effect: Numbers, thresholds: Numbers) -> Numbers:
    """The share of runs (thresholds,) with a unit of effect for less than each threshold, from runs (runs,).

    >>> accepted(np.array([10.0, 30.0]), np.array([2.0, -1.0]), np.array([4.0, 5.0, 100.0])).tolist()
    [0.0, 0.5, 0.5]
    """
    worth = thresholds[:, None] * effect >= cost
    return np.asarray((worth & (effect > 0)).mean(axis=1))


def acceptability_table(
    costs: Mapping[str, Numbers], effects: Mapping[str, Numbers], over: str, scenario: str
) -> pd.DataFrame:
    """A row for each unit of effect, kind of cost and threshold.

    `costs` (COSTS) and `effects` (UNITS) are of the whole package, by run (runs,); `over` says what the runs are:
    "seeds" with every input at its value, or "draws" of the inputs.
    """
    tables = []
    for unit, effect in effects.items():
        for name, cost in costs.items():
            known = np.isfinite(effect) & np.isfinite(cost)
            if not known.any():
                continue
            thresholds = UNITS[unit]
            table = pd.DataFrame({"scenario": scenario, "unit": unit, "cost": name, "over": over,
                                  "runs": int(known.sum()), "threshold": thresholds})  # fmt: skip
            table["acceptable"] = accepted(cost[known], effect[known], thresholds)
            tables.append(table)
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(columns=list(COLUMNS))


def threshold_for(table: pd.DataFrame, share: float) -> float:
    """The least threshold at which so large a share of the runs is worth its price; NaN if none is.

    `table` holds the rows of one unit, cost and `over`.
    """
    enough = table.loc[table["acceptable"] >= share, "threshold"]
    return float(enough.min()) if len(enough) else float("nan")
