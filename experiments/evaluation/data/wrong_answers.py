"""What is wrong with the files of a survey that was held: columns, cells, and people of another survey."""

from __future__ import annotations

import numpy as np
import pandas as pd

from poverty_nodes.experiments.evaluation.study.study import Study
from poverty_nodes.scenarios.errors import Problem
from poverty_nodes.scenarios.survey.table import and_others

NEEDED = ("id", "offered", "unit", "outcome")


def wrong_with(table: pd.DataFrame, name: str, study: Study, *, is_first: bool) -> list[Problem]:
    """What is wrong with a file by itself: columns that are not there, and cells that hold no answer."""
    columns = study.columns
    keys = ("id", "outcome") if not is_first else NEEDED
    wanted = {key: getattr(columns, key) for key in keys}
    if is_first:
        more = {key: getattr(columns, key) for key in ("reached", "weight")}
        wanted |= {key: each for key, each in more.items() if each is not None}
        wanted |= {f"known: {each}": each for each in columns.known}
        wanted |= {f"groups: {each}": each for each in columns.groups}
    problems = [
        Problem(
            f"study.data: {name}",
            f"has no column '{column}'",
            ", ".join(map(str, table.columns)),
            remedy=f"study.columns.{key.partition(':')[0]}=NAME",
        )
        for key, column in wanted.items()
        if column not in table
    ]
    problems += _for_two_things(study, f"study.data: {name}") if is_first else []
    if columns.id in table and table[columns.id].duplicated().any():
        problems.append(Problem(f"study.data: {name}", f"'{columns.id}' stands twice in it"))
    numbers = [each for key, each in wanted.items() if key not in ("id", "unit") and each in table]
    problems += [
        Problem(f"study.data: {name}", f"'{each}' holds what is no number", "numbers, or nothing")
        for each in numbers
        if not pd.api.types.is_numeric_dtype(table[each])
    ]
    problems += [
        Problem(f"study.data: {name}", f"'{each}' is empty in every row", "a number for some")
        for each in numbers
        if table[each].isna().all()
    ]
    if not problems:
        problems += _out_of_range(table, name, study, is_first=is_first)
    if not problems and is_first:
        problems += _wrong_with_signs(table, name, study)
    return problems


def _for_two_things(study: Study, where: str) -> list[Problem]:
    """A column that is read as two answers; each person may be a unit of its own."""
    columns = study.columns
    names = [columns.offered, columns.outcome, *{columns.id, columns.unit}]
    return [
        Problem(where, f"'{each}' is read for two things", "a column for each of study.columns")
        for each in sorted({each for each in names if names.count(each) > 1})
    ]


def _wrong_with_signs(table: pd.DataFrame, name: str, study: Study) -> list[Problem]:
    """Columns of yes and no with something else in them, and those in which all answers are one."""
    columns, where = study.columns, f"study.data: {name}"
    said = {columns.offered: "offered the programme", **{each: each for each in columns.groups}}
    if columns.reached is not None:
        said[columns.reached] = "took part"
    problems = []
    for column, meaning in said.items():
        found = set(table[column].unique())
        if found - {0, 1}:
            message = f"'{column}' holds something else than 1 and 0"
            problems.append(Problem(where, message, f"1: {meaning}; 0: not"))
        elif 1 not in found:
            message = f"'{column}' is 0 in every row"
            problems.append(Problem(where, message, f"1 for some: {meaning}"))
        elif column == columns.offered and 0 not in found:
            message = f"'{column}' is 1 in every row: there is nobody to compare with"
            problems.append(Problem(where, message, f"1: {meaning}; 0: not"))
    return problems


def _out_of_range(table: pd.DataFrame, name: str, study: Study, *, is_first: bool) -> list[Problem]:
    """What is a number, or a name, and cannot be one of this study."""
    columns = study.columns
    where = f"study.data: {name}"
    named = [columns.id, *([columns.unit] if is_first else [])]
    problems = [
        Problem(where, f"'{each}' is empty in {_rows(table[each].isna())}", "a name in every row")
        for each in named
        if table[each].isna().any()
    ]
    problems += _wrong_with_outcome(table[columns.outcome], where, is_sign=study.outcome == "work")
    if is_first and columns.weight is not None:
        weight = table[columns.weight].to_numpy(dtype=np.float64)
        wrong = ~(np.isfinite(weight) & (weight > 0))
        if wrong.any():
            message = f"'{columns.weight}' is no weight in {_rows(pd.Series(wrong))}"
            problems.append(Problem(where, message, "above 0 in every row"))
    return problems


def _wrong_with_outcome(column: pd.Series, where: str, *, is_sign: bool) -> list[Problem]:
    said = column.to_numpy(dtype=np.float64)
    wrong = ~(np.isin(said, (0, 1)) if is_sign else np.isfinite(said) & (said >= 0))
    wrong &= ~np.isnan(said)
    if not wrong.any():
        return []
    what, accepted = (
        ("neither 1 nor 0", "1 or 0") if is_sign else ("infinite or below 0", "0 or more")
    )
    message = f"'{column.name}' is {what} in {_rows(pd.Series(wrong))}"
    remedy = "leave the cell empty where there is no answer"
    return [Problem(where, message, accepted, remedy=remedy)]


def _rows(wrong: pd.Series) -> str:
    """The rows as a spreadsheet counts them, the first few by number."""
    found = [int(each) + 2 for each in np.flatnonzero(wrong.to_numpy())]
    return f"row {found[0]}{and_others(found)}"


def of_others(tables: list[pd.DataFrame], study: Study) -> list[Problem]:
    """A later file that has nobody of the first is one of other people, or writes their names otherwise."""
    known = set(tables[0][study.columns.id].astype(str))
    return [
        Problem(
            f"study.data: {name}",
            f"has nobody of {study.data[0]}",
            f"the same people by the same '{study.columns.id}' in every file",
        )
        for name, table in zip(study.data[1:], tables[1:], strict=False)
        if known.isdisjoint(table[study.columns.id].astype(str))
    ]
