"""The tables that explain the change: each channel's and each component's part in a group's change, as text."""

from __future__ import annotations

import pandas as pd

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.report.labels import group_label, policy_label
from poverty_nodes.experiments.report.numbers import money
from poverty_nodes.experiments.report.table import Row, Table, with_interval
from poverty_nodes.experiments.report.why_words import channels_of

_OUTCOMES = {
    "P0": "headcount, points",
    "P1": "poverty gap, points",
    "mean_welfare": "consumption, $ a person a month",
    "earnings": "earnings, $ an adult a month",
    "poor_households": "poor households",
    "spent": "programme spending, $",
    "all_payers": "cost to all payers, $",
}
_MONEY = ("spent", "all_payers")


def channels_table(comparison: Comparison) -> Table:
    """Return a row for each group and a column for each channel, with intervals."""
    table, named = comparison.channels, channels_of(comparison)
    rows = []
    for group, found in table.groupby("group", sort=False):
        by_channel = found.set_index("channel")
        cells = tuple(
            with_interval(by_channel.loc[name], "change", "low", "high") for name in named
        )
        whole = with_interval(found.iloc[0], "total", "total_low", "total_high")
        rows.append(Row(group_label(str(group)), (whole, *cells)))
    heads = ("Group", "In all", *named.values())
    caption = "Change of mean consumption by channel, $ a person a month (95 %)"
    return Table(caption, heads, tuple(rows))


def components_table(comparison: Comparison) -> Table:
    """Return for all persons each component's share of each outcome and of the cost, alone, last, and the synergy."""
    table = comparison.attribution[comparison.attribution["group"] == "all"]
    rows: list[Row] = []
    for outcome, found in table.groupby("outcome", sort=False):
        rows.append(Row(_OUTCOMES[str(outcome)], tone="section"))
        for _, row in found.iterrows():
            cells = _money(row) if outcome in _MONEY else _numbers(row)
            rows.append(Row(policy_label(str(row["component"])), cells))
    heads = (
        "Component",
        "Shapley share (95 %)",
        "Alone (95 %)",
        "Last (95 %)",
        "Package",
        "Synergy (95 %)",
    )
    return Table("What each component does, all persons", heads, tuple(rows))


def _numbers(row: pd.Series) -> tuple[str, ...]:
    parts = [
        with_interval(row, name, f"{prefix}low", f"{prefix}high")
        for name, prefix in (("shapley", ""), ("alone", "alone_"), ("last", "last_"))
    ]
    total, synergy = (
        with_interval(row, name, f"{name}_low", f"{name}_high") for name in ("total", "synergy")
    )
    return (*parts, total, synergy)


def _money(row: pd.Series) -> tuple[str, ...]:
    found = (money(row[name]) for name in ("shapley", "alone", "last", "total", "synergy"))
    return tuple(found)
