"""Read one file of a survey and check it by itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.scenarios.errors import Problem
from poverty_nodes.scenarios.strict_yaml.yaml_file import YamlFile
from poverty_nodes.scenarios.survey.bands import read_bands
from poverty_nodes.scenarios.survey.cells import (
    Column,
    missing_needed,
    read_categories,
    read_numbers,
    repeated,
)
from poverty_nodes.scenarios.survey.data_file import read_table
from poverty_nodes.scenarios.survey.fields import FIELDS, POSTS, UNPAID, YES_NO, Field
from poverty_nodes.scenarios.survey.mapping import Columns, SurveyMap, place
from poverty_nodes.scenarios.survey.missing_codes import (
    DECLARED,
    EMPTY,
    MissingCodes,
    among_answers,
    codes_of,
)
from poverty_nodes.scenarios.survey.number_style import NumberStyle
from poverty_nodes.scenarios.survey.rules import Rules, only, said
from poverty_nodes.scenarios.survey.sheet import Sheet
from poverty_nodes.scenarios.survey.table import Table, and_others

WITHOUT_PAY = "works without pay"
"""By what name the cells of pay are counted that are not read because there is no pay."""


def read_sheet(
    path: Path, kind: str, of: SurveyMap, file: YamlFile
) -> tuple[Sheet | None, list[Problem]]:
    """Read firms or workers by the mapping; the sheet is None if columns are missing or no row is complete."""
    mapped: Columns = getattr(of, kind)
    table, problems = read_table(path, mapped.wanted, of.separator)
    if table is None:
        return None, problems
    rows, whole = len(table.rows), table
    if mapped.only:
        style = table.style or NumberStyle(of.decimal, of.thousands)
        table = only(table, mapped.only, style)
    kept = f"{len(table.rows):,} of {rows:,} rows of {table.name} are read: those where {said(mapped.only)}."
    if not table.rows:
        where, accepted = place(file, f"{kind}.only"), "conditions that some rows meet"
        return None, [*problems, Problem(where, f"no row of {table.name} is left", accepted)]
    without = _units(whole, mapped) - _units(table, mapped)
    sheet = Sheet(table.name, table.rows, mapped.titles, units_without=sorted(without))
    sheet.note = kept if mapped.only else ""
    reading = _Reading(sheet, table, kind, of, file)
    for answer in FIELDS[kind]:
        if answer.name in mapped.derive:
            problems += reading.derive(answer)
        elif answer.name in mapped.columns:
            problems += reading.fill(answer)
    return sheet, problems + _currencies(sheet, table, of)


def _units(table: Table, mapped: Columns) -> set[tuple[str, str]]:
    """Return the stratum and name of each row's sampling unit; none if no column names units."""
    unit, stratum = mapped.columns.get("psu"), mapped.columns.get("stratum")
    if unit is None:
        return set()
    strata = [""] * len(table.rows) if stratum is None else _joined(table, stratum)
    return {(home, name) for home, name in zip(strata, _joined(table, unit), strict=True) if name}


def _joined(table: Table, column: str | list[str]) -> list[str]:
    """Return the names in a column; those of several columns are joined by dashes, and empty if one is."""
    if isinstance(column, str):
        return [_as_id(cell) for cell in table.columns[column]]
    parts = zip(*(table.columns[each] for each in column), strict=True)
    return ["-".join(map(_as_id, each)) if all(each) else "" for each in parts]


@dataclass(frozen=True)
class _Reading:
    """A sheet that is filled from a table, column by column."""

    sheet: Sheet
    table: Table
    kind: str
    of: SurveyMap
    file: YamlFile

    @cached_property
    def style(self) -> NumberStyle:
        """Return how numbers are written in the file."""
        return self.table.style or NumberStyle(self.of.decimal, self.of.thousands)

    @property
    def mapped(self) -> Columns:
        """Return the part of the map that describes this file."""
        found: Columns = getattr(self.of, self.kind)
        return found

    def fill(self, answer: Field) -> list[Problem]:
        """Read one column into the sheet."""
        title = self.mapped.titles[answer.name]
        cells = self._cells(answer.name)
        column = Column(self.table.name, title, answer, cells, self.table.rows, self.kind)
        missing = self._missing(answer, cells)
        read = {"text": self._texts, "category": self._codes}.get(answer.kind, self._numbers)
        problems = read(column, missing)
        # A row without these cannot be used or counted.
        if answer.name == "weight" or (answer.needed and not self._spared(answer.name)):
            problems += missing_needed(column, missing.empty)
        return problems

    def _spared(self, name: str) -> bool:
        """Whether workers may lack an answer: the firm if there is no file of firms, its tier if there is one."""
        return self.kind == "workers" and name == ("tier" if self.of.firms else "firm")

    def derive(self, answer: Field) -> list[Problem]:
        """Derive one answer from other columns."""
        rules = self.mapped.derive[answer.name]
        found = Rules(answer, rules, self.table, self.style)
        codes = self._with_unpaid(answer, found.codes())
        self.sheet.codes[answer.name] = codes
        silent = found.silent(self.of.missing)
        if silent:
            shown = ", ".join(f"{rows:,} in {column}" for column, rows in silent.items())
            note = f"{self.table.name}: {answer.name} is derived though some rows have no answer: {shown}."
            self.sheet.note = f"{self.sheet.note} {note}".strip()
        return found.without(codes) if answer.needed else []

    def _cells(self, name: str) -> list[str]:
        column = self.mapped.columns[name]
        return (
            self.table.columns[column] if isinstance(column, str) else _joined(self.table, column)
        )

    def _missing(self, answer: Field, cells: list[str]) -> MissingCodes:
        own = self.mapped.missing.get(answer.name)
        meant = self.mapped.categories.get(answer.name, {})
        codes = codes_of(answer, self.of.missing, None if own is None else tuple(own), meant)
        found = MissingCodes(codes, self.style)
        found.look_through(cells)
        if answer.name == "pay":
            self._no_pay(found)
        column = self.mapped.columns[answer.name]
        declared = self.table.declared.get(column, []) if isinstance(column, str) else []
        told = Counter(f"{code}{DECLARED}" for code in declared if code)
        empty = found.hits.pop(EMPTY, 0) - told.total()
        self.sheet.hits[answer.name] = ({EMPTY: empty} if empty > 0 else {}) | told | found.hits
        return found

    def _no_pay(self, pay: MissingCodes) -> None:
        """Ignore the pay of those who work without pay, which mostly is zero."""
        post = self.sheet.codes.get("post")
        if post is not None:
            without = (post == len(POSTS)) & ~pay.empty
            pay.empty = pay.empty | without
            if without.any():
                pay.hits[WITHOUT_PAY] = int(without.sum())

    def _texts(self, column: Column, missing: MissingCodes) -> list[Problem]:
        empty = missing.empty
        cells = zip(column.cells, empty, strict=True)
        texts = ["" if none else _as_id(cell) for cell, none in cells]
        self.sheet.texts[column.field.name] = texts
        return repeated(replace(column, cells=texts)) if column.field.name == "id" else []

    def _codes(self, column: Column, missing: MissingCodes) -> list[Problem]:
        name = column.field.name
        codes = self.mapped.categories.get(name, {})
        labels = self.table.labels.get(column.title, {})
        found, problems = read_categories(column, missing.empty, codes, labels)
        self.sheet.codes[name] = self._with_unpaid(column.field, found)
        if name == "post":
            missing.empty = missing.empty & (self.sheet.codes[name] < 0)
        return problems

    def _with_unpaid(self, answer: Field, codes: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return posts; those who are said to work without pay are in none."""
        flag = self.sheet.codes.get("unpaid")
        if answer.name != "post" or flag is None:
            return codes
        return np.where(flag == YES_NO.index("yes"), answer.categories.index(UNPAID), codes)

    def _numbers(self, column: Column, missing: MissingCodes) -> list[Problem]:
        name = column.field.name
        if name in self.mapped.bands:
            labels = self.table.labels.get(column.title, {})
            banded, problems = read_bands(
                column, missing.empty, self.mapped.bands[name], labels, missing.style
            )
            self.sheet.numbers[name] = banded.numbers
            self.sheet.spans[name] = (banded.low, banded.high)
            return problems
        percent = name in self.mapped.percent
        found, problems = read_numbers(column, missing.empty, percent, missing.style)
        self.sheet.numbers[name] = found
        if name in self.mapped.missing:
            return problems
        as_written = found * (100.0 if percent else 1.0)
        where, key = place(self.file, "missing"), f"{self.kind}.{name}"
        return [*problems, *among_answers(key, where, column.title, missing, as_written)]


def _as_id(cell: str) -> str:
    """Return a name in one form for all files: a number saved with decimals becomes a whole number.

    >>> _as_id("12.0"), _as_id("A.0"), _as_id("012")
    ('12', 'A.0', '012')
    """
    return cell[:-2] if cell.endswith(".0") and cell[:-2].isdigit() else cell


def _currencies(sheet: Sheet, table: Table, of: SurveyMap) -> list[Problem]:
    """Check that all money of the files is in one currency."""
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
