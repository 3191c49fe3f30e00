"""shock.csv: what a shock does to persons' chances of being poor and to their consumption, by group."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from poverty_nodes.experiments.impact.interval import over_seeds
from poverty_nodes.experiments.impact.lives import People
from poverty_nodes.experiments.impact.shares import CROSSING, group_means, shares_of
from poverty_nodes.experiments.impact.winners import reportable, set_bins, set_spread
from poverty_nodes.model.measures.crossing import dimension_of
from poverty_nodes.model.measures.groups_at_base import Numbers

COMPARISONS = ("shock_without_policies", "shock_with_policies", "policies_against_the_shock")
"""What is compared, as shock.csv names it; the last is the difference of the other two, person by person."""


@dataclass(frozen=True)
class Change:
    """People of each population in two worlds; `factor` carries a change of chances to that which is meant."""

    populations: Sequence[People]
    factor: float = 1.0


def shock_table(changes: Mapping[str, Change], shown: Collection[str]) -> pd.DataFrame:
    """A row a comparison and group of the dimensions shown.

    `into` and `out` are expected rises and falls of the chance of being poor, as shares of the group's persons, and
    `floor_*` what luck alone would give; `P0_change` is their sum in points. With a single life of each person luck is
    counted in them, and there is no floor.
    """
    tables = [_rows(name, change) for name, change in changes.items()]
    table = pd.concat(tables, ignore_index=True)
    return table[table["dimension"].isin(shown)].reset_index(drop=True)


def _rows(name: str, change: Change) -> pd.DataFrame:
    people = change.populations
    labels = list(people[0].members)
    table = pd.DataFrame({"scenario": "with", "comparison": name, "group": labels})
    table.insert(2, "dimension", [dimension_of(label) for label in labels])
    counted = np.stack(
        [[(each.weight[m].sum(), m.sum()) for m in each.members.values()] for each in people]
    )
    table["n"], table["simulated"] = counted.mean(axis=0).T
    table["thin"] = ~reportable(counted[:, :, 1].mean(axis=0))
    set_spread(
        table, "P0_change", 100 * change.factor * _means(people, "poor_without", "poor_with")
    )
    consumed = _means(people, "without", "enacted")
    set_spread(table, "mean_change", consumed)
    _set_crossing(table, change)
    return table[table["n"] > 0]


def _set_crossing(table: pd.DataFrame, change: Change) -> None:
    """Who falls and who rises, with the floor, and the bins of consumption."""
    shares = shares_of(change.populations)
    if shares is None:
        found = np.stack([_of_single_life(each) for each in change.populations])
        floor = np.full_like(found, np.nan)
    else:
        found, floor = shares.expected[:, :, -2:], shares.floor[:, :, -2:]
        set_bins(table, shares.expected[:, :, :-2], shares.floor[:, :, :-2])
    for position, name in enumerate(CROSSING):
        set_spread(table, name, change.factor * found[:, :, position])
        table[f"floor_{name}"] = over_seeds(change.factor * floor[:, :, position]).mean


def _means(populations: Sequence[People], first: str, last: str) -> Numbers:
    """Mean changes of persons by population and group (populations, groups), over lives; NaN of nobody."""
    changes = ((each, getattr(each, last) - getattr(each, first)) for each in populations)
    return np.stack([group_means(each, rise.mean(axis=0)[:, None])[:, 0] for each, rise in changes])


def _of_single_life(people: People) -> Numbers:
    """Rises and falls of the chance of being poor by group (groups, 2), luck included."""
    rise = people.poor_with - people.poor_without
    sides = (np.maximum(rise, 0.0), np.maximum(-rise, 0.0))
    return group_means(people, np.stack([each.mean(axis=0) for each in sides], axis=1))
