"""Rows for people (a table that fits the terminal) and for programs (CSV, JSON)."""

from __future__ import annotations

import io
import json
import shutil
import textwrap
from collections.abc import Mapping, Sequence

from poverty_nodes.experiments.output.csv_table import write_rows
from poverty_nodes.scenarios.strict_yaml.printable import printable

Row = Mapping[str, object]
"""One line of a list; the keys are the columns, `id` and `title` always among them."""

ID_GRAMMAR = r"[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*(\.[A-Za-z0-9]+(_[A-Za-z0-9]+)*)*"
"""Every id that a list shows: words joined by _, and keys below keys joined by a point."""

NARROWEST, WIDEST = 60, 160
UNKNOWN = 100
"""The width where there is no terminal."""
GAP = 3
"""Blanks between two columns."""
LONG_ID = 0.4
"""Share of the width that ids may take before they stand on lines of their own."""
SHORT = 10
"""Letters up to which a column is not wrapped."""


def as_text(rows: Sequence[Row], form: str) -> str:
    """The rows as table, csv or json; KeyError for another form."""
    return {"table": as_table, "csv": as_csv, "json": as_json}[form](rows)


def as_json(rows: Sequence[Row]) -> str:
    """A JSON list of objects."""
    return json.dumps([dict(row) for row in rows], indent=2)


def as_csv(rows: Sequence[Row]) -> str:
    """A header and a line for each row."""
    text = io.StringIO()
    header = list(rows[0]) if rows else ["id", "title"]
    write_rows(text, header, ([cell(row.get(key)) for key in header] for row in rows))
    return text.getvalue().rstrip("\n")


def as_table(rows: Sequence[Row]) -> str:
    """As wide as the terminal, 60 to 160 characters; long cells are wrapped between words and no word is cut.

    Where ids take more than two fifths of the width, or the longest words of all columns do not fit side by side, the
    rest of a row stands below its first cell.
    """
    if not rows:
        return "(none)"
    width = min(max(shutil.get_terminal_size((UNKNOWN, 24)).columns, NARROWEST), WIDEST)
    longest = max(len(cell(row.get("id"))) for row in rows)
    least = sum(_least_width(rows, column) + GAP for column in rows[0]) - 1
    is_tight = longest > width * LONG_ID or least > width
    return _stacked(rows, width) if is_tight else _side_by_side(rows, width)


def _stacked(rows: Sequence[Row], width: int) -> str:
    """The first cell of each row on a line of its own, what is said of it below and indented."""
    lines = []
    for row in rows:
        first, *others = row
        names = "id" in row  # beside an id the cells speak for themselves
        said = [(key.replace("\n", " "), cell(row[key])) for key in others]
        text = "; ".join(each if names else f"{key} {each}" for key, each in said if each)
        lines.append(cell(row[first]))
        lines += textwrap.wrap(text, width, initial_indent="    ", subsequent_indent="    ",
                               break_long_words=False, break_on_hyphens=False)  # fmt: skip
    return "\n".join(lines)


def _least_width(rows: Sequence[Row], column: str) -> int:
    """The letters that a column needs so that no word of it is cut, and no short cell is wrapped."""
    cells = [column, *(cell(row.get(column)) for row in rows)]
    if _is_whole(rows, column):
        return max(len(line) for each in cells for line in each.split("\n") or [""])
    return max((len(word) for each in cells for word in each.split()), default=0)


def _is_whole(rows: Sequence[Row], column: str) -> bool:
    """Whether the cells of a column are never wrapped: ids, and short ones."""
    longest = max(len(line) for line in column.split("\n"))
    longest = max(longest, *(len(cell(row.get(column))) for row in rows))
    return column == "id" or longest <= SHORT


def _side_by_side(rows: Sequence[Row], width: int) -> str:
    from rich.box import SIMPLE_HEAD  # slow to import
    from rich.console import Console
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=False)
    for column in rows[0]:
        table.add_column(
            column,
            no_wrap=_is_whole(rows, column),
            min_width=_least_width(rows, column),
            overflow="fold",
            style=None,
        )
    for row in rows:
        table.add_row(*(cell(value) for value in row.values()))
    text = io.StringIO()
    Console(file=text, width=width, markup=False, highlight=False, color_system=None).print(table)
    return "\n".join(line.rstrip() for line in text.getvalue().strip("\n").splitlines())


def cell(value: object) -> str:
    """One value as text: nothing for None, few digits for a number.

    >>> cell(None), cell(0.30000000000000004), cell(True), cell(50000.0), cell(["a", "b"])
    ('', '0.3', 'true', '50000', 'a, b')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return ", ".join(cell(each) for each in value)
    return f"{value:.6g}" if isinstance(value, float) else printable(str(value))
