"""The poverty nodes of the value chain: tier by contract by gender, at the base month and at the end."""

from __future__ import annotations

from collections.abc import Container

import numpy as np
import pandas as pd

from poverty_nodes.experiments.impact.interval import Spread, over_seeds
from poverty_nodes.experiments.impact.outcomes import Outcomes
from poverty_nodes.model.measures.groups_at_base import Numbers

MEASURES = ("people", "earnings", "P0", "P1", "P2")
"""What is told of a node; P0 to P2 are in per cent here."""

MOMENTS = ("base", "end_without", "end_with", "difference")
"""The base month; the mean of the last months in each world; with less without."""

_PER_CENT = {"P0", "P1", "P2"}


def nodes_table(
    outcomes: Outcomes, window: int, scenario: str, reportable: Container[str]
) -> pd.DataFrame:
    """A row a node and moment. People in a node are those who work there at that moment, not those of the base month.

    `reportable` holds the labels of nodes with enough simulated adults to report; the others are flagged `thin`.
    """
    nodes = [label for label in outcomes.groups if label.startswith("node=")]
    found = {
        measure: [
            _moments(outcomes.of_populations(measure, node), window, measure) for node in nodes
        ]
        for measure in MEASURES
    }
    rows = []
    for position, node in enumerate(nodes):
        tier, contract, gender = node.removeprefix("node=").split("|")
        for number, moment in enumerate(MOMENTS):
            row: dict[str, object] = {"scenario": scenario, "node": node.removeprefix("node=")}
            row |= {"tier": tier, "contract": contract, "gender": gender, "moment": moment}
            row["thin"] = node not in reportable
            for measure in MEASURES:
                spread = found[measure][position]
                row[measure] = spread.mean[number]
                row[f"{measure}_low"], row[f"{measure}_high"] = (
                    spread.low[number],
                    spread.high[number],
                )
            rows.append(row)
    return pd.DataFrame(rows, columns=_columns())


def _columns() -> list[str]:
    names = ["scenario", "node", "tier", "contract", "gender", "moment", "thin"]
    return names + [f"{measure}{end}" for measure in MEASURES for end in ("", "_low", "_high")]


def _moments(paths: Numbers, window: int, measure: str) -> Spread:
    """Over seeds at each of `MOMENTS`, from paths (populations, arms, months)."""
    last = slice(-window, None)
    base = paths[:, 0, 0]
    without, enacted = _mean(paths[:, 0, last]), _mean(paths[:, 1, last])
    factor = 100.0 if measure in _PER_CENT else 1.0
    return over_seeds(factor * np.stack([base, without, enacted, enacted - without], axis=1))


def _mean(months: Numbers) -> Numbers:
    """Mean over the months in which the node was not empty, (seeds, months) to (seeds,)."""
    known = np.isfinite(months)
    count = known.sum(axis=1)
    total = np.where(known, months, 0.0).sum(axis=1)
    return np.divide(total, count, out=np.full(total.shape, np.nan), where=count > 0)
