"""One file of a survey, read and checked by itself: numbers, categories and texts by the name of the answer."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from scenarios.errors import Problem
from scenarios.survey.cells import (
    Column,
    missing_needed,
    read_categories,
    read_numbers,
    repeated,
)
from scenarios.survey.csv_file import Table, and_others, read_csv
from scenarios.survey.fields import FIELDS
from scenarios.survey.mapping import Columns, SurveyMap, plain


@dataclass
class Sheet:
    """The answers of n rows; a number that is missing is NaN, a category -1, a text empty."""

    name: str
    rows: list[int]
    columns: dict[str, str]
    numbers: dict[str, NDArray[np.float64]] = field(default_factory=dict)
    codes: dict[str, NDArray[np.int64]] = field(default_factory=dict)
    texts: dict[str, list[str]] = field(default_factory=dict)

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    def where(self, row: int, answer: str) -> str:
        """Return row (counted from 0) and column of an answer as a message shows them."""
        return f"{self.name}: row {self.rows[row]}, column '{self.columns[answer]}'"

    def missing(self) -> dict[str, float]:
        """Return the share of rows without an answer, for every column that is mapped."""
        shares = {name: float(np.isnan(found).mean()) for name, found in self.numbers.items()}
        shares |= {name: float((found < 0).mean()) for name, found in self.codes.items()}
        shares |= {name: found.count("") / len(self) for name, found in self.texts.items()}
        return {name: shares[name] for name in self.columns}


def read_sheet(path: Path, kind: str, of: SurveyMap) -> tuple[Sheet | None, list[Problem]]:
    """Read firms or workers by the mapping; the sheet is None if columns are missing or no row is whole."""
    mapped: Columns = getattr(of, kind)
    table, problems = read_csv(path, list(mapped.columns.values()), of.separator)
    if table is None:
        return None, problems
    sheet = Sheet(table.name, table.rows, dict(mapped.columns))
    missing = frozenset({"", *(plain(code) for code in of.missing)})
    for answer in FIELDS[kind]:
        if answer.name not in mapped.columns:
            continue
        title = mapped.columns[answer.name]
        column = Column(table.name, title, answer, table.columns[title], table.rows)
        problems += _fill(sheet, column, missing, mapped)
    return sheet, problems + _currencies(sheet, table, of)


def _fill(sheet: Sheet, column: Column, missing: frozenset[str], mapped: Columns) -> list[Problem]:
    """Read one column into the sheet."""
    name, kind = column.field.name, column.field.kind
    if kind == "text":
        texts = ["" if cell.casefold() in missing else cell for cell in column.cells]
        sheet.texts[name] = texts
        empty = np.array([not cell for cell in texts])
        problems = repeated(replace(column, cells=texts)) if name == "id" else []
    elif kind == "category":
        codes, problems = read_categories(column, missing, mapped.categories.get(name, {}))
        sheet.codes[name] = codes
        empty = np.array([cell.casefold() in missing for cell in column.cells])
    else:
        numbers, problems = read_numbers(column, missing, name in mapped.percent)
        sheet.numbers[name] = numbers
        empty = np.array([cell.casefold() in missing for cell in column.cells])
    # Pay may be refused by whoever is asked; a row without the others cannot be placed or counted.
    if name == "weight" or (column.field.needed and name != "pay"):
        problems += missing_needed(column, empty)
    return problems


def _currencies(sheet: Sheet, table: Table, of: SurveyMap) -> list[Problem]:
    """All money of the files must be of one currency."""
    texts = sheet.texts.get("currency", [])
    wrong = [at for at, text in enumerate(texts) if text and text.upper() != of.pay.currency]
    if not wrong:
        return []
    others = ", ".join(sorted({texts[at] for at in wrong})[:5])
    rows = [table.rows[at] for at in wrong]
    return [
        Problem(
            sheet.where(wrong[0], "currency"),
            f"money in {others} among money in {of.pay.currency}{and_others(rows)}",
            of.pay.currency,
            remedy="convert these rows at a rate of your choice, or take them out",
        )
    ]
