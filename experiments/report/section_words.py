"""A sentence or two on the findings of each section of the report."""

from __future__ import annotations

import math

import pandas as pd

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.impact.cost import NO_REDUCTION
from poverty_nodes.experiments.impact.family import family_of
from poverty_nodes.experiments.impact.interval import excludes_zero
from poverty_nodes.experiments.impact.transitions import FLOOR
from poverty_nodes.experiments.report.labels import group_label, listed, span
from poverty_nodes.experiments.report.numbers import count, decimals, money, number
from poverty_nodes.experiments.report.verdicts import plain_groups
from poverty_nodes.experiments.report.words import change


def transitions(comparison: Comparison) -> str:
    """Say how many persons the package lifts out of poverty and how many it pushes into it."""
    row = comparison.transitions.iloc[0]
    out, into = float(row["out_persons"]), float(row["into_persons"])
    if out == 0 and into == 0:
        return "Nobody is lifted out of poverty and nobody is pushed into it."
    net = out - into
    balance = (
        "no change in all"
        if round(net) == 0
        else f"{count(abs(net))} {'fewer' if net > 0 else 'more'}"
    )
    return (
        f"{_expected(comparison)}{count(out)} persons are out of poverty who would be in it without the policies, "
        f"and {count(into)} are in it who would not be. Number of the poor: {balance}."
        f"{_luck_alone(comparison)}"
    )


def _expected(comparison: Comparison) -> str:
    how = "by each person's chances" if comparison.lives > 1 else "the luck of single lives counted"
    return f"At the end, {how}, "


def _luck_alone(comparison: Comparison) -> str:
    rows = comparison.transitions[comparison.transitions["comparison"] == FLOOR]
    if rows.empty or not math.isfinite(rows.iloc[0]["out_persons"]):
        return ""
    out, into = (count(rows.iloc[0][name]) for name in ("out_persons", "into_persons"))
    return f" If the policies did nothing, luck would still make it seem {out} out and {into} in."


def families(comparison: Comparison) -> str:
    """Say how many groups and cells luck alone would flag, and how many hold when all are judged together."""
    tables = (
        ("groups", plain_groups(comparison.winners)),
        ("cells of node and tenth", comparison.cells[~comparison.cells["thin"].astype(bool)]),
    )
    told = []
    for what, table in tables:
        found = family_of(table, comparison.populations)
        if found is not None:
            told.append(
                f"Of {found.rows} {what} {found.flagged} are told from luck one by one; luck alone would flag about "
                f"{count(found.by_luck)}. Judged together, so that none of them is false with a chance of .95, "
                f"{found.losing} lose and {found.gaining} gain (Holm)."
            )
    return " ".join(told)


def incidence(comparison: Comparison) -> str:
    """Say what the poorest and the richest fifth gain."""
    table = comparison.incidence
    same = table[table["curve"] == "same_person"]
    if not same["growth"].notna().any():
        return "Growth by place in the distribution could not be measured."
    if comparison.moved == 0:
        return "Nobody's consumption changes, whatever their place in the distribution."
    poorest = same[same["percentile"] < 20]["growth"].mean()
    richest = same[same["percentile"] > 80]["growth"].mean()
    return (
        f"With the policies, consumption of the persons who began in the poorest fifth {_growth(poorest)}, "
        f"that of the richest fifth {_growth(richest)}."
    )


def _growth(value: float) -> str:
    if not math.isfinite(value):
        return "could not be compared (somebody consumes nothing or less)"
    if value == 0:
        return "is the same on average"
    direction = "higher" if value > 0 else "lower"
    if abs(value) < 0.0005:
        return f"is less than 0.001 per cent {direction}"
    return f"is {number(abs(value), decimals(value))} per cent {direction} than without"


def nodes(comparison: Comparison, most: int = 3) -> str:
    """Say where on the chain poverty is highest without the policies."""
    table = reportable_nodes(comparison)
    rows = table[(table["moment"] == "end_without") & (table["tier"] != "none")]
    rows = rows[rows["P0"].notna()].sort_values("P0", ascending=False, kind="stable").head(most)
    if rows.empty:
        return "No node of the chain is large enough to report."
    if (rows["P0"] == 0).all():
        return "Without the policies nobody at a node of the chain is poor at the end."
    named = [
        f"{group_label('node=' + row['node'])} ({number(row['P0'], 0)} % of {count(row['people'])} persons)"
        for _, row in rows.iterrows()
    ]
    return f"Without the policies poverty is highest at the end among {listed(named)}."


def reportable_nodes(comparison: Comparison) -> pd.DataFrame:
    """The nodes with enough simulated adults, judged by those who were there at the base month."""
    return comparison.nodes[~comparison.nodes["thin"].astype(bool)]


def cost(comparison: Comparison) -> str:
    """Say what the package spends, in all and for a household lifted out of poverty."""
    if comparison.cost.empty:
        return "No policy is enacted, so nothing is spent."
    row = comparison.cost.iloc[-1]
    spent = f"The programme spends {money(row['spent'])} in {span(comparison.terms.months)}"
    private = [
        f"{who} {'bear' if row[name] > 0 else 'are relieved of'} {money(abs(row[name]))}{more}"
        for name, who, more in (
            ("spent_firms", "firms", ", higher wages included"),
            ("spent_households", "households", ""),
        )
        if row[name] != 0
    ]
    head = "; ".join([spent, *private]) + "."
    return f"{head} {_cost_of_lifting(row)}"


def _cost_of_lifting(row: pd.Series) -> str:
    price, low, high = (row[f"cost_per_household_lifted{end}"] for end in ("", "_low", "_high"))
    if row["households_lifted_verdict"] == NO_REDUCTION or not math.isfinite(price):
        if not row["households_lifted"] > 0:
            return "On balance no household is lifted out of poverty, so that there is no cost for one."
        return (
            "That fewer households are poor may be luck, so no cost for a household lifted out of poverty "
            "is given."
        )
    everybody = row["all_payers_cost_per_household_lifted"]
    more = "" if everybody == price else f", {money(everybody)} with what others bear"
    return (
        f"A household lifted out of poverty costs {money(price)} of programme money (95 % interval "
        f"{money(low)} to {money(high)}){more}."
    )


def comparator(comparison: Comparison) -> str:
    """Say what happens to the comparator."""
    rows = comparison.winners[comparison.winners["group"] == "place=dispersed"]
    if rows.empty:
        return ""
    row = rows.iloc[0]
    sure = bool(excludes_zero(row["P0_change_low"], row["P0_change_high"]))
    direction = change(float(row["P0_change"]))
    verdict = direction if sure or direction == "unchanged" else f"not told from luck ({direction})"
    return (
        "In the comparator, the same trade outside the cluster, the headcount is "
        f"{verdict}; what changes there while the policies act in the cluster is a spillover."
    )
