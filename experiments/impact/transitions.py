"""Who crosses the poverty line: between the two worlds, and from the base month to the end in each of them.

Between the worlds it is persons' chances of being poor that count: 100 persons whose chance falls by .1 are 10 that are
expected to be out of poverty. Over time persons move as they do, luck included.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from poverty_nodes.experiments.impact.interval import over_seeds
from poverty_nodes.experiments.impact.paired import Pair
from poverty_nodes.experiments.impact.shares import Shares
from poverty_nodes.model.measures.crossing import dimension_of
from poverty_nodes.model.measures.groups_at_base import Numbers

COMPARISONS = ("policy", "over_time_without", "over_time_with")
"""From the world without to the world with at the end; from the base month to the end without, and with."""

FLOOR = "luck_alone"
"""The comparison of a placebo: what luck would leave of the first of `COMPARISONS` if the policy did nothing."""

MOVES = ("into", "out", "stay_in", "stay_out")


def group_moves(pair: Pair, line: float) -> Numbers:
    """Shares of each group's persons that move, shape (comparisons, groups, moves); NaN if it is empty.

    A person poor in six of the last twelve months without and in none with counts as half a person moving out.
    """
    base = (pair.base < line).astype(np.float64)
    without, enacted = pair.poverty_without[:, 0], pair.poverty_with[:, 0]
    steps = ((without, enacted), (base, without), (base, enacted))
    found = np.full((len(COMPARISONS), len(pair.members), len(MOVES)), np.nan)
    for number, (first, last) in enumerate(steps):
        moved = np.stack(
            [
                np.maximum(last - first, 0.0),
                np.maximum(first - last, 0.0),
                np.minimum(first, last),
                np.minimum(1 - first, 1 - last),
            ],
            axis=1,
        )
        for group, chosen in enumerate(map(np.flatnonzero, pair.members.values())):
            if chosen.size:
                weight = pair.weight[chosen]
                found[number, group] = weight @ moved[chosen] / weight.sum()
    return found


def transitions_table(
    labels: Sequence[str],
    moves: Numbers,
    persons: Numbers,
    scenario: str,
    shares: Shares | None = None,
) -> pd.DataFrame:
    """A row a comparison and group, from shares (populations, comparisons, groups, moves) that move.

    `persons` (populations, groups) are those of the group.
    For each move the share of the group's persons and the number of persons in the real town, with intervals. With
    `shares` the moves between the worlds are expected ones, and the floor stands beside them.
    """
    tables = []
    if shares is not None:
        moves = np.stack([expected_moves(moves, shares.expected), *moves.transpose(1, 0, 2, 3)[1:],
                          expected_moves(moves, shares.floor)], axis=1)  # fmt: skip
    for number, comparison in enumerate((*COMPARISONS, FLOOR)[: moves.shape[1]]):
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


def expected_moves(moves: Numbers, shares: Numbers) -> Numbers:
    """The moves (populations, groups, MOVES) that shares (populations, groups, bins and crossing) and who is poor make.

    Without the policy the same are poor as in single lives; those who are not expected to cross stay.
    """
    poor = moves[:, 0, :, MOVES.index("out")] + moves[:, 0, :, MOVES.index("stay_in")]
    into, out = shares[:, :, -2], shares[:, :, -1]
    return np.stack(
        [into, out, np.maximum(poor - out, 0.0), np.maximum(1 - poor - into, 0.0)], axis=2
    )
