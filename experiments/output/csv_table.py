"""Writes tables as CSV: a spreadsheet takes no text for a formula, a terminal takes none for a command, numbers stay
numbers."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from poverty_nodes.scenarios.strict_yaml.printable import table_cell

if TYPE_CHECKING:
    import pandas as pd


def write_table(table: pd.DataFrame, path: Path, figures: str | None = "%.10g") -> None:
    """A table as CSV: ten significant digits, nothing where there is no number, the same bytes each time.

    `figures` is how numbers are written; None: with all their digits.
    """
    safe = table.rename(columns=_safe)
    for column in range(safe.shape[1]):
        values = safe.iloc[:, column]
        if values.dtype.kind not in "biufM":  # texts, or texts among numbers
            safe.isetitem(column, values.astype(object).map(_safe))
    safe.to_csv(path, index=False, float_format=figures, lineterminator="\n", encoding="utf-8")


def write_rows(
    stream: IO[str], header: Sequence[object], rows: Iterable[Sequence[object]], end: str = "\n"
) -> None:
    """A header and rows of single values as CSV."""
    writer = csv.writer(stream, lineterminator=end)
    writer.writerow([_safe(each) for each in header])
    writer.writerows([_safe(each) for each in row] for row in rows)


def _safe(value: object) -> object:
    return table_cell(value) if isinstance(value, str) else value
