"""Answers that were not asked directly but are derived from other columns by the rules of map.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.scenarios.errors import Problem
from poverty_nodes.scenarios.survey.fields import Field
from poverty_nodes.scenarios.survey.mapping import Code, Rule, plain
from poverty_nodes.scenarios.survey.number_style import PLAIN, NumberStyle
from poverty_nodes.scenarios.survey.table import Table, and_others

BOUND = re.compile(r"\s*(<=|>=|<|>)\s*(\S+)\s*")
Flags = NDArray[np.bool_]
Conditions = Mapping[str, Code | list[Code]]


@dataclass(frozen=True)
class Rules:
    """The rules of one answer over the rows of a table, in the order in which they are tried."""

    answer: Field
    rules: Sequence[Rule]
    table: Table
    style: NumberStyle

    def codes(self) -> NDArray[np.int64]:
        """Return positions in the answer's categories (n,), -1 where no rule fits."""
        names = self.answer.categories
        found = np.full(len(self.table.rows), -1, dtype=np.int64)
        for rule in self.rules:
            fits = matching(self.table, rule.when, self.style)
            found[fits & (found < 0)] = names.index(plain(rule.means))
        return found

    def silent(self, codes: tuple[Code, ...]) -> dict[str, int]:
        """Return by column of the rules how many rows have no answer, unless a rule names the code."""
        named: dict[str, set[str]] = {}
        for rule in self.rules:
            for column, wanted in rule.when.items():
                codes_of_rule = wanted if isinstance(wanted, list) else [wanted]
                named.setdefault(column, set()).update(map(plain, codes_of_rule))
        found = {}
        for column, known in named.items():
            none = {plain(code) for code in ("", *codes)} - known
            found[column] = sum(plain(cell) in none for cell in self.table.columns[column])
        return {column: rows for column, rows in found.items() if rows}

    def without(self, found: NDArray[np.int64]) -> list[Problem]:
        """Return a problem if some rows fit no rule."""
        left = np.flatnonzero(found < 0)
        if not len(left):
            return []
        columns = dict.fromkeys(column for rule in self.rules for column in rule.when)
        shown = ", ".join(
            f"{column} is '{self.table.columns[column][left[0]]}'" for column in columns
        )
        rows = [self.table.rows[at] for at in left]
        message = f"no rule of derive.{self.answer.name} fits: {shown}{and_others(rows)}"
        accepted = "a rule for every row; one without 'when' is for all that are left"
        remedy = "add a rule, or take the rows out of the file"
        return [Problem(f"{self.table.name}: row {rows[0]}", message, accepted, remedy=remedy)]


def matching(table: Table, when: Conditions, style: NumberStyle) -> Flags:
    """Return which rows have in each of the columns one of the codes, or a number within one of the bounds (n,)."""
    fits = np.ones(len(table.rows), dtype=np.bool_)
    for column, wanted in when.items():
        cells, labels = table.columns[column], table.labels.get(column, {})
        codes = wanted if isinstance(wanted, list) else [wanted]
        known = {
            cell: any(_fits(cell, labels.get(cell, ""), each, style) for each in codes)
            for cell in dict.fromkeys(cells)
        }
        fits &= np.array([known[cell] for cell in cells], dtype=np.bool_)
    return fits


def _fits(cell: str, label: str, code: Code, style: NumberStyle) -> bool:
    bound = BOUND.fullmatch(code) if isinstance(code, str) else None
    number = style.read(cell) if cell else None
    if bound:
        limit = PLAIN.read(bound[2])
        return number is not None and limit is not None and _within(number, bound[1], limit)
    if plain(code) in {plain(cell), *([plain(label)] if label else [])}:
        return True
    value = None if isinstance(code, bool) else PLAIN.read(str(code))
    return number is not None and number == value


def only(table: Table, when: Conditions, style: NumberStyle) -> Table:
    """Return the table with only the rows that meet the conditions."""
    at = np.flatnonzero(matching(table, when, style))
    columns = {name: [cells[each] for each in at] for name, cells in table.columns.items()}
    declared = {name: [codes[each] for each in at] for name, codes in table.declared.items()}
    rows = [table.rows[each] for each in at]
    return replace(table, columns=columns, rows=rows, declared=declared)


def bad_bounds(when: Conditions, where: str) -> list[Problem]:
    """Return a problem for each bound whose limit is not a number."""
    return [
        Problem(f"{where}.{column}", f"'{code}' is no bound", "such as '>= 5'")
        for column, wanted in when.items()
        for code in (wanted if isinstance(wanted, list) else [wanted])
        if isinstance(code, str)
        and (bound := BOUND.fullmatch(code))
        and PLAIN.read(bound[2]) is None
    ]


def _within(number: float, sign: str, limit: float) -> bool:
    return {
        "<": number < limit,
        "<=": number <= limit,
        ">": number > limit,
        ">=": number >= limit,
    }[sign]


def in_words(rules: Sequence[Rule]) -> str:
    """Return rules as one line of text.

    >>> in_words([Rule(means="casual", when={"q7": [2, 3]}), Rule(means="regular")])
    'casual where q7 is 2 or 3; regular else'
    """
    parts = (
        f"{plain(rule.means)} {f'where {said(rule.when)}' if rule.when else 'else'}"
        for rule in rules
    )
    return "; ".join(parts)


def said(when: Conditions) -> str:
    """Return conditions in words.

    >>> said({"q7": [2, 3], "q8": ">= 5"})
    'q7 is 2 or 3 and q8 is >= 5'
    """
    parts = (
        f"{column} is {' or '.join(map(str, wanted if isinstance(wanted, list) else [wanted]))}"
        for column, wanted in when.items()
    )
    return " and ".join(parts)
