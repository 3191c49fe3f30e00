"""How the tables of an answer are written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def write_table(table: pd.DataFrame, path: Path) -> None:
    """A table as CSV: ten significant digits, nothing where there is no number, the same bytes each time."""
    table.to_csv(path, index=False, float_format="%.10g", lineterminator="\n", encoding="utf-8")
