"""The table of what the answer hangs on, as text."""

from __future__ import annotations

from poverty_nodes.experiments.impact.not_known import TURNS, VANISHES, NotKnown
from poverty_nodes.experiments.report.table import Row, Table, with_interval

_VERDICTS = {TURNS: "turns round", VANISHES: "not told from none", "": ""}
_KINDS = {"low": "lowest", "neutral": "switched off", "high": "highest"}


def hangs_on_table(found: NotKnown) -> Table:
    """Return a section for each number, with a row for each value at which it was tried."""
    rows: list[Row] = []
    for _, trials in found.trials.groupby("input", sort=False):
        first = trials.iloc[0]
        own = f"{first['title']}: {first['own_value']:.4g} {first['unit']} ({first['kind']})"
        rows.append(Row(own, tone="section"))
        for _, row in trials.iterrows():
            cells = (
                f"{row['value']:.4g}",
                with_interval(row, "effect", "low", "high"),
                with_interval(row, "difference", "difference_low", "difference_high"),
                _VERDICTS[row["verdict"]],
            )
            rows.append(Row(_KINDS[row["at"]], cells, "loss" if row["verdict"] else ""))
    heads = (
        *("Value tried", "Value", "Effect on the headcount, points (95 %)"),
        *("Against its own value, points (95 %)", "The answer"),
    )
    return Table("What the answer hangs on", heads, tuple(rows), (3,))
