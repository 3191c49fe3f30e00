"""The tables of gains and losses, of crossings of the poverty line, and of poverty nodes, as text."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd

from poverty_nodes.experiments.impact.bins import BINS
from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.impact.nodes import MOMENTS
from poverty_nodes.experiments.impact.transitions import FLOOR
from poverty_nodes.experiments.report.crossed_labels import crossed_dimensions
from poverty_nodes.experiments.report.labels import DIMENSIONS, dimension_label, group_label
from poverty_nodes.experiments.report.numbers import NONE, count, decimals, number, per_cent, signed
from poverty_nodes.experiments.report.section_words import reportable_nodes
from poverty_nodes.experiments.report.table import Row, Table, then, with_interval
from poverty_nodes.experiments.report.verdicts import GAIN, LOSS, verdict
from poverty_nodes.experiments.report.words import samples

LUCK_ALONE = "Luck alone: lose (> 5 %), gain (> 5 %)"
"""Column heading of the placebo, in which nothing but luck differs."""


def winners_table(comparison: Comparison, dimensions: Sequence[str], caption: str) -> Table:
    """Return bins, mean change, change of the headcount and of earnings, by group, with intervals and a verdict."""
    heads = (
        *("Group", "Persons", "lose > 5 %", "lose to 5 %", "same", "gain to 5 %", "gain > 5 %"),
        LUCK_ALONE,
        *(
            "Mean change, $ a month (95 %)",
            "%",
            "Headcount, points (95 %)",
            "Earnings, $ a month (95 %)",
        ),
        *(f"{samples(comparison).capitalize()} that agree", "Verdict"),
    )
    rows: list[Row] = []
    for dimension in dimensions:
        found = comparison.winners[comparison.winners["dimension"] == dimension]
        if not found.empty and dimension != "all":
            rows.append(Row(dimension_label(dimension), tone="section"))
        rows += [_winner(row, comparison.populations) for _, row in found.iterrows()]
    return Table(caption, heads, tuple(rows), words=(12,))


def _winner(row: pd.Series, populations: int) -> Row:
    head = group_label(row["group"])
    if row["thin"]:
        dash = (NONE,) * 11
        return Row(head, (count(row["n"]), *dash, "too few to report"), "thin")
    told = verdict(row)
    bins = (per_cent(row[name]) for name in BINS)
    sign = row["sign_certain"]
    cells = (
        count(row["n"]),
        *bins,
        _floor_of_bins(row),
        with_interval(row, "mean_change", "low", "high"),
        signed(row["percent_change"], decimals(row["percent_change"])),
        with_interval(row, "P0_change", "P0_change_low", "P0_change_high"),
        with_interval(row, "earnings_change", "earnings_change_low", "earnings_change_high"),
        f"{round(sign * populations)} of {populations}"
        if sign == sign
        else NONE,  # NaN: no sign to agree on
        told,
    )
    return Row(head, cells, {GAIN: "gain", LOSS: "loss"}.get(told, "unsure"))


def _luck_alone(row: pd.Series, *names: str) -> str:
    """Return what luck alone would give for each share, or a dash if there are too few lives to tell."""
    found = [row[f"floor_{name}"] for name in names]
    return NONE if found[0] != found[0] else ", ".join(per_cent(each, 1) for each in found)


def _floor_of_bins(row: pd.Series) -> str:
    if math.isnan(row["floor_losing"]):
        return NONE
    lose, much_less, gain, much_more = (
        per_cent(row[f"floor_{name}"], 1)
        for name in ("losing", "lose_over_5", "gaining", "gain_over_5")
    )
    return f"{lose} ({much_less}), {gain} ({much_more})"


def ex_post_table(comparison: Comparison, dimensions: Sequence[str]) -> Table:
    """Return how many end lower in a single life, luck included, by group."""
    heads = (
        *("Group", "Persons", "lose > 5 %", "lose to 5 %", "same", "gain to 5 %", "gain > 5 %"),
        *(LUCK_ALONE, "Out of poverty, %", "Into it, %", "Luck alone: out, into"),
    )
    found = comparison.ex_post
    rows = (
        Row(
            group_label(row["group"]),
            (
                count(row["n"]),
                *(per_cent(row[name]) for name in BINS),
                _floor_of_bins(row),
                per_cent(row["out"], 1),
                per_cent(row["into"], 1),
                _luck_alone(row, "out", "into"),
            ),
        )
        for _, row in found[found["dimension"].isin(dimensions) & ~found["thin"]].iterrows()
    )
    return Table("Ex post: how many in fact end lower, luck included", heads, tuple(rows))


def transitions_table(comparison: Comparison) -> Table:
    """Return persons and shares on different sides of the line in the two worlds, for the reportable groups."""
    found = comparison.transitions[comparison.transitions["comparison"] == "policy"]
    floor = comparison.transitions[comparison.transitions["comparison"] == FLOOR].set_index("group")
    plain = found["dimension"].isin([*DIMENSIONS][:7] + crossed_dimensions(found["dimension"]))
    reportable = found["group"].map(comparison.winners.set_index("group")["thin"]) == False  # noqa: E712
    heads = (
        *(
            "Group",
            "Lifted out, persons (95 %)",
            "% of group",
            "Pushed in, persons (95 %)",
            "% of group",
        ),
        *("Stay poor, %", "Stay out, %", "Luck alone: out, into"),
    )
    rows = (
        Row(
            group_label(row["group"]),
            (
                _persons(row, "out"),
                per_cent(row["out"], 1),
                _persons(row, "into"),
                per_cent(row["into"], 1),
                per_cent(row["stay_in"], 1),
                per_cent(row["stay_out"], 1),
                _floor_of_crossing(floor, row["group"]),
            ),
        )
        for _, row in found[plain & reportable].iterrows()
    )
    return Table("Poverty with the policies against without, at the end", heads, tuple(rows))


def _floor_of_crossing(floor: pd.DataFrame, group: str) -> str:
    if group not in floor.index or math.isnan(floor.loc[group, "out"]):
        return NONE
    return ", ".join(per_cent(floor.loc[group, name], 1) for name in ("out", "into"))


def _persons(row: pd.Series, move: str) -> str:
    low, high = max(0.0, row[f"{move}_persons_low"]), row[f"{move}_persons_high"]
    ends = NONE if low != low or high != high else f"{count(low)} to {count(high)}"
    return then(count(row[f"{move}_persons"]), ends)


def nodes_table(comparison: Comparison) -> Table:
    """Return each node at the base month and at the end of both worlds, and the change of its headcount."""
    table = reportable_nodes(comparison)
    earned = ("Earnings, $ a month, end without", "end with")
    poor = ("% poor, base", "end without", "end with", "Change, points (95 %)")
    heads = (
        *("Node", "Persons, base", "end without", "end with"),
        *(*earned, *poor, "Poverty gap, end with, %"),
    )
    rows = []
    for node, found in table.groupby("node", sort=False):
        base, without, enacted, moved = (
            found[found["moment"] == moment].iloc[0] for moment in MOMENTS
        )
        if not without["people"] > 0 and not enacted["people"] > 0:
            continue
        cells = (
            *(count(each["people"]) for each in (base, without, enacted)),
            *(number(each["earnings"], 0) for each in (without, enacted)),
            *(number(each["P0"], 1) for each in (base, without, enacted)),
            with_interval(moved, "P0", "P0_low", "P0_high"),
            number(enacted["P1"], 1),
        )
        rows.append(Row(group_label(f"node={node}"), cells))
    return Table("Poverty nodes: who works there at that time", heads, tuple(rows))
