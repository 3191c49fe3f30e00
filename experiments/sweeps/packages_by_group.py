"""The order of packages for a group of people: the poverty gap that each closes among them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from poverty_nodes.experiments.impact.cost import with_ends
from poverty_nodes.experiments.sweeps.packages import Books, ranked
from poverty_nodes.experiments.sweeps.sweep import Sweep

GROUPS = ("gender=female", "contract=homework")
"""Groups that have an order of their own, besides those of the outcomes: of whoever belongs to them in a month."""


def by_group_table(
    sweep: Sweep, books: Books, names: Mapping[int, Mapping[str, object]]
) -> pd.DataFrame:
    """packages_by_group.csv: a row a group and package, with rank, distance to the first, verdict and seeds needed."""
    tables = [_of_group(sweep, books, names, group) for group in books.groups]
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame()


def _of_group(
    sweep: Sweep, books: Books, names: Mapping[int, Mapping[str, object]], group: str
) -> pd.DataFrame:
    rows: list[dict[str, object]] = []
    closed: dict[int, dict[int, float]] = {}
    for point in sweep.points:
        gaps = {
            seed: books.gaps[point.number, "without", seed][group] - gap[group]
            for (number, arm, seed), gap in books.gaps.items()
            if number == point.number and arm == "with" and (number, "without", seed) in books.gaps
        }
        if not point.question.package or not gaps:
            continue
        closed[point.number] = gaps
        head = {"group": group, "point": point.number, **names[point.number]}
        rows.append(head | with_ends("gap_closed", np.array([*gaps.values()])))
    table = pd.DataFrame(rows)
    return ranked(table, table, closed) if rows else table
