"""Reading a table of text with bounds: a file too large, not text or ragged becomes a problem, never a crash."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from scenarios.errors import Problem, nearest_name

LARGEST = 100_000_000
"""Bytes that are read at most; a survey of 50,000 rows has some five million."""
MOST_ROWS = 1_000_000
SHOWN = 5
"""Rows that a message names before it counts the rest."""


@dataclass(frozen=True)
class Table:
    """The cells of a file as text. `rows` are numbered as a spreadsheet does: the header is row 1."""

    name: str
    columns: dict[str, list[str]]
    rows: list[int]


def read_csv(
    path: Path, wanted: Sequence[str], separator: str
) -> tuple[Table | None, list[Problem]]:
    """Return the wanted columns of a CSV file and what is wrong; the table is None if it cannot be used."""
    text, problem = _text(path)
    if problem:
        return None, [problem]
    try:
        lines = [line for line in csv.reader(io.StringIO(text), delimiter=separator, strict=True)]
    except csv.Error as error:
        return None, [
            Problem(path.name, f"is not CSV: {error}", remedy="save it as CSV, UTF-8, again")
        ]
    if len(lines) < 2:
        what = "is empty" if not lines else "has a header and no rows"
        return None, [Problem(path.name, what, "a header and a row for each case")]
    if len(lines) - 1 > MOST_ROWS:
        remedy = "draw a sample of the rows and multiply its weights"
        return None, [
            Problem(path.name, f"has {len(lines) - 1:,} rows", f"at most {MOST_ROWS:,}", "", remedy)
        ]
    return _table(path.name, lines, wanted, separator)


def _text(path: Path) -> tuple[str, Problem | None]:
    try:
        if not path.is_file():
            what = "is no file of data" if path.exists() else "there is no such file"
            return "", Problem(str(path), what, "the path of a CSV file")
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        return "", Problem(str(path), f"cannot be read: {(error.strerror or '').lower()}")
    if len(data) > LARGEST:
        size = max(path.stat().st_size, len(data)) / 1e6
        remedy = "keep only the columns that map.yaml names, or draw a sample of the rows"
        accepted = f"at most {LARGEST / 1e6:,.0f} megabytes"
        return "", Problem(path.name, f"has {size:,.0f} megabytes", accepted, remedy=remedy)
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        return "", _not_utf8(path.name, data, error)


def _not_utf8(name: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    """Say in which row and cell of it the first byte stands that is not UTF-8."""
    before = data[: error.start]
    row = before.count(b"\n") + 1
    line = before.rpartition(b"\n")[2]
    cell = max(line.count(b","), line.count(b";"), line.count(b"\t")) + 1
    bad = data[error.start]
    return Problem(
        f"{name}: row {row}, cell {cell}",
        f"the byte 0x{bad:02x} is not UTF-8 text",
        "UTF-8",
        remedy="save the file as UTF-8 (in a spreadsheet: 'CSV UTF-8')",
    )


def _table(
    name: str, lines: list[list[str]], wanted: Sequence[str], separator: str
) -> tuple[Table | None, list[Problem]]:
    header = [cell.strip() for cell in lines[0]]
    problems = [*_header_problems(name, header, wanted, separator)]
    ragged: list[int] = []
    kept: list[list[str]] = []
    rows: list[int] = []
    for row, line in enumerate(lines[1:], start=2):
        if not line or not any(cell.strip() for cell in line):
            continue  # a blank line at the end is no case
        if len(line) != len(header):
            ragged.append(row)
        else:
            kept.append(line)
            rows.append(row)
    if ragged:
        cells = len(lines[ragged[0] - 1])
        what = f"has {cells} cells where the header has {len(header)}{and_others(ragged)}"
        remedy = "quote cells that hold the separator"
        problems.append(Problem(f"{name}: row {ragged[0]}", what, remedy=remedy))
    if not rows and not ragged:
        problems.append(Problem(name, "has a header and no rows", "a row for each case"))
    if any(column not in header for column in wanted) or not rows:
        return None, problems
    found = {
        column: [line[at].strip() for line in kept]
        for column in dict.fromkeys(wanted)
        for at in (header.index(column),)
    }
    return Table(name, found, rows), problems


def _header_problems(
    name: str, header: list[str], wanted: Sequence[str], separator: str
) -> Iterable[Problem]:
    twice = sorted({column for column in header if column and header.count(column) > 1})
    for column in twice:
        if column in wanted:
            yield Problem(f"{name}: row 1, column '{column}'", "stands twice", "each column once")
    other = next((each for each in ";,\t|" if each != separator and each in "".join(header)), "")
    if len(header) == 1 and other:
        shown = {"\t": "\\t"}.get(other, other)
        yield Problem(
            f"{name}: row 1",
            f"is one column: the separator seems to be '{shown}' and not '{separator}'",
            remedy=f'separator: "{shown}" in map.yaml',
        )
        return
    for column in dict.fromkeys(wanted):
        if column not in header:
            shown = ", ".join(header[:20]) + (" ..." if len(header) > 20 else "")
            remedy = "correct the name in map.yaml, or take the line out if there is no such column"
            nearest = nearest_name(column, header)
            yield Problem(f"{name}: row 1, column '{column}'", "is missing", shown, nearest, remedy)


def and_others(rows: Sequence[int]) -> str:
    """Name the rows after the first, and count those that are not named.

    >>> and_others([3, 4, 9]), and_others([3])
    ('; so do rows 4, 9', '')
    """
    rest = rows[1:]
    if not rest:
        return ""
    more = f" and {len(rest) - SHOWN:,} more" if len(rest) > SHOWN else ""
    noun = "row" if len(rest) == 1 else "rows"
    return f"; so do {noun} {', '.join(map(str, rest[:SHOWN]))}{more}".replace(
        "so do row ", "so does row "
    )
