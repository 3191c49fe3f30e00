"""What is said of packages that are set beside each other: their order, how sure it is, and what stays unspent."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from poverty_nodes.experiments.impact.cost import PACKAGE
from poverty_nodes.experiments.impact.interval import MOST_SEEDS
from poverty_nodes.experiments.report.labels import capital, group_label, listed, policy_label
from poverty_nodes.experiments.report.numbers import NONE, money, per_cent
from poverty_nodes.experiments.sweeps.packages import whole_packages

LIMITS = "more would have to be eligible, get more each, or fit into its capacity"
MOST_NAMED = 8
"""Packages that a sentence names; the others stand in packages.csv."""


def ranking(table: pd.DataFrame, names: dict[int, str]) -> list[str]:
    """Lines: a heading, a package each with intervals and what it could not spend, how sure the order is.

    Nothing below two packages.
    """
    whole = whole_packages(table)
    if len(whole) < 2:
        return []
    told = [
        f"{position}. {names[row['point']]}: {_dollars(row, 'gap_closed')} of poverty gap closed"
        f"{_a_dollar(row)}{_left(table, row)}{_undecided(row)}"
        for position, (_, row) in enumerate(whole.head(MOST_NAMED).iterrows(), start=1)
    ]
    if len(whole) > MOST_NAMED:
        told.append(f"{len(whole) - MOST_NAMED} more stand in packages.csv")
    return [f"{_heading(whole)}:", *told, _how_sure(whole, names)]


def shown_table(table: pd.DataFrame, names: dict[int, str]) -> pd.DataFrame:
    """The ranking as the page shows it, a row a package."""
    whole = whole_packages(table)
    rows = [
        {
            "package": names[row["point"]],
            "poverty gap closed (95 %)": _dollars(row, "gap_closed"),
            "for each $ spent": _dollars(row, "gap_closed_per_dollar"),
            "for each $ of the budget": _dollars(row, "gap_closed_per_budget_dollar"),
            "consumption gained (95 %)": _dollars(row, "consumption_gained"),
            "for each $ spent ": _dollars(row, "consumption_gained_per_dollar"),
            "spent (95 %)": _dollars(row, "spent"),
            "budget": money(row["budget"]),
            "unspent": money(row["unspent"]),
            "gap closed behind the first (95 %)": _dollars(row, "behind_first"),
            "order": row["verdict"],
            "seeds that would decide": _seeds(row),
        }
        for _, row in whole.iterrows()
    ]
    return pd.DataFrame(rows)


def equal_budget(whole: pd.DataFrame) -> float:
    """The budget of all packages; NaN if they have none or not the same."""
    budgets = whole["budget"].to_numpy(dtype=np.float64)
    same = bool(np.isfinite(budgets).all()) and np.allclose(budgets, budgets[0])
    return float(budgets[0]) if same else math.nan


def _heading(whole: pd.DataFrame) -> str:
    budget = equal_budget(whole)
    if not math.isfinite(budget):
        return "The packages rank, at budgets that are not equal (set budget= to make them so),"
    order = "rank" if _first_is_sure(whole) else "stand in this order, which may be luck"
    return f"At an equal budget of {money(budget)} the packages {order}"


def _first_is_sure(whole: pd.DataFrame) -> bool:
    """Whether the first closes some of the gap, and more than each other, whatever the luck."""
    others = whole.iloc[1:]
    return bool(whole.iloc[0]["gap_closed_low"] > 0 and (others["behind_first_low"] > 0).all())


def _how_sure(whole: pd.DataFrame, names: dict[int, str]) -> str:
    first, others = whole.iloc[0], whole.iloc[1:]
    name, closed = capital(names[first["point"]]), _dollars(first, "gap_closed")
    widening = _widening(whole, names)
    if not math.isfinite(first["gap_closed_low"]):
        return f"{widening}One seed tells nothing of how sure this order is."
    if not first["gap_closed_low"] > 0:
        if not (whole["gap_closed_low"] > 0).any():
            return f"{widening}Of none of the packages can it be told from luck that it closes any of the poverty gap."
        return f"{widening}That the first, {names[first['point']]}, closes any may be luck."
    sure = int((others["behind_first_low"] > 0).sum())
    told = f"{name} closes most of the poverty gap, {closed}{_a_dollar(first)}"
    if sure == len(others):
        return f"{widening}{told}: more than each other, whatever the luck."
    return (
        f"{widening}{told}; that it closes more holds whatever the luck against {sure or 'none'} of the "
        f"{len(others)} others."
    )


def _widening(whole: pd.DataFrame, names: dict[int, str]) -> str:
    """The packages that leave the poor with a wider gap whatever the luck, as a sentence of its own."""
    worse = whole[whole["gap_closed_high"] < 0]
    if worse.empty:
        return ""
    told = [
        f"{names[row['point']]} (by {money(-row['gap_closed'])})" for _, row in worse.iterrows()
    ]
    return f"Whatever the luck, the poverty gap is wider with {listed(told)}. "


def _dollars(row: pd.Series, name: str) -> str:
    if not math.isfinite(row[name]):
        return NONE
    low, high = row[f"{name}_low"], row[f"{name}_high"]
    ends = f" ({money(low)} to {money(high)})" if math.isfinite(low) else ""
    return f"{money(row[name])}{ends if low != high else ''}"


def _a_dollar(row: pd.Series) -> str:
    value = row["gap_closed_per_dollar"]
    return f", {_dollars(row, 'gap_closed_per_dollar')} for each $ spent" if value == value else ""


def _left(table: pd.DataFrame, row: pd.Series) -> str:
    """What the package could not spend, and which of its policies."""
    if not math.isfinite(row["unspent"]):
        return f", {money(row['spent'])} spent"
    if row["unspent"] < 0.005 * row["budget"]:
        return ", all of it spent"
    parts = table[(table["point"] == row["point"]) & (table["part"] != PACKAGE)]
    idle = parts[parts["unspent"] >= 0.005 * parts["budget"]]
    by = [f"{policy_label(each['part'])} {money(each['unspent'])}" for _, each in idle.iterrows()]
    left = f", {money(row['unspent'])} could not be spent{f' ({listed(by)})' if by else ''}"
    return left + _what_would(parts if len(parts) else table[table.index == row.name])


def _what_would(parts: pd.DataFrame) -> str:
    """The take-up at which each policy would spend its budget, or that none would."""
    told = []
    for _, row in parts.iterrows():
        needed, name = row["take_up_for_budget"], policy_label(str(row["part"]))
        name = "it" if row["part"] == PACKAGE else name
        if not needed > row["take_up"]:
            continue
        own = per_cent(row["take_up"])
        if row["dose"] == "spend":
            told.append(f"at a take-up of {own} {name} still does not spend all: {LIMITS}")
            continue
        ends = (
            f"would spend all at about {per_cent(needed)} instead of {own}"
            if needed <= 1
            else f"would not spend all even at 100 % instead of {own}: {LIMITS}"
        )
        told.append(f"if spending grows in step with take-up, {name} {ends}")
    return f"; {'; '.join(told)}" if told else ""


def _undecided(row: pd.Series) -> str:
    """That a package cannot be told from the first, and how many seeds would."""
    return f"; undecided against the first ({_seeds(row)})" if row["verdict"] == "undecided" else ""


def _seeds(row: pd.Series) -> str:
    needed = row["seeds_to_decide"]
    if needed != needed:
        return NONE
    if math.isinf(needed):
        return f"more than {MOST_SEEDS:,} seeds would be needed"
    return f"about {needed:,.0f} seeds"


def doses(table: pd.DataFrame, names: dict[int, str]) -> str:
    """The take-up of each policy that was raised or not, for a page whose doses were to spend the budget."""
    told = []
    for _, row in whole_packages(table).iterrows():
        parts = table[(table["point"] == row["point"]) & table["take_up"].notna()]
        each = [
            f"{'' if part['part'] == PACKAGE else policy_label(part['part']) + ' '}{per_cent(part['take_up'])}"
            for _, part in parts.iterrows()
        ]
        told.append(f"{names[row['point']]} ({', '.join(each)})")
    return f"Take-up was raised until each policy spends its part, where that can be: {'; '.join(told)}."


def group_table(table: pd.DataFrame, names: dict[int, str]) -> pd.DataFrame:
    """The order of the packages for each group as the page shows it."""
    rows = [
        {
            "for whom": group_label(row["group"]),
            "package": names[row["point"]],
            "poverty gap closed (95 %)": _dollars(row, "gap_closed"),
            "behind the first (95 %)": _dollars(row, "behind_first"),
            "order": row["verdict"],
            "seeds that would decide": _seeds(row),
        }
        for _, row in table.sort_values(["group", "rank", "point"]).iterrows()
    ]
    return pd.DataFrame(rows)
