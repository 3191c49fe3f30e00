"""Who crosses the poverty line: between the two worlds, and from the base month to the end in each of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from poverty_nodes.experiments.impact.interval import over_seeds
from poverty_nodes.experiments.impact.paired import Pair
from poverty_nodes.model.measures.groups_at_base import Numbers, dimension_of
from poverty_nodes.model.measures.transitions import transitions_by_group

COMPARISONS = ("policy", "over_time_without", "over_time_with")
"""From the world without to the world with at the end; from the base month to the end without, and with."""

MOVES = ("into", "out", "stay_in", "stay_out")


def group_moves(pair: Pair, line: float) -> Numbers:
    """Shares of each group's persons that move, shape (comparisons, groups, moves); NaN if it is empty."""
    steps = (
        (pair.without, pair.enacted),
        (pair.base, pair.without),
        (pair.base, pair.enacted),
    )
    found = np.empty((len(COMPARISONS), len(pair.members), len(MOVES)))
    for number, (first, last) in enumerate(steps):
        moves = transitions_by_group(first, last, pair.weight, line, pair.members)
        found[number] = [
            (each.into, each.out_of, each.staying_in, each.staying_out) for each in moves.values()
        ]
    return found


def transitions_table(
    labels: Sequence[str], moves: Numbers, persons: Numbers, scenario: str
) -> pd.DataFrame:
    """A row a comparison and group from shares (seeds, comparisons, groups, moves), persons (seeds, groups).

    For each move the share of the group's persons and the number of persons in the real town, with intervals.
    """
    tables = []
    for number, comparison in enumerate(COMPARISONS):
        table = pd.DataFrame(
            {"scenario": scenario, "comparison": comparison, "group": list(labels)}
        )
        table.insert(2, "dimension", [dimension_of(label) for label in labels])
        table["n"] = persons.mean(axis=0)
        for position, move in enumerate(MOVES):
            share = moves[:, number, :, position]
            for name, samples in ((move, share), (f"{move}_persons", share * persons)):
                found = over_seeds(samples)
                table[name], table[f"{name}_low"] = found.mean, found.low
                table[f"{name}_high"] = found.high
        tables.append(table)
    return pd.concat(tables, ignore_index=True)
