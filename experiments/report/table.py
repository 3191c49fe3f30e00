"""A table of the report as text, and how a value stands beside its interval."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from poverty_nodes.experiments.report.numbers import TIED, decimals, interval, signed


@dataclass(frozen=True)
class Row:
    """A row: its heading, its cells, and its tone ("", "gain", "loss", "unsure", "thin" or "section")."""

    head: str
    cells: tuple[str, ...] = ()
    tone: str = ""


@dataclass(frozen=True)
class Table:
    """A table with a caption and column headings; `words` columns (from the second, 0) hold text."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    words: tuple[int, ...] = ()


def with_interval(row: pd.Series, name: str, low: str, high: str) -> str:
    """A signed change from a row of a table, with its interval."""
    # An end that is not 0 should not be printed as 0, since that decides the verdict.
    digits = max(decimals(row[name]), min(2, decimals(row[low], row[high])))
    return then(signed(row[name], digits), interval(row[low], row[high], digits))


def then(value: str, ends: str) -> str:
    """A value and its interval, which is not broken over lines."""
    return f"{value} ({ends})".replace(" to ", f"{TIED}to{TIED}")
