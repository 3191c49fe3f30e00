"""Read numbers and categories from cells of text; what cannot be read is reported with its row and column."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.scenarios.errors import Problem, nearest_name
from poverty_nodes.scenarios.survey.fields import Field
from poverty_nodes.scenarios.survey.mapping import Code, plain
from poverty_nodes.scenarios.survey.number_style import NumberStyle
from poverty_nodes.scenarios.survey.table import and_others

Flags = NDArray[np.bool_]
OR_TAKE_OUT = "correct it, or take the rows out of the file"
"""What is left to do with a row that cannot be placed or counted."""
STYLES = tuple(
    NumberStyle(*signs)
    for signs in ((".", ""), (",", ""), (".", ","), (",", "."), (".", " "), (",", " "), (".", "'"))
)
"""How else a number may have been written, the likeliest first."""
_MONEY_SIGN = re.compile(r"[A-Za-z$€£¥₹₨]")


@dataclass(frozen=True)
class Column:
    """The cells of one answer; `rows` are numbers of rows in the file, for messages."""

    file: str
    title: str
    field: Field
    cells: list[str]
    rows: list[int]
    sheet: str = "workers"

    def where(self, row: int) -> str:
        """Return a row and a column in the form in which messages show them."""
        return f"{self.file}: row {row}, column '{self.title}'"


def read_numbers(
    column: Column, empty: Flags, percent: bool, style: NumberStyle
) -> tuple[NDArray[np.float64], list[Problem]]:
    """Return the numbers (n,), NaN where the answer is missing, and a problem for each kind of fault."""
    found = np.full(len(column.cells), np.nan)
    faults: dict[str, list[tuple[int, str]]] = {}
    for at, cell in enumerate(column.cells):
        if empty[at]:
            continue
        number = style.read(cell)
        if number is None:
            faults.setdefault("text", []).append((at, cell))
            continue
        number /= 100.0 if percent else 1.0
        fault = _out_of_range(number, column.field)
        if fault:
            faults.setdefault(fault, []).append((at, cell))
        else:
            found[at] = number
    return found, [_numeric_problem(column, kind, faults[kind], style) for kind in sorted(faults)]


def read_categories(
    column: Column, empty: Flags, codes: Mapping[Code, Code], labels: Mapping[str, str]
) -> tuple[NDArray[np.int64], list[Problem]]:
    """Return positions in `field.categories` (n,), -1 where missing; unknown cells are reported with their text.

    A cell is known by its code, or by the label that the file itself gives to the code.
    """
    names = column.field.categories
    meant = {plain(code): names.index(plain(name)) for code, name in codes.items()}
    if not meant:
        meant = {name: at for at, name in enumerate(names)}
    found = np.full(len(column.cells), -1, dtype=np.int64)
    unknown: dict[str, list[int]] = {}
    for at, cell in enumerate(column.cells):
        if empty[at]:
            continue
        keys = (plain(cell), plain(labels.get(cell, cell)))
        known = [meant[key] for key in keys if key in meant]
        if known:
            found[at] = known[0]
        else:
            unknown.setdefault(cell, []).append(column.rows[at])
    remedy = f"add it to categories.{column.field.name} in map.yaml, or to missing"
    return found, [
        Problem(
            column.where(rows[0]),
            f"'{cell[:40]}'{_labelled(cell, labels)} is an unknown category{and_others(rows)}",
            ", ".join(meant),
            nearest_name(cell, meant),
            remedy,
        )
        for cell, rows in list(unknown.items())[:20]
    ]


def _labelled(cell: str, labels: Mapping[str, str]) -> str:
    return f" ({labels[cell][:60]})" if cell in labels else ""


def missing_needed(column: Column, empty: Flags) -> list[Problem]:
    """Return a problem if an answer is missing that every row needs."""
    rows = [column.rows[at] for at in np.flatnonzero(empty)]
    if not rows:
        return []
    remedy = OR_TAKE_OUT
    return [Problem(column.where(rows[0]), f"is missing{and_others(rows)}", remedy=remedy)]


def repeated(column: Column) -> list[Problem]:
    """Return a problem for ids that stand on more than one row."""
    first: dict[str, int] = {}
    again: list[tuple[int, str]] = []
    for row, cell in zip(column.rows, column.cells, strict=True):
        if cell in first and cell:
            again.append((row, cell))
        else:
            first[cell] = row
    if not again:
        return []
    row, cell = again[0]
    what = f"the id '{cell}' stands on row {first[cell]} already{and_others([r for r, _ in again])}"
    return [Problem(column.where(row), what, "each id once", remedy="take one of the rows out")]


def _out_of_range(number: float, field: Field) -> str:
    if number < 0 <= field.least:
        return "negative"
    if number < field.least or (field.above and number == field.least):
        return "low"
    most = min(field.most, 1.0) if field.kind == "share" else field.most
    if number > most:
        return "high"
    return "broken" if field.whole and number != round(number) else ""


def _numeric_problem(
    column: Column, kind: str, faults: Iterable[tuple[int, str]], style: NumberStyle
) -> Problem:
    rows = [column.rows[at] for at, _ in faults]
    cell = next(text for _, text in faults)[:40]
    field = column.field
    most = min(field.most, 1.0) if field.kind == "share" else field.most
    bound = "above" if field.above else "at least"
    accepted = f"{bound} {field.least:g}" + (f", at most {most:,g}" if most < 1e12 else "")
    messages: dict[str, Callable[[], tuple[str, str]]] = {
        "text": lambda: _not_a_number(cell, style),
        "negative": lambda: (f"{cell} is negative", _or_missing(column)),
        "low": lambda: (f"{cell} is too low", _remedy_if_low(column)),
        "high": lambda: (f"{cell} is too high", _remedy_if_high(column)),
        "broken": lambda: (f"{cell} is no whole number", "correct it"),
    }
    message, remedy = messages[kind]()
    return Problem(column.where(rows[0]), message + and_others(rows), accepted, remedy=remedy)


def _remedy_if_low(column: Column) -> str:
    """Suggest an empty cell only where a row can do without the answer."""
    if column.field.name == "pay":
        return (
            "leave the cell empty if pay is not known; who works without pay is no zero among the pays "
            "(docs/survey.md, who works without pay)"
        )
    if column.field.name == "weight" or column.field.needed:
        return OR_TAKE_OUT
    return "correct it, or leave the cell empty if it is not known"


def _remedy_if_high(column: Column) -> str:
    if column.field.kind == "share":
        return f"percent: [{column.field.name}] in map.yaml if the column is in per cent"
    if column.field.name == "weight":
        return "a weight is how many of the place a row stands for; divide if weights are inflated"
    return _or_missing(column)


def _or_missing(column: Column) -> str:
    return (
        f"correct it, or {column.sheet}.missing: {{{column.field.name}: [CODE]}} in map.yaml if it "
        "stands for no answer"
    )


def _not_a_number(cell: str, style: NumberStyle) -> tuple[str, str]:
    for other in STYLES:
        if other != style and other.read(cell) is not None:
            keys = f'decimal: "{other.decimal}"' + (
                f' and thousands: "{other.thousands}"' if other.thousands else ""
            )
            return f"'{cell}' is not a plain number", f"{keys} in map.yaml, if {cell} is one number"
    if _MONEY_SIGN.search(cell) and re.search(r"\d", cell):
        return f"'{cell}' holds a unit or currency", "numbers alone, all in pay.currency"
    if re.fullmatch(r"[+-]?[\d.,' ]+", cell):
        return f"'{cell}' is not a plain number", "a point for decimals, nothing for thousands"
    return f"'{cell}' is not a number", "correct it, or add its code to missing in map.yaml"
