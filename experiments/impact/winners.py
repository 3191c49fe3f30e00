"""Who gains and who loses: persons by group of the base month, in five bins of their own expected change."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from poverty_nodes.experiments.impact.bins import BINS, bins_of
from poverty_nodes.experiments.impact.interval import over_seeds
from poverty_nodes.experiments.impact.paired import Pair
from poverty_nodes.experiments.impact.shares import Shares
from poverty_nodes.model.measures.crossing import dimension_of
from poverty_nodes.model.measures.gaps import set_fgt_terms
from poverty_nodes.model.measures.groups_at_base import Numbers

LEAST_REPORTABLE = 30
"""Below this many simulated adults a seed a group is too thin to report."""

_ALPHAS = (0.0, 1.0, 2.0)
_COLUMNS = (
    "persons",
    "adults",
    *BINS,
    "base",
    "without",
    "with",
    "earnings_without",
    "earnings_with",
)
_POVERTY = tuple(
    f"P{alpha:.0f}_{when}" for when in ("base", "without", "with") for alpha in _ALPHAS
)
COLUMNS = (*_COLUMNS, *_POVERTY)
"""What `group_sums` adds up: persons (real), adults (simulated), persons in each bin, dollars, poverty terms."""


def group_sums(pair: Pair, line: float) -> Numbers:
    """Totals of every group of a pair, shape (groups, COLUMNS); `line` is dollars a person a month."""
    weight, people = pair.weight, pair.weight.size
    table = np.empty((people, len(COLUMNS)))
    table[:, 0], table[:, 1] = weight, 1.0
    table[:, 2:7] = weight[:, None] * (
        bins_of(pair.without, pair.enacted)[:, None] == np.arange(len(BINS))
    )
    for column, welfare in enumerate((pair.base, pair.without, pair.enacted), start=7):
        table[:, column] = weight * welfare
    table[:, 10], table[:, 11] = pair.earnings_without, pair.earnings_with
    first = len(_COLUMNS)
    set_fgt_terms(pair.base, weight, line, table[:, first : first + 3])
    table[:, first + 3 : first + 6] = weight[:, None] * pair.poverty_without
    table[:, first + 6 : first + 9] = weight[:, None] * pair.poverty_with
    chosen = (np.flatnonzero(members) for members in pair.members.values())
    return np.stack([table[rows].sum(axis=0) for rows in chosen])


def winners_table(
    labels: Sequence[str], sums: Numbers, scenario: str, shares: Shares | None = None
) -> pd.DataFrame:
    """A row a group from totals (populations, groups, COLUMNS); the columns are described in docs/using.md.

    Bins are those of `shares`, of each person's expected change, or without them those of single lives in `sums`.
    Money is dollars a month: `mean_change` of consumption a person, `earnings_change` of an adult's own earnings.
    Poverty is in percentage points; `percent_change` is the change of the group's mean; bins are shares.
    """
    total = {name: sums[:, :, position] for position, name in enumerate(COLUMNS)}
    persons, adults = _or_nan(total["persons"]), _or_nan(total["adults"])
    table = pd.DataFrame(
        {"scenario": scenario, "dimension": [dimension_of(each) for each in labels]}
    )
    table["group"] = list(labels)
    table["n"] = total["persons"].mean(axis=0)
    table["simulated"] = total["adults"].mean(axis=0)
    table["thin"] = table["simulated"] < LEAST_REPORTABLE
    _set_bins(table, total, persons, shares)
    for name in ("base", "without", "with"):
        table[f"welfare_{name}"] = over_seeds(total[name] / persons).mean
    change = (total["with"] - total["without"]) / persons
    set_spread(table, "mean_change", change, low="low", high="high")
    table["sign_certain"] = over_seeds(change).sign_certain
    growth = (total["with"] - total["without"]) / _or_nan(total["without"])
    set_spread(table, "percent_change", 100 * growth)
    for name in ("P0", "P1", "P2"):
        _poverty_columns(table, name, total, persons)
    earned = (total["earnings_with"] - total["earnings_without"]) / adults
    set_spread(table, "earnings_change", earned)
    table["earnings_sign_certain"] = over_seeds(earned).sign_certain
    return table


def _set_bins(
    table: pd.DataFrame, total: dict[str, Numbers], persons: Numbers, shares: Shares | None
) -> None:
    """Shares in each bin, who loses and gains in all, the floor of each, and who surely loses or gains."""
    single = np.stack([total[name] / persons for name in BINS], axis=2)
    bins = single if shares is None else shares.expected[:, :, : len(BINS)]
    floor = np.full(bins.shape, np.nan) if shares is None else shares.floor[:, :, : len(BINS)]
    sure = np.full((*bins.shape[:2], 2), np.nan) if shares is None else shares.sure
    set_bins(table, bins, floor)
    for number, name in enumerate(("surely_losing", "surely_gaining")):
        table[name] = over_seeds(sure[:, :, number]).mean


def set_bins(table: pd.DataFrame, bins: Numbers, floor: Numbers) -> None:
    """The columns of bins and their floor, from shares (populations, groups, BINS)."""
    for position, name in enumerate(BINS):
        table[name] = over_seeds(bins[:, :, position]).mean
    set_spread(table, "losing", bins[:, :, 0] + bins[:, :, 1])
    set_spread(table, "gaining", bins[:, :, 3] + bins[:, :, 4])
    for position, name in enumerate(BINS):
        table[f"floor_{name}"] = over_seeds(floor[:, :, position]).mean
    table["floor_losing"] = table[f"floor_{BINS[0]}"] + table[f"floor_{BINS[1]}"]
    table["floor_gaining"] = table[f"floor_{BINS[3]}"] + table[f"floor_{BINS[4]}"]


def _poverty_columns(
    table: pd.DataFrame, name: str, total: dict[str, Numbers], persons: Numbers
) -> None:
    for when in ("base", "without", "with"):
        table[f"{name}_{when}"] = over_seeds(100 * total[f"{name}_{when}"] / persons).mean
    change = 100 * (total[f"{name}_with"] - total[f"{name}_without"]) / persons
    set_spread(table, f"{name}_change", change)
    table[f"{name}_sign_certain"] = over_seeds(change).sign_certain


def set_spread(
    table: pd.DataFrame,
    name: str,
    samples: Numbers,
    low: str | None = None,
    high: str | None = None,
) -> None:
    """The columns of a number by sample and group: its mean, and the ends of its interval."""
    found = over_seeds(samples)
    table[name] = found.mean
    table[low or f"{name}_low"], table[high or f"{name}_high"] = found.low, found.high


def _or_nan(total: Numbers) -> Numbers:
    """Totals to divide by: a group that is empty in a seed has no mean there."""
    return np.where(total > 0, total, np.nan)


def reportable(adults: Numbers) -> NDArray[np.bool_]:
    """Which groups have enough simulated adults to report, from `adults` (groups,)."""
    return np.asarray(adults >= LEAST_REPORTABLE)
