"""Reading a CSV file with bounds: a file too large, not text or ragged becomes a problem, never a crash."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from poverty_nodes.scenarios.errors import Problem
from poverty_nodes.scenarios.survey import table
from poverty_nodes.scenarios.survey.table import Table, and_others, missing_columns

LONGEST_LINE = 1_000_000
"""Characters of a line at most; ten thousand columns of ten digits have a tenth of it."""


@dataclass
class _Reading:
    """What has been read: cells of the wanted columns, numbers of their rows, and rows of another length."""

    header: list[str] = field(default_factory=list)
    cells: dict[str, list[str]] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)
    ragged: list[tuple[int, int]] = field(default_factory=list)
    """Row and its number of cells."""
    lines: int = 0


def read_csv(
    path: Path, wanted: Sequence[str], separator: str
) -> tuple[Table | None, list[Problem]]:
    """Return the wanted columns of a CSV file and what is wrong; the table is None if it cannot be used."""
    text, problem = _text(path)
    if problem:
        return None, [problem]
    reading = _Reading()
    try:
        _read(reading, csv.reader(_lines(text), delimiter=separator, strict=True), wanted)
    except csv.Error as error:
        return None, [_not_csv(path.name, reading, error)]
    except _LongLine as long:
        return None, [_too_long(path.name, long.args[0])]
    problems = [*_header_problems(path.name, reading.header, wanted, separator)]
    problems += _row_problems(path.name, reading)
    if any(column not in reading.header for column in wanted) or not reading.rows:
        return None, problems
    if reading.lines - 1 > table.MOST_ROWS:
        return None, problems
    return Table(path.name, reading.cells, reading.rows), problems


class _LongLine(Exception):
    """A line (counted from 1) is longer than any row of a survey."""


def _lines(text: str) -> Iterator[str]:
    """Yield the lines one by one, so that no more than one is ever held besides the text."""
    start = row = 0
    while start < len(text):
        row += 1
        end = text.find("\n", start)
        end = len(text) if end < 0 else end + 1
        if end - start > LONGEST_LINE:
            raise _LongLine(row)
        yield text[start:end]
        start = end


def _read(reading: _Reading, lines: Iterator[list[str]], wanted: Sequence[str]) -> None:
    """Keep only the wanted cells, and stop at the limit of rows."""
    at: dict[str, int] = {}
    for line in lines:
        reading.lines += 1
        if reading.lines == 1:
            reading.header = [cell.strip() for cell in line]
            if len(line) > table.MOST_COLUMNS:
                return
            at = {name: reading.header.index(name) for name in wanted if name in reading.header}
            reading.cells = {name: [] for name in at}
        elif reading.lines - 1 > table.MOST_ROWS:
            return
        elif not any(cell.strip() for cell in line):
            continue  # a blank line at the end is not a row
        elif len(line) != len(reading.header):
            reading.ragged.append((reading.lines, len(line)))
        else:
            reading.rows.append(reading.lines)
            for name, position in at.items():
                reading.cells[name].append(line[position].strip())


def _text(path: Path) -> tuple[str, Problem | None]:
    try:
        if not path.is_file():
            what = "is no file of data" if path.exists() else "there is no such file"
            return "", Problem(str(path), what, "the path of a file of data")
        if path.stat().st_size > table.LARGEST:
            return "", too_large(path, 0)
        with path.open("rb") as stream:
            data = stream.read(table.LARGEST + 1)
    except OSError as error:
        return "", Problem(str(path), f"cannot be read: {(error.strerror or '').lower()}")
    if len(data) > table.LARGEST:
        return "", too_large(path, len(data))
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        return "", _not_utf8(path.name, data, error)


def too_large(path: Path, least: int) -> Problem:
    """Return the problem of a file that has more bytes than are read, `least` or more."""
    size = max(path.stat().st_size, least) / 1e6
    remedy = "keep only the columns that map.yaml names, or draw a sample of the rows"
    accepted = f"at most {table.LARGEST / 1e6:,.0f} megabytes"
    return Problem(path.name, f"has {size:,.0f} megabytes", accepted, remedy=remedy)


def _not_utf8(name: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    """Report the row and cell of the first byte that is not UTF-8."""
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


def _not_csv(name: str, reading: _Reading, error: csv.Error) -> Problem:
    remedy = "look at the quotes of this row and the next, or save the file as CSV, UTF-8, again"
    return Problem(f"{name}: row {reading.lines + 1}", f"is not CSV: {error}", remedy=remedy)


def _too_long(name: str, row: int) -> Problem:
    message = f"is a line of more than {LONGEST_LINE:,} characters"
    remedy = "save the file as CSV with a line for each row (a lost line end or quote does this)"
    return Problem(f"{name}: row {row}", message, "a line for each row", remedy=remedy)


def _row_problems(name: str, reading: _Reading) -> Iterator[Problem]:
    if reading.lines < 2:
        what = "is empty" if not reading.lines else "has a header and no rows"
        yield Problem(name, what, "a header and a row for each case")
    elif reading.lines - 1 > table.MOST_ROWS:
        remedy = "draw a sample of the rows and multiply its weights"
        accepted = f"at most {table.MOST_ROWS:,}"
        yield Problem(name, f"has more than {table.MOST_ROWS:,} rows", accepted, "", remedy)
    elif reading.ragged:
        row, cells = reading.ragged[0]
        others = and_others([each for each, _ in reading.ragged])
        what = f"has {cells} cells where the header has {len(reading.header)}{others}"
        yield Problem(f"{name}: row {row}", what, remedy="quote cells that hold the separator")
    elif not reading.rows:
        yield Problem(name, "has a header and no rows", "a row for each case")


def _header_problems(
    name: str, header: list[str], wanted: Sequence[str], separator: str
) -> Iterator[Problem]:
    if not header:
        return
    if len(header) > table.MOST_COLUMNS:
        accepted = f"at most {table.MOST_COLUMNS:,}"
        yield Problem(f"{name}: row 1", f"has {len(header):,} columns", accepted)
        return
    other = next((each for each in ";,\t|" if each != separator and each in "".join(header)), "")
    if len(header) == 1 and other:
        shown = {"\t": "\\t"}.get(other, other)
        yield Problem(
            f"{name}: row 1",
            f"is one column: the separator seems to be '{shown}' and not '{separator}'",
            remedy=f'separator: "{shown}" in map.yaml',
        )
        return
    yield from missing_columns(name, header, wanted)
