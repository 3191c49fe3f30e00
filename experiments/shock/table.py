"""shock.csv: what a shock does to persons' chances of being poor and to their consumption, by group."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from poverty_nodes.experiments.impact.interval import over_seeds
from poverty_nodes.experiments.impact.lives import People
from poverty_nodes.experiments.impact.shares import shares_of
from poverty_nodes.experiments.impact.winners import reportable, set_bins
from poverty_nodes.model.measures.crossing import dimension_of
from poverty_nodes.model.measures.groups_at_base import Numbers

CROSSING = ("into", "out")


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
    _set(table, "P0_change", 100 * change.factor * _means(people, "poor_without", "poor_with"))
    consumed = _means(people, "without", "enacted")
    _set(table, "mean_change", consumed)
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
        _set(table, name, change.factor * found[:, :, position])
        table[f"floor_{name}"] = over_seeds(change.factor * floor[:, :, position]).mean


def _set(table: pd.DataFrame, name: str, samples: Numbers) -> None:
    """The columns of a number by population and group (populations, groups)."""
    found = over_seeds(samples)
    table[name], table[f"{name}_low"], table[f"{name}_high"] = found.mean, found.low, found.high


def _means(populations: Sequence[People], first: str, last: str) -> Numbers:
    """Mean changes of persons by population and group (populations, groups), over lives; NaN of nobody."""
    return np.stack(
        [
            _in_groups(each, (getattr(each, last) - getattr(each, first)).mean(axis=0))
            for each in populations
        ]
    )


def _of_single_life(people: People) -> Numbers:
    """Rises and falls of the chance of being poor by group (groups, 2), luck included."""
    rise = people.poor_with - people.poor_without
    sides = (np.maximum(rise, 0.0), np.maximum(-rise, 0.0))
    return np.stack([_in_groups(people, each.mean(axis=0)) for each in sides], axis=1)


def _in_groups(people: People, values: Numbers) -> Numbers:
    """Weighted means of a number of persons (people,) by group (groups,); NaN of nobody."""
    found = [
        np.average(values[m], weights=people.weight[m]) if m.any() else np.nan
        for m in people.members.values()
    ]
    return np.array(found, dtype=np.float64)
