"""A CSV file of weights, whose columns say by which method they were asked for.

respondent, group, indicator and one of: `points` (on any scale), `rank` (1 the most important), `best_over` with
`over_worst` (how many times the best matters as much as this, and this as the worst); or respondent, group, `first`,
`second`, `times` (the first matters so many times as much as the second).
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from poverty_nodes.experiments.capabilities.elicited.by_method import BY_METHOD
from poverty_nodes.experiments.capabilities.elicited.elicited import Elicited, Numbers, Voices
from poverty_nodes.experiments.capabilities.elicited.respondent import Respondent
from poverty_nodes.scenarios.errors import Problem, QuestionError, nearest_name
from poverty_nodes.scenarios.survey.csv_file import read_csv

COLUMNS = {
    "points": ("respondent", "group", "indicator", "points"),
    "rank": ("respondent", "group", "indicator", "rank"),
    "best_worst": ("respondent", "group", "indicator", "best_over", "over_worst"),
    "pairs": ("respondent", "group", "first", "second", "times"),
}
"""Of the file, by method."""


def read_weights(path: str, indicators: Sequence[str]) -> Elicited:
    """The weights of a file over these indicators; QuestionError with all that is wrong with it."""
    method = _method(Path(path))
    table, problems = read_csv(Path(path), COLUMNS[method], ",")
    if table is None or problems:
        raise QuestionError(problems)
    cells = zip(*(table.columns[name] for name in COLUMNS[method]), strict=True)
    rows = [
        (line, dict(zip(COLUMNS[method], row, strict=True)))
        for line, row in zip(table.rows, cells, strict=True)
    ]
    named = ("first", "second") if method == "pairs" else ("indicator",)
    people, problems = _people(table.name, rows, named, tuple(indicators))
    found: dict[str, list[Numbers]] = {}
    for each in people:
        own = BY_METHOD[method](each)
        problems += each.problems
        if own is not None:
            found.setdefault(each.group, []).append(own)
    if problems:
        raise QuestionError(problems)
    voices = {group: _voices(group, method, own, len(indicators)) for group, own in found.items()}
    notes = tuple(note for each in people for note in each.notes)
    return Elicited(table.name, method, tuple(indicators), voices, notes)


def _voices(group: str, method: str, own: list[Numbers], count: int) -> Voices:
    if method == "rank":
        return Voices(group, count, rankings=tuple(tuple(int(i) for i in order) for order in own))
    return Voices(group, count, own=np.stack(own))


def _method(path: Path) -> str:
    """The method that the header speaks of."""
    try:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
            header = [cell.strip() for cell in next(csv.reader([stream.readline(10_000)]), [])]
    except (OSError, ValueError, csv.Error) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        problem = Problem(f"capabilities_weights: {path}", f"cannot be read: {reason}")
        raise QuestionError([problem]) from error
    for method, columns in COLUMNS.items():
        if set(columns) <= set(header):
            return method
    message = f"the columns {', '.join(header)[:200] or '(none)'} are those of no way of asking"
    accepted = "; or ".join(", ".join(columns) for columns in COLUMNS.values())
    raise QuestionError([Problem(f"{path.name}: row 1", message, accepted)])


def _people(
    file: str,
    rows: Sequence[tuple[int, dict[str, str]]],
    named: Sequence[str],
    indicators: tuple[str, ...],
) -> tuple[list[Respondent], list[Problem]]:
    """The respondents in the order of the file, and names that are wrong."""
    people: dict[str, Respondent] = {}
    problems: list[Problem] = []
    for line, row in rows:
        where = f"{file}: row {line}"
        problems += [
            Problem(f"{where}, {column}", "is empty", "a name or a role")
            for column in ("respondent", "group")
            if not row[column]
        ]
        problems += [
            Problem(
                f"{where}, {column}",
                f"'{row[column]}' is no indicator of the set that the model has",
                ", ".join(indicators),
                nearest_name(row[column], indicators),
            )
            for column in named
            if row[column] not in indicators
        ]
        name = row["respondent"]
        mine = people.setdefault(name, Respondent(f"{file}: {name}", row["group"], indicators))
        if mine.group != row["group"]:
            problems.append(
                Problem(where, f"'{name}' stands in two groups", "one group a respondent")
            )
        mine.rows.append((line, row))
    return list(people.values()), problems
