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
from scenarios.survey.csv_file import read_csv
from scenarios.survey.fields import FIELDS, Field
from scenarios.survey.mapping import Columns, SurveyMap, place
from scenarios.survey.missing_codes import MissingCodes, among_answers, codes_of
from scenarios.survey.number_style import NumberStyle
from scenarios.survey.table import Table, and_others
from scenarios.yaml_file import YamlFile


@dataclass
class Sheet:
    """The answers of n rows; a number that is missing is NaN, a category -1, a text empty."""

    name: str
    rows: list[int]
    columns: dict[str, str]
    numbers: dict[str, NDArray[np.float64]] = field(default_factory=dict)
    codes: dict[str, NDArray[np.int64]] = field(default_factory=dict)
    texts: dict[str, list[str]] = field(default_factory=dict)
    hits: dict[str, dict[str, int]] = field(default_factory=dict)
    """How many cells of an answer hold each code of no answer."""

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


def read_sheet(
    path: Path, kind: str, of: SurveyMap, file: YamlFile
) -> tuple[Sheet | None, list[Problem]]:
    """Read firms or workers by the mapping; the sheet is None if columns are missing or no row is whole."""
    mapped: Columns = getattr(of, kind)
    table, problems = read_csv(path, list(mapped.columns.values()), of.separator)
    if table is None:
        return None, problems
    sheet = Sheet(table.name, table.rows, dict(mapped.columns))
    reading = _Reading(sheet, table, kind, of, file)
    for answer in FIELDS[kind]:
        if answer.name in mapped.columns:
            problems += reading.fill(answer)
    return sheet, problems + _currencies(sheet, table, of)


@dataclass(frozen=True)
class _Reading:
    """A sheet that is filled from a table, column by column."""

    sheet: Sheet
    table: Table
    kind: str
    of: SurveyMap
    file: YamlFile

    @property
    def mapped(self) -> Columns:
        """What the map says of this file."""
        found: Columns = getattr(self.of, self.kind)
        return found

    def fill(self, answer: Field) -> list[Problem]:
        """Read one column into the sheet."""
        name = answer.name
        title = self.mapped.columns[name]
        cells = self.table.columns[title]
        column = Column(self.table.name, title, answer, cells, self.table.rows, self.kind)
        missing = self._missing(answer, cells)
        read = {"text": self._texts, "category": self._codes}.get(answer.kind, self._numbers)
        problems = read(column, missing)
        # Pay may be refused by whoever is asked; a row without the others cannot be placed or counted.
        if name == "weight" or (answer.needed and name != "pay"):
            problems += missing_needed(column, missing.empty)
        return problems

    def _missing(self, answer: Field, cells: list[str]) -> MissingCodes:
        own = self.mapped.missing.get(answer.name)
        meant = self.mapped.categories.get(answer.name, {})
        codes = codes_of(answer, self.of.missing, None if own is None else tuple(own), meant)
        found = MissingCodes(codes, NumberStyle(self.of.decimal, self.of.thousands))
        found.look_through(cells)
        self.sheet.hits[answer.name] = found.hits
        return found

    def _texts(self, column: Column, missing: MissingCodes) -> list[Problem]:
        empty = missing.empty
        texts = ["" if none else cell for cell, none in zip(column.cells, empty, strict=True)]
        self.sheet.texts[column.field.name] = texts
        return repeated(replace(column, cells=texts)) if column.field.name == "id" else []

    def _codes(self, column: Column, missing: MissingCodes) -> list[Problem]:
        name = column.field.name
        codes = self.mapped.categories.get(name, {})
        labels = self.table.labels.get(column.title, {})
        found, problems = read_categories(column, missing.empty, codes, labels)
        self.sheet.codes[name] = found
        return problems

    def _numbers(self, column: Column, missing: MissingCodes) -> list[Problem]:
        name = column.field.name
        percent = name in self.mapped.percent
        found, problems = read_numbers(column, missing.empty, percent, missing.style)
        self.sheet.numbers[name] = found
        if name in self.mapped.missing:
            return problems
        as_written = found * (100.0 if percent else 1.0)
        where, key = place(self.file, "missing"), f"{self.kind}.{name}"
        return [*problems, *among_answers(key, where, column.title, missing, as_written)]


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
