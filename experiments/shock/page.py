"""The section of the report on a shock."""

from __future__ import annotations

import pandas as pd

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.report.figures.sheet import Drawing
from poverty_nodes.experiments.report.labels import group_label
from poverty_nodes.experiments.report.numbers import NONE, count, per_cent
from poverty_nodes.experiments.report.section import Section
from poverty_nodes.experiments.report.table import Row, Table, then, with_interval
from poverty_nodes.experiments.shock import words
from poverty_nodes.experiments.shock.figure import draw_shock

NAME = "shock"


def section_of(comparison: Comparison) -> Section:
    """Losers first, then what the policies change, the figure and the table."""
    table = comparison.shock
    members: list[str | Drawing | Table] = [
        words.losers(table),
        words.against(table),
        draw_shock(comparison, table),
        shown_table(table),
        words.counted(table),
    ]
    return Section(NAME, "Who loses by the shock itself", members)


def shown_table(table: pd.DataFrame) -> Table:
    """A row a group: falls by the shock in both pairs of worlds, what the policies change, and luck alone beside."""
    by_name = {
        name: words.of(table, name).set_index("group")
        for name in (words.ALONE, words.HELPED, words.AGAINST)
    }
    alone, helped, against = by_name.values()
    rows = []
    for group in alone.index:
        if _is_fine(alone.loc[group, "dimension"]) or group not in against.index:
            continue
        cells = (
            count(alone.loc[group, "n"]),
            _share(alone.loc[group], "into"),
            _luck(alone.loc[group]),
            with_interval(alone.loc[group], "mean_change", "mean_change_low", "mean_change_high"),
            _share(helped.loc[group], "into"),
            _share(against.loc[group], "into"),
            _share(against.loc[group], "out"),
            _luck(against.loc[group]),
            with_interval(against.loc[group], "P0_change", "P0_change_low", "P0_change_high"),
        )
        rows.append(Row(group_label(group), cells, _tone(against.loc[group])))
    heads = (
        *("Group", "Persons", "Fall by the shock (95 %)", "Luck alone: fall, rise"),
        *("Consumption by the shock, $ a month (95 %)", "Fall with the policies (95 %)"),
        *("Policies make it harder (95 %)", "Policies spare (95 %)", "Luck alone: harder, spared"),
        "Change of what the shock does to the headcount, points (95 %)",
    )
    return Table("What the shock does, and what the policies change of it", heads, tuple(rows))


def _is_fine(dimension: str) -> bool:
    """Whether a dimension has too many groups for the table; shock.csv has them."""
    return dimension in ("node", "place")


def _share(row: pd.Series, name: str) -> str:
    ends = [row[f"{name}_low"], row[f"{name}_high"]]
    if ends[0] != ends[0]:
        return per_cent(row[name], 1)
    told = (per_cent(max(each, 0.0), 1) for each in ends)
    return then(per_cent(row[name], 1), " to ".join(told))


def _luck(row: pd.Series) -> str:
    if row["floor_into"] != row["floor_into"]:
        return NONE
    return f"{per_cent(row['floor_into'], 1)}, {per_cent(row['floor_out'], 1)}"


def _tone(row: pd.Series) -> str:
    return "loss" if row["P0_change_low"] > 0 else "gain" if row["P0_change_high"] < 0 else "unsure"
