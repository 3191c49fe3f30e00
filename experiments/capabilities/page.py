"""The section of the report on deprivations."""

from __future__ import annotations

import pandas as pd

from poverty_nodes.experiments.capabilities import words
from poverty_nodes.experiments.capabilities.by_weights import OF_THE_SET
from poverty_nodes.experiments.capabilities.deprivation import (
    Counted,
    Deprivation,
    reportable_groups,
)
from poverty_nodes.experiments.capabilities.figure import draw_deprivation, draw_nodes
from poverty_nodes.experiments.capabilities.groups import words_of
from poverty_nodes.experiments.report.figures.sheet import Drawing
from poverty_nodes.experiments.report.numbers import number, per_cent
from poverty_nodes.experiments.report.section import Boxed, Fold, Section
from poverty_nodes.experiments.report.table import Row, Table

NAME = "deprivation"
_EXPLAINED = (
    "Who is deprived in an indicator is told by its own test, who is deprived as a whole by what the deprivations "
    "weigh together (Alkire and Foster). H is the share deprived as a whole, A what they lack on average, M0 the one "
    "times the other. The same persons are compared with and without the policies; groups are those of the base "
    "month. An index hides who moves, so the share deprived in each indicator stands in the table."
)


def section_of(deprivation: Deprivation, nodes: pd.DataFrame) -> Section:
    """Sentences and figures of the first set, and for each set its tables and what the model does not have.

    `nodes` is the table of nodes.csv with its column `deprivation`.
    """
    members: list[str | Drawing | Table | Fold | Boxed] = []
    for place, counted in enumerate(deprivation.sets):
        members.append(words.headline(counted))
        members += words.whose_weights(counted)
        if place == 0:
            members.append(draw_deprivation(deprivation))
        members += [words.levels(counted, deprivation.window), words.flows(counted)]
        members += [words.groups(counted), indicators_table(counted)]
        members += [draw_nodes(deprivation, nodes)] if place == 0 else []
        if left_out := words.left_out(counted.chosen):
            members.append(Boxed(left_out))
        members.append(
            Fold(f"{counted.chosen.title}: by group, and under whose weights", _more(counted))
        )
    members.append(_EXPLAINED)
    return Section(NAME, "What people lack, counted together", members)


def _more(counted: Counted) -> list[str | Drawing | Table]:
    found: list[str | Drawing | Table] = [groups_table(counted), robustness_shown(counted)]
    if counted.elicited is not None:
        found += [by_weights_shown(counted), weights_shown(counted), *counted.elicited.notes]
    return [*found, f"Measure: {counted.chosen.source}."]


def indicators_table(counted: Counted) -> Table:
    """For all: each indicator's weight, the share deprived in it in both worlds, and what it adds to the change."""
    rows = []
    for name, weight in counted.chosen.weights.items():
        head, part = (_of(counted.table, "all", measure, name) for measure in ("hd", "actb"))
        cells = [
            per_cent(weight),
            *(per_cent(head[each], 1) for each in ("base", "without", "with")),
        ]
        cells += [_points(head), _signed_interval(part)]
        rows.append(Row(counted.chosen.indicators[name].title, tuple(cells)))
    heads = (
        "Deprived in",
        "Weight",
        "Base month",
        "Without",
        "With",
        "Change, points (95 %)",
        "Adds to M0 (95 %)",
    )
    return Table(f"What is lacked: {counted.chosen.title}", heads, tuple(rows))


def groups_table(counted: Counted) -> Table:
    """H and M0 of each group that is large enough, and who enters and leaves."""
    rows = []
    for group in reportable_groups(counted.table):
        head, index, entered, left = (
            _of(counted.table, group, measure) for measure in ("H", "M0", "entered", "left")
        )
        cells = (
            *(per_cent(head[each], 1) for each in ("without", "with")),
            *(number(index[each], 3) for each in ("without", "with")),
            _signed_interval(index),
            *(per_cent(each["change"], 1) for each in (entered, left)),
        )
        rows.append(Row(words_of(group), cells))
    heads = (
        "Group",
        "H without",
        "H with",
        "M0 without",
        "M0 with",
        "Change of M0 (95 %)",
        "Enter",
        "Leave",
    )
    return Table(f"By group: {counted.chosen.title}", heads, tuple(rows))


def robustness_shown(counted: Counted) -> Table:
    """Shares of all weights and cut-offs by sign."""
    table = counted.robustness[counted.robustness["k"].isna()]
    names = ("reduces", "reduces_surely", "raises", "raises_surely")
    rows = tuple(
        Row(words_of(row["group"]), tuple(per_cent(row[name]) for name in names))
        for _, row in table.iterrows()
    )
    heads = ("Group", "Reduced", "whatever the luck", "Raised", "whatever the luck")
    return Table("Share of all weights and cut-offs under which deprivation is", heads, rows)


def by_weights_shown(counted: Counted) -> Table:
    """A row a group that is measured, a column for each group whose weights they are."""
    table = counted.by_weights
    names = tuple(dict.fromkeys(table["weights_of"]))
    rows = []
    for group, found in table.groupby("group", sort=False):
        by_name = found.set_index("weights_of")
        rows.append(
            Row(words_of(str(group)), tuple(_signed_interval(by_name.loc[name]) for name in names))
        )
    heads = ("Change of M0 (95 %) of", *(f"by {name}" for name in names))
    return Table(f"Under whose weights: {counted.chosen.title}", heads, tuple(rows))


def weights_shown(counted: Counted) -> Table:
    """The weights of each group that was asked, and of the set."""
    names = tuple(dict.fromkeys(counted.weights["weights_of"]))
    rows = []
    for name, found in counted.weights.groupby("indicator", sort=False):
        by_name = found.set_index("weights_of")
        cells = tuple(_weight(by_name.loc[each], each) for each in names)
        rows.append(Row(counted.chosen.indicators[str(name)].title, cells))
    return Table("The weights themselves", ("Indicator", *names), tuple(rows))


def _weight(row: pd.Series, name: str) -> str:
    known = name != OF_THE_SET and row["low"] == row["low"]
    ends = f" ({number(100 * row['low'], 0)} to {number(100 * row['high'], 0)})" if known else ""
    return f"{per_cent(row['weight'])}{ends}"


def _of(table: pd.DataFrame, group: str, measure: str, indicator: str = "") -> pd.Series:
    rows = (table["group"] == group) & (table["measure"] == measure)
    return table[rows & (table["indicator"] == indicator)].iloc[0]


def _points(row: pd.Series) -> str:
    return _interval(row, 100.0, 1)


def _signed_interval(row: pd.Series) -> str:
    return _interval(row, 1.0, 3)


def _interval(row: pd.Series, factor: float, digits: int) -> str:
    change, low, high = (factor * float(row[name]) for name in ("change", "low", "high"))
    told = f"+{number(change, digits)}" if change > 0 else number(change, digits)
    return told if low != low else f"{told} ({number(low, digits)} to {number(high, digits)})"
