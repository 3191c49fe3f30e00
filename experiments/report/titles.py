"""Titles of figures: each says what the figure shows, not only what its axes are."""

from __future__ import annotations

import math

import numpy as np

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.impact.cost import NO_REDUCTION
from poverty_nodes.experiments.impact.interval import excludes_zero
from poverty_nodes.experiments.impact.outcomes import Outcomes
from poverty_nodes.experiments.impact.over_lines import over_lines as lines_table
from poverty_nodes.experiments.report.labels import (
    capital,
    group_label,
    listed,
    months_at_end,
    people_label,
    span,
)
from poverty_nodes.experiments.report.numbers import (
    count,
    decimals,
    money,
    number,
    per_cent,
    signed,
)
from poverty_nodes.experiments.report.section_words import reportable_nodes
from poverty_nodes.experiments.report.words import change, change_interval


def over_time(comparison: Comparison) -> str:
    """Return a title on poverty in both worlds at the end."""
    found, when = comparison.headline, capital(months_at_end(comparison.terms))
    if not math.isfinite(found.change):
        return "Poverty over time was not measured"
    if found.change == 0:
        return f"{when}: {number(found.without, 1)} % are poor in both worlds"
    digits = decimals(found.change)
    return (
        f"{when}: {number(found.enacted, digits)} % are poor with the policies and "
        f"{number(found.without, digits)} % without"
    )


def difference(comparison: Comparison) -> str:
    """Return a title on the difference at the end, and whether it may be luck."""
    found, when = comparison.headline, capital(months_at_end(comparison.terms))
    value, low, high = found.change, found.low, found.high
    if not math.isfinite(value):
        return "The difference over time was not measured"
    if value == low == high == 0:
        return f"{when}: the headcount is the same in both worlds, in every seed"
    if not math.isfinite(low):
        return f"{when}: the headcount is {change(value)} in the one seed that was run"
    if excludes_zero(low, high):
        return f"{when}: the headcount is {change(value)} ({change_interval(low, high)})"
    return f"{when}: a difference cannot be told from luck, {change_interval(low, high)}"


def bins(comparison: Comparison) -> str:
    """Return a title on the shares that gain and lose."""
    row = comparison.winners.iloc[0]
    if row["gaining"] == 0 and row["losing"] == 0:
        more = "" if comparison.moved == 0 else " more than 1 per cent"
        return f"Nobody gains and nobody loses{more}"
    gain, lose = per_cent(row["gaining"]), per_cent(row["losing"])
    if comparison.lives > 1:
        return f"Of all persons {lose} are expected to lose and {gain} to gain"
    return f"Of all persons {lose} lose and {gain} gain"


def mean_change(comparison: Comparison) -> str:
    """The groups with the largest gain and loss that hold whatever the luck, in per cent."""
    table = comparison.winners
    plain = ~table["dimension"].isin(["all", "node", "decile", "place"]) & ~table["thin"]
    sure = table[plain & excludes_zero(table["percent_change_low"], table["percent_change_high"])]
    gain, lose = (sure[sign * sure["percent_change"] > 0] for sign in (1, -1))
    parts = []
    if not gain.empty:
        row = gain.loc[gain["percent_change"].idxmax()]
        parts.append(f"{people_label(row['group'])} gain most ({_size(row['percent_change'])} %)")
    if not lose.empty:
        row = lose.loc[lose["percent_change"].idxmin()]
        parts.append(f"{people_label(row['group'])} lose most ({_size(row['percent_change'])} %)")
    if comparison.moved == 0:
        return "No group gains or loses: each person consumes the same in both worlds"
    text = listed(parts) if parts else "no group gains or loses on average whatever the luck"
    return text[0].upper() + text[1:]


def incidence(comparison: Comparison) -> str:
    """Return a title on whether the poor gain more than others."""
    table = comparison.incidence[comparison.incidence["curve"] == "same_person"]
    poor, rich = table[table["percentile"] < 20], table[table["percentile"] > 80]
    if not table["growth"].notna().any():
        return "Growth by place in the distribution was not measured"
    if comparison.moved == 0:
        return "Nobody's consumption changes"
    first, last = float(poor["growth"].mean()), float(rich["growth"].mean())
    digits = decimals(first, last)
    told = [
        f"{signed(each, digits)} %" if math.isfinite(each) else "not measured"
        for each in (first, last)
    ]
    return f"Growth of the poorest fifth of the base month: {told[0]}; of the richest: {told[1]}"


def cells(comparison: Comparison) -> str:
    """Return a title on how many cells of node and tenth gain and lose whatever the luck."""
    table = comparison.cells[~comparison.cells["thin"].astype(bool)]
    if table.empty:
        return "No cell of node and tenth has enough people to report"
    sure = excludes_zero(table["low"], table["high"])
    gain = int((sure & (table["mean_change"] > 0)).sum())
    lose = int((sure & (table["mean_change"] < 0)).sum())
    return (
        f"Of {len(table)} cells of node and tenth with enough people, {gain} gain and {lose} lose "
        "whatever the luck"
    )


def over_lines(comparison: Comparison) -> str:
    """Return a title on whether poverty falls, or rises, at every line whatever the luck."""
    table = lines_table(comparison.monthly, comparison.terms.window)
    if not np.isfinite(table["change"]).all():
        return "Poverty at other lines was not measured"
    if (table["change"] == 0).all():
        return "At each of the three lines the headcount is the same in both worlds"
    ends = f"from ${table['line'].min():.2f} to ${table['line'].max():.2f} a day"
    for way, verb in ((-1, "falls"), (1, "rises")):
        if (excludes_zero(table["low"], table["high"]) & (way * table["change"] > 0)).all():
            return f"Poverty {verb} at each of the lines {ends}, whatever the luck"
    if (table["change"] < 0).all() or (table["change"] > 0).all():
        verb = "falls" if (table["change"] < 0).all() else "rises"
        return f"Poverty {verb} at each of the lines {ends}, though not at all of them more than luck can make it"
    return f"Poverty does not move the same way at all lines {ends}"


def by_month(comparison: Comparison) -> str:
    """Return a title on the month since which the effect on consumption holds whatever the luck."""
    rows = comparison.by_month
    rows = rows[(rows["measure"] == "mean_welfare") & (rows["group"] == "all")]
    sure = np.asarray(excludes_zero(rows["low"], rows["high"]))
    if (rows["change"] == 0).all():
        return "Mean consumption of all persons is the same in every month"
    if not len(sure) or not sure[-1]:
        return "The effect on mean consumption of all persons may be luck at the end"
    since = len(sure) - int(np.argmin(sure[::-1])) if not sure.all() else 0
    higher = "higher" if rows["change"].iloc[-1] > 0 else "lower"
    return f"Mean consumption is {higher} whatever the luck from month {int(rows['month'].iloc[since])} on"


def transitions(comparison: Comparison) -> str:
    """Return a title on persons lifted out of poverty and pushed into it."""
    row = comparison.transitions.iloc[0]
    if row["out_persons"] == 0 and row["into_persons"] == 0:
        return "Nobody crosses the poverty line because of the policies"
    return (
        f"{count(row['out_persons'])} persons are lifted out of poverty, "
        f"{count(row['into_persons'])} are pushed into it"
    )


def nodes(comparison: Comparison) -> str:
    """Return a title on the poorest node."""
    table = reportable_nodes(comparison)
    rows = table[(table["moment"] == "end_without") & (table["tier"] != "none")]
    if rows.empty or rows["P0"].isna().all():
        return "Poverty nodes: none is large enough to report"
    if (rows["P0"] == 0).all():
        return "Poverty nodes: nobody who works at one is poor at the end"
    row = rows.loc[rows["P0"].idxmax()]
    who = group_label(f"node={row['node']}")
    return (
        f"Without the policies poverty is highest among {who}: {number(row['P0'], 0)} % at the end"
    )


def cost(comparison: Comparison) -> str:
    """Return a title on the cost of lifting a household out of poverty, if any is lifted."""
    if comparison.cost.empty:
        return "No policy is enacted: nothing is spent"
    row = comparison.cost.iloc[-1]
    spent = f"{money(row['spent'])} of programme money in {span(comparison.terms.months)}"
    if row["all_payers"] > row["spent"]:
        spent += f", {money(row['all_payers'])} with what others bear"
    price = row["cost_per_household_lifted"]
    if row["households_lifted_verdict"] == NO_REDUCTION or not np.isfinite(price):
        if not row["households_lifted"] > 0:
            return f"{spent}; on balance no household is lifted out of poverty"
        return f"{spent}; that fewer households are poor may be luck"
    everybody = row["all_payers_cost_per_household_lifted"]
    each = money(price) if everybody == price else f"{money(price)} or {money(everybody)}"
    return f"{spent}: {each} for each household lifted out of poverty"


def told_from(monthly: Outcomes) -> int | None:
    """Return the month since which the headcount differs whatever the luck; None if it does not at the end."""
    found = monthly.spread("P0")[2]
    sure = found.certain
    if not sure.size or not sure[-1]:
        return None
    unsure = np.flatnonzero(~sure)
    return int(monthly.months[unsure[-1] + 1 if unsure.size else 0])


def _size(value: float) -> str:
    return number(abs(value), decimals(value))
