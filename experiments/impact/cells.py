"""Winners and losers by poverty node and tenth of the distribution at once, frozen at the base month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from poverty_nodes.experiments.impact.paired import Pair
from poverty_nodes.experiments.impact.shares import Shares
from poverty_nodes.experiments.impact.winners import COLUMNS, group_sums, winners_table
from poverty_nodes.model.measures.deciles import DECILES
from poverty_nodes.model.measures.groups_at_base import Members, Numbers

CELL = "{node}; tenth {decile}"


def cell_sums(pair: Pair, line: float) -> tuple[tuple[str, ...], Numbers]:
    """The labels of all cells of node by decile, and their totals (cells, COLUMNS of winners)."""
    crossed = cell_members(pair.members)
    return tuple(crossed), group_sums(replace(pair, members=crossed), line)


def cell_members(members: Mapping[str, Members]) -> dict[str, Members]:
    """Who is in which cell of node by decile, from who is in which group."""
    return {
        CELL.format(node=node, decile=decile): each & members[f"decile={decile}"]
        for node, each in members.items()
        if node.startswith("node=")
        for decile in range(1, DECILES + 1)
    }


def cells_table(
    labels: Sequence[str], sums: Numbers, scenario: str, shares: Shares | None = None
) -> pd.DataFrame:
    """The columns of winners.csv with `node` and `decile` for dimension and group; empty cells are left out."""
    kept = sums[:, :, COLUMNS.index("persons")].sum(axis=0) > 0
    chosen = [label for label, each in zip(labels, kept, strict=True) if each]
    found = None if shares is None else shares.of_groups(kept)
    table = winners_table(chosen, sums[:, kept], scenario, found)
    table = table.drop(columns=["dimension", "group"])
    parts = [label.removeprefix("node=").split("; tenth ") for label in chosen]
    table.insert(1, "node", [node for node, _ in parts])
    table.insert(2, "decile", [int(decile) for _, decile in parts])
    return table
