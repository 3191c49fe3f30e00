"""Read a data file of any accepted kind: CSV, SPSS or Stata."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from poverty_nodes.scenarios.errors import Problem
from poverty_nodes.scenarios.survey.csv_file import read_csv
from poverty_nodes.scenarios.survey.statistical_file import read_statistical_file
from poverty_nodes.scenarios.survey.table import Table

STATISTICAL = (".sav", ".zsav", ".por", ".dta")
"""Endings of files of SPSS and Stata."""
SPREADSHEETS = (".xlsx", ".xls", ".ods")


def read_table(
    path: Path, wanted: Sequence[str], separator: str
) -> tuple[Table | None, list[Problem]]:
    """Return the wanted columns of a file as text and what is wrong; the table is None if it cannot be used."""
    ending = path.suffix.casefold()
    if ending in STATISTICAL:
        return read_statistical_file(path, wanted)
    if ending in SPREADSHEETS:
        message, accepted = f"'{ending}' is not read", ", ".join([".csv", *STATISTICAL])
        return None, [Problem(str(path), message, accepted, remedy="save it as CSV, UTF-8")]
    return read_csv(path, wanted, separator)
