"""Files of SPSS and Stata as tables of text, with the labels and missing values that they declare.

They are read by pyreadstat (ReadStat), an optional extra: pip install 'poverty-nodes[survey]'.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from poverty_nodes.scenarios.errors import Problem
from poverty_nodes.scenarios.survey import table as limits
from poverty_nodes.scenarios.survey.csv_file import too_large
from poverty_nodes.scenarios.survey.number_style import PLAIN
from poverty_nodes.scenarios.survey.table import Table, missing_columns

READERS = {".sav": "read_sav", ".zsav": "read_sav", ".por": "read_por", ".dta": "read_dta"}


def read_statistical_file(path: Path, wanted: Sequence[str]) -> tuple[Table | None, list[Problem]]:
    """Return the wanted columns as text, and the problems; numbers are written plainly, codes keep their labels."""
    try:
        import pyreadstat
    except ImportError:
        message = "is a file of SPSS or Stata, and pyreadstat is not installed"
        remedy = "pip install 'poverty-nodes[survey]', or save the file as CSV, UTF-8"
        return None, [Problem(str(path), message, "pyreadstat", remedy=remedy)]
    if not path.is_file():
        return None, [Problem(str(path), "there is no such file", "the path of a file of data")]
    if path.stat().st_size > limits.LARGEST:
        return None, [too_large(path, 0)]
    read: Callable[..., tuple[Any, Any]] = getattr(pyreadstat, READERS[path.suffix.casefold()])
    try:
        _, about = read(str(path), metadataonly=True)
        problems = [*missing_columns(path.name, list(about.column_names), wanted)]
        if (about.number_rows or 0) > limits.MOST_ROWS:
            message = f"has {about.number_rows:,} rows"
            problems.append(Problem(path.name, message, f"at most {limits.MOST_ROWS:,}"))
        if problems:
            return None, problems
        kept = {} if path.suffix.casefold() == ".por" else {"user_missing": True}
        data, about = read(str(path), usecols=list(dict.fromkeys(wanted)), **kept)
    except (pyreadstat.ReadstatError, UnicodeError, ValueError, OSError) as error:
        remedy = "open and save it again with the program that made it, or as CSV, UTF-8"
        return None, [Problem(path.name, f"cannot be read: {error}", remedy=remedy)]
    return _table(path.name, data, about)


def _table(name: str, data: Any, about: Any) -> tuple[Table | None, list[Problem]]:
    if not len(data):
        return None, [Problem(name, "has no rows", "a row for each case")]
    columns, declared = {}, {}
    for column in data.columns:
        cells = [_text(value) for value in data[column].tolist()]
        codes = [*(about.missing_user_values or {}).get(column, [])]
        spans = (about.missing_ranges or {}).get(column, [])
        none = [bool(cell) and (cell in codes or _within(cell, spans)) for cell in cells]
        declared[column] = [cell if out else "" for cell, out in zip(cells, none, strict=True)]
        columns[column] = ["" if out else cell for cell, out in zip(cells, none, strict=True)]
    labels = {
        column: {_text(code): str(label) for code, label in words.items()}
        for column, words in (about.variable_value_labels or {}).items()
    }
    # Such a file has no header: its first data row is row 1.
    return Table(name, columns, list(range(1, len(data) + 1)), labels, declared, PLAIN), []


def _text(value: Any) -> str:
    """Return a value as the text of a cell: a whole number without decimals, "" for none."""
    if isinstance(value, float):
        return "" if value != value else f"{value:.15g}"
    return "" if value is None else str(value).strip()


def _within(cell: str, spans: Sequence[Mapping[str, Any]]) -> bool:
    """Return whether a code lies in one of the ranges that the file declares as missing."""
    number = PLAIN.read(cell)
    for span in spans:
        low, high = span["lo"], span["hi"]
        if isinstance(low, str) or isinstance(high, str):
            if cell == str(low).strip():
                return True
        elif number is not None and low <= number <= high:
            return True
    return False
