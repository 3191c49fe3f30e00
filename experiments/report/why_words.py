"""Sentences that explain the effect of a package: by channel and by component."""

from __future__ import annotations

import pandas as pd

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.impact.interval import excludes_zero
from poverty_nodes.experiments.report.labels import (
    CHANNELS,
    capital,
    group_label,
    listed,
    policy_label,
)
from poverty_nodes.experiments.report.numbers import decimals, money, number, signed
from poverty_nodes.experiments.report.verdicts import PLAIN

_TOLD = ("all", "contract=homework", "contract=casual", "contract=regular", "contract=own_account")


def channels_of(comparison: Comparison) -> dict[str, str]:
    """Return the channels of the table in words, in their order, without those that have no effect on anybody."""
    carried = comparison.channels.groupby("channel")["change"].apply(lambda each: each.ne(0).any())
    return {name: label for name, label in CHANNELS.items() if carried.get(name, False)} or {
        "rest": CHANNELS["rest"]
    }


def channels(comparison: Comparison) -> str:
    """Name the channels with the largest effects, for all persons and for each contract."""
    table = comparison.channels
    told = []
    for group in (each for each in _TOLD if each in set(table["group"])):
        rows = table[table["group"] == group]
        sure = rows[excludes_zero(rows["low"], rows["high"])]
        head = f"{capital(group_label(group))} ({_dollars(float(rows['total'].iloc[0]))} a month in all)"
        if sure.empty:
            told.append(f"{head}: no channel can be told from luck.")
            continue
        strongest = sure.reindex(sure["change"].abs().sort_values(ascending=False).index).head(3)
        named = [
            f"{CHANNELS[row['channel']]} {_dollars(row['change'])}"
            for _, row in strongest.iterrows()
        ]
        told.append(f"{head}: {listed(named)}.")
    return " ".join(["Channels whose sign holds whatever the luck, the strongest first.", *told])


def channels_title(comparison: Comparison) -> str:
    """Name the channel with the largest gain and that with the largest loss for all persons."""
    rows = comparison.channels[comparison.channels["group"] == "all"]
    best, worst = rows.loc[rows["change"].idxmax()], rows.loc[rows["change"].idxmin()]
    parts = []
    if best["change"] > 0:
        parts.append(f"most is gained through {CHANNELS[best['channel']]}{_doubt(best)}")
    if worst["change"] < 0:
        parts.append(f"most is lost through {CHANNELS[worst['channel']]}{_doubt(worst)}")
    if not parts:
        return "No channel carries anything to all persons"
    return f"Of all persons' consumption {' and '.join(parts)}"


def _doubt(row: pd.Series) -> str:
    return "" if excludes_zero(row["low"], row["high"]) else " (which may be luck)"


def components(comparison: Comparison) -> str:
    """State each component's share of the headcount and of consumption, and how components interact."""
    table = comparison.attribution
    told = []
    for outcome, what, unit in (
        ("P0", "the headcount", "points"),
        ("mean_welfare", "mean consumption", "dollars a person a month"),
    ):
        rows = _of_all(table, outcome)
        if rows.empty:
            continue
        total = float(rows["total"].iloc[0])
        parts = [_share(row) for _, row in rows.iterrows()]
        told.append(
            f"Of the change of {what} by {signed(total, decimals(total))} {unit}, {listed(parts)}."
        )
        told.append(_synergy(rows, unit))
    return " ".join(filter(None, told))


def _share(row: pd.Series) -> str:
    sure = bool(excludes_zero(row["low"], row["high"]))
    value = signed(row["shapley"], max(decimals(row["shapley"]), 1))
    ends = f"{number(row['low'], 2)} to {number(row['high'], 2)}"
    doubt = "" if sure else ", may be luck"
    return f"{value} comes from {policy_label(str(row['component']))} ({ends}{doubt})"


def _synergy(rows: pd.DataFrame, unit: str) -> str:
    if len(rows) < 2:
        return ""
    row = rows.iloc[0]
    if not bool(excludes_zero(row["synergy_low"], row["synergy_high"])):
        return "Whether the components strengthen or weaken each other cannot be told from luck."
    size = f"{signed(row['synergy'], max(decimals(row['synergy']), 1))} {unit}"
    same = (row["synergy"] > 0) == (row["total"] > 0)
    how = "strengthen each other" if same else "get in each other's way, or do the same twice"
    return f"Together the components do {size} more than the sum of each alone: they {how}."


def components_title(comparison: Comparison) -> str:
    """Return the component with the largest share of the change of consumption."""
    rows = _of_all(comparison.attribution, "P0")
    if rows.empty:
        return "No component is enacted"
    most = rows.loc[rows["shapley"].abs().idxmax()]
    total = float(most["total"])
    if total == 0:
        return "The package does not move the headcount"
    return (
        f"Most of the change of the headcount comes from {policy_label(str(most['component']))}: "
        f"{signed(most['shapley'], decimals(most['shapley']))} of {signed(total, decimals(total))} points"
    )


def components_by_group_title(comparison: Comparison) -> str:
    """Say which component gives most to whom."""
    table = comparison.attribution
    plain = table["dimension"].isin(PLAIN)
    rows = table[(table["outcome"] == "mean_welfare") & plain]
    if rows.empty:
        return "No group is large enough to report"
    top = rows.loc[rows["shapley"].abs().idxmax()]
    component = policy_label(str(top["component"]))
    return (
        f"The largest single share: {component}, {_dollars(top['shapley'])} a person a month for "
        f"{group_label(top['group'])}"
    )


def _of_all(table: pd.DataFrame, outcome: str) -> pd.DataFrame:
    return table[(table["outcome"] == outcome) & (table["group"] == "all")]


def _dollars(value: float) -> str:
    return f"+{money(value)}" if value > 0 else money(value)
