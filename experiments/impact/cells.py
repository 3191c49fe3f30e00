"""Winners and losers by poverty node and tenth of the distribution at once, frozen at the base month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from poverty_nodes.experiments.impact.paired import Pair
from poverty_nodes.experiments.impact.winners import COLUMNS, group_sums, winners_table
from poverty_nodes.model.measures.groups_at_base import DECILES, Numbers

CELL = "{node}; tenth {decile}"


def cell_sums(pair: Pair, line: float) -> tuple[tuple[str, ...], Numbers]:
    """The labels of all cells of node by decile, and their totals (cells, COLUMNS of winners)."""
    nodes = [name for name in pair.members if name.startswith("node=")]
    crossed = {
        CELL.format(node=node, decile=decile): pair.members[node] & pair.members[f"decile={decile}"]
        for node in nodes
        for decile in range(1, DECILES + 1)
    }
    return tuple(crossed), group_sums(replace(pair, members=crossed), line)


def cells_table(labels: Sequence[str], sums: Numbers, scenario: str) -> pd.DataFrame:
    """The columns of winners.csv with `node` and `decile` for dimension and group; empty cells are left out."""
    kept = sums[:, :, COLUMNS.index("persons")].sum(axis=0) > 0
    chosen = [label for label, each in zip(labels, kept, strict=True) if each]
    table = winners_table(chosen, sums[:, kept], scenario).drop(columns=["dimension", "group"])
    parts = [label.removeprefix("node=").split("; tenth ") for label in chosen]
    table.insert(1, "node", [node for node, _ in parts])
    table.insert(2, "decile", [int(decile) for _, decile in parts])
    return table
