"""Codes for missing answers: those of all columns, those of one column, and how many cells each of them matched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.scenarios.errors import Problem
from poverty_nodes.scenarios.survey.fields import Field
from poverty_nodes.scenarios.survey.mapping import Code, plain
from poverty_nodes.scenarios.survey.number_style import PLAIN, NumberStyle

EMPTY = "empty"
"""By what name the cells that hold nothing are counted."""
DECLARED = " (declared in the file)"
"""What stands behind a code that the file itself says is no answer."""


@dataclass
class MissingCodes:
    """The codes of one column; `hits` counts the cells with each code, `empty` says which rows have no answer (n,)."""

    codes: tuple[Code, ...]
    style: NumberStyle = PLAIN
    hits: dict[str, int] = field(default_factory=dict)
    empty: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, dtype=np.bool_))

    def look_through(self, cells: list[str]) -> None:
        """Find the cells without an answer: those that hold a code as text, or the same number written differently."""
        texts = {plain(code): str(code) for code in self.codes}
        numbers = {
            number: str(code) for code in self.codes if (number := _number(code)) is not None
        }
        code_of: dict[str, str] = {"": EMPTY}
        for cell in dict.fromkeys(cells):
            number = self.style.read(cell) if numbers else None
            if cell and plain(cell) in texts:
                code_of[cell] = texts[plain(cell)]
            elif number is not None and number in numbers:
                code_of[cell] = numbers[number]
        self.empty = np.array([cell in code_of for cell in cells], dtype=np.bool_)
        self.hits = dict(Counter(code_of[cell] for cell in cells if cell in code_of))


def codes_of(
    column: Field, general: tuple[Code, ...], own: tuple[Code, ...] | None, meant: Iterable[Code]
) -> tuple[Code, ...]:
    """Return the codes for a missing answer in one column; the column's own replace the general ones.

    A code with a meaning in `categories` is an answer, and the name of a firm, stratum or unit may be any number.
    """
    if own is not None:
        return own
    known = {plain(code) for code in meant}
    codes = tuple(code for code in general if plain(code) not in known)
    if column.kind == "text":
        return tuple(code for code in codes if (_number(code) or -1.0) < 0.0)
    return codes


def among_answers(
    name: str, general: str, title: str, found: MissingCodes, numbers: NDArray[np.float64]
) -> list[Problem]:
    """Return a problem for each general code that could be an answer of a column (n,), NaN where there is none.

    9 may be a missing answer in one column and a household of nine in another: the author of the map has to decide.
    `name` is the dotted key of the column's own codes, `general` the place of the general ones.
    """
    answers = numbers[np.isfinite(numbers)]
    problems = []
    sheet, answer = name.split(".")
    for code, cells in found.hits.items():
        number = PLAIN.read(code)
        if number is None or not len(answers) or not answers.min() <= number <= answers.max():
            continue
        others = [str(each) for each in found.codes if str(each) not in ("", code)]
        without, with_it = (", ".join(each) for each in (others, [*others, code]))
        message = (
            f"{code} is a code of no answer for all columns, and {cells:,} cells of '{title}' ({name}) hold it among "
            f"answers from {answers.min():g} to {answers.max():g}"
        )
        remedy = (
            f"{sheet}.missing: {{{answer}: [{without}]}} in map.yaml if it is an answer there, "
            f"{{{answer}: [{with_it}]}} if it is none"
        )
        problems.append(Problem(general, message, "codes by column", remedy=remedy))
    return problems


def _number(code: Code) -> float | None:
    return None if isinstance(code, bool) else PLAIN.read(str(code).strip())
