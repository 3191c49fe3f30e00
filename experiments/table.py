"""Rows for people (a table that fits the terminal) and for programs (CSV, JSON)."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Mapping, Sequence

Row = Mapping[str, object]
"""One line of a list; the keys are the columns, `id` and `title` always among them."""

NARROWEST, WIDEST = 60, 100


def as_text(rows: Sequence[Row], form: str) -> str:
    """The rows as table, csv or json; KeyError for another form."""
    return {"table": as_table, "csv": as_csv, "json": as_json}[form](rows)


def as_json(rows: Sequence[Row]) -> str:
    """A JSON list of objects."""
    return json.dumps([dict(row) for row in rows], indent=2, ensure_ascii=False)


def as_csv(rows: Sequence[Row]) -> str:
    """A header and a line for each row."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]) if rows else ["id", "title"], lineterminator="\n")
    writer.writeheader()
    writer.writerows([{key: cell(value) for key, value in row.items()} for row in rows])
    return text.getvalue().rstrip("\n")


def as_table(rows: Sequence[Row]) -> str:
    """As wide as the terminal, 60 to 100 characters; long cells are wrapped."""
    from rich.box import SIMPLE_HEAD  # slow to import
    from rich.console import Console
    from rich.table import Table

    if not rows:
        return "(none)"
    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=False)
    for column in rows[0]:
        is_name = column == "id"
        table.add_column(column, no_wrap=is_name, overflow="fold", style=None)
    for row in rows:
        table.add_row(*(cell(value) for value in row.values()))
    width = min(max(shutil.get_terminal_size((WIDEST, 24)).columns, NARROWEST), WIDEST)
    text = io.StringIO()
    Console(file=text, width=width, markup=False, highlight=False, color_system=None).print(table)
    return "\n".join(line.rstrip() for line in text.getvalue().strip("\n").splitlines())


def cell(value: object) -> str:
    """One value as text: nothing for None, few digits for a number.

    >>> cell(None), cell(0.30000000000000004), cell(True), cell(50000.0)
    ('', '0.3', 'true', '50000')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:.6g}" if isinstance(value, float) else str(value)
