"""Results of a validation that are kept in the repository, as Markdown."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from poverty_nodes.experiments.evidence.harness.in_words import figure

DOCS = Path(__file__).resolve().parents[3] / "docs"
COLUMNS = (
    *("pattern", "statistic", "band_low", "band_high", "value", "low", "high", "seeds", "status"),
    *("pattern_status", "kind", "value_without", "share", "share_low", "share_high", "dull_rivals"),
)
"""Columns of ledger.csv that are kept."""
HEAD = (
    "| {what} | statistic | model (95 %) | share that survives | verdict | dull rivals that do as well |",
    "|---|---|---|---|---|---|",
)


def kept(name: str) -> pd.DataFrame:
    """Read a table of docs/, with empty texts as such."""
    words = ("kind", "dull_rivals", "pattern_status")
    return pd.read_csv(DOCS / name, dtype=dict.fromkeys(words, str)).fillna(
        dict.fromkeys(words, "")
    )


def kept_lines(table: pd.DataFrame, what: str) -> list[str]:
    """Return a line for each statistic, under a heading whose first column is called `what`."""
    lines = [each.format(what=what) for each in HEAD]
    for each in table.itertuples():
        verdict = f"{each.pattern_status}{', ' if each.kind else ''}{each.kind}"
        lines.append(
            f"| {each.pattern} | {each.statistic} | {figure(each.value)} ({figure(each.low)} to {figure(each.high)}) | "
            f"{figure(each.share)} | {verdict} | {each.dull_rivals} |"
        )
    return lines


def not_judged(table: pd.DataFrame, ids: list[str]) -> str:
    """Say in words which of these the table lacks."""
    left = [each for each in ids if each not in set(table["pattern"])]
    return f"Not judged yet: {', '.join(left)}." if left else "All have been judged."
