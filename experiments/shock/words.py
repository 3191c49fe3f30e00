"""What is said of a shock: who loses by it, the hardest hit first, and what the policies change of that."""

from __future__ import annotations

import pandas as pd

from poverty_nodes.experiments.report.labels import listed, people_label
from poverty_nodes.experiments.report.numbers import decimals, number, per_cent
from poverty_nodes.experiments.report.words import change, change_interval
from poverty_nodes.experiments.shock.table import COMPARISONS

ALONE, HELPED, AGAINST = COMPARISONS
MOST_NAMED = 5
NAMED = ("gender", "skill", "contract", "social_group", "decile")
"""Dimensions whose groups are named in sentences; places, tiers and nodes stand in the table and in shock.csv."""


def told(table: pd.DataFrame) -> list[str]:
    """What the terminal says of the shock: who loses by it; nothing if it was not asked."""
    return [] if table.empty else [losers(table)]


def losers(table: pd.DataFrame) -> str:
    """Who is hit, without the policies, the hardest hit first; then all persons."""
    rows = of(table, ALONE)
    hit = rows[(rows["P0_change_low"] > 0) & rows["dimension"].isin(NAMED)]
    hit = hit.sort_values("P0_change", ascending=False).head(MOST_NAMED)
    named = [
        f"{_people(row['group'])} (by {_points(row['P0_change'])})" for _, row in hit.iterrows()
    ]
    first = (
        f"Whatever the luck, the shock itself raises the headcount most among {listed(named)}."
        if named
        else "Of no group can it be told from luck that the shock itself makes it poorer."
    )
    whole = rows[rows["group"] == "all"].iloc[0]
    return (
        f"{first} Of all persons {per_cent(whole['into'], 1)} fall below the line by it and "
        f"{per_cent(whole['out'], 1)} rise above it without the policies{_luck(whole)}: the headcount is "
        f"{change(whole['P0_change'])}{_ends(whole)}."
    )


def against(table: pd.DataFrame) -> str:
    """What the policies change of the shock's own effect: for whom it is harder, first, and for whom easier."""
    rows = of(table, AGAINST)
    whole = rows[rows["group"] == "all"].iloc[0]
    helped = of(table, HELPED).set_index("group").loc["all"]
    groups = rows[rows["dimension"].isin(NAMED)]
    told = [
        f"whatever the luck it hits {listed([_people(each) for each in found['group'].head(MOST_NAMED)])} {how}"
        for how, found in (
            (
                "harder with them",
                groups[groups["P0_change_low"] > 0].sort_values("P0_change")[::-1],
            ),
            ("less with them", groups[groups["P0_change_high"] < 0].sort_values("P0_change")),
        )
        if len(found)
    ] or ["of no group can it be told from luck that they change what it does"]
    return (
        f"With the policies {per_cent(helped['into'], 1)} of all persons fall by the shock and "
        f"{per_cent(helped['out'], 1)} rise. Person by person the policies make the shock harder for "
        f"{per_cent(whole['into'], 1)} and spare {per_cent(whole['out'], 1)}{_luck(whole)}; what the shock does to the "
        f"headcount is {change(whole['P0_change'])} with them than without them{_ends(whole)}: {'; '.join(told)}."
    ).replace("unchanged with them than without them", "the same with them and without them")


def counted(table: pd.DataFrame) -> str:
    """How the section counts."""
    one_life = table["floor_into"].isna().all()
    luck = (
        " Each person has one life here, so that luck is counted as a fall or a rise: ask for ten seeds or more to "
        "have it taken out."
        if one_life
        else ""
    )
    return (
        "Four worlds are lived through under the same luck: with the shock and without it, each with the policies and "
        "without them. A fall is a rise of a person's chance of being poor at the end. What the policies change is the "
        "difference of two differences, taken for each person: what the shock does to her with the policies, less what "
        f"it does to her without them. Luck alone is the same for a placebo in which nothing differs but luck.{luck}"
    )


def title(table: pd.DataFrame) -> str:
    """The title of the figure."""
    alone, helped = (
        of(table, name).set_index("group").loc["all", "into"] for name in (ALONE, HELPED)
    )
    return (
        f"By the shock {per_cent(alone, 1)} of all persons fall below the line without the policies, "
        f"{per_cent(helped, 1)} with them"
    )


def _people(group: str) -> str:
    """A group as it is named within a sentence."""
    label = people_label(group)
    return f"the {label}" if label.endswith("tenth") else label


def of(table: pd.DataFrame, comparison: str) -> pd.DataFrame:
    """The rows of a comparison with groups that are large enough to report."""
    return table[(table["comparison"] == comparison) & ~table["thin"]]


def _luck(row: pd.Series) -> str:
    if row["floor_into"] != row["floor_into"]:
        return ""
    into, out = (per_cent(row[f"floor_{name}"], 1) for name in ("into", "out"))
    return f" (luck alone: {into} and {out})"


def _ends(row: pd.Series) -> str:
    low, high = row["P0_change_low"], row["P0_change_high"]
    if low != low:
        return ""
    sure = "whatever the luck" if low > 0 or high < 0 else "which may be luck"
    return f" ({change_interval(low, high)}, {sure})"


def _points(value: float) -> str:
    return f"{number(value, decimals(value))} points"
