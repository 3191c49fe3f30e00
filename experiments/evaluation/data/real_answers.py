"""Answers of a survey that was really held, a file for each wave, as the same record that simulated surveys are read
from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from poverty_nodes.experiments.evaluation.panel.outcomes import OUTCOMES, Reported
from poverty_nodes.experiments.evaluation.study.study import Study
from poverty_nodes.experiments.evaluation.survey.survey import Survey
from poverty_nodes.scenarios.errors import Problem, QuestionError
from poverty_nodes.scenarios.survey.csv_file import read_csv
from poverty_nodes.scenarios.survey.table import and_others

FEWEST = 10
"""Units below which no sample is drawn."""
NEEDED = ("id", "offered", "unit", "outcome")


def read_answers(study: Study, line: float) -> Survey:
    """The survey of `study.data`; `line` is the poverty line in dollars a person and month.

    Persons are those of the first file. QuestionError with all that is wrong with the files.
    """
    tables, problems = _tables(study)
    if problems:
        raise QuestionError(problems)
    names, first = study.columns, tables[0]
    people = first[names.id].astype(str)
    y = np.stack([_outcome(study, each, people, line) for each in tables], axis=1)
    offered = _numbers(first, names.offered)
    reached = offered if names.reached is None else _numbers(first, names.reached)
    weight = np.ones(len(first)) if names.weight is None else _numbers(first, names.weight)
    unit = pd.factorize(first[names.unit].astype(str))[0].astype(np.int64)
    known = [_numbers(first, name) for name in names.known] or [np.zeros(len(first))]
    return Survey(y, offered, reached, weight, unit, np.stack(known, axis=1))


def read_groups(study: Study) -> dict[str, NDArray[np.bool_]]:
    """Who of the persons of the first file is in each of `study.columns.groups` (n,); the files must be right."""
    first = pd.read_csv(Path(study.data[0]))
    return {label: first[label].to_numpy() == 1 for label in study.columns.groups}


def wrong_with_files(study: Study) -> list[Problem]:
    """What is wrong with the files of `study.data`, before anything else is done."""
    return _tables(study)[1] if study.data else []


def _tables(study: Study) -> tuple[list[pd.DataFrame], list[Problem]]:
    """The files, and what is wrong with them."""
    tables: list[pd.DataFrame] = []
    problems: list[Problem] = []
    if len(study.data) != len(study.waves):
        message = f"has {len(study.data)} files for {len(study.waves)} waves"
        problems.append(Problem("study.data", message, "a file for each wave, in their order"))
    for number, name in enumerate(study.data):
        table, more = _table(name)
        if table is not None:
            more = _wrong_with(table, name, study, is_first=number == 0)
            tables.append(table)
        problems += more
    if not problems:
        problems += _of_others(tables, study)
    return tables, problems


def _table(name: str) -> tuple[pd.DataFrame | None, list[Problem]]:
    """A file whose form is that of a survey's: text in rows of one length, and no larger than can be read."""
    _, problems = read_csv(Path(name), (), ",")
    if problems:
        return None, [replace(each, where=f"study.data: {each.where}") for each in problems]
    return pd.read_csv(Path(name), skipinitialspace=True, encoding="utf-8-sig"), []


def _of_others(tables: list[pd.DataFrame], study: Study) -> list[Problem]:
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


def _wrong_with(table: pd.DataFrame, name: str, study: Study, *, is_first: bool) -> list[Problem]:
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
    if columns.id in table and table[columns.id].duplicated().any():
        problems.append(Problem(f"study.data: {name}", f"'{columns.id}' stands twice in it"))
    numbers = [each for key, each in wanted.items() if key not in ("id", "unit") and each in table]
    problems += [
        Problem(f"study.data: {name}", f"'{each}' holds what is no number", "numbers, or nothing")
        for each in numbers
        if not pd.api.types.is_numeric_dtype(table[each])
    ]
    if not problems:
        problems += _out_of_range(table, name, study, is_first=is_first)
    if is_first and not problems and set(table[columns.offered].unique()) - {0, 1}:
        message = f"'{columns.offered}' holds something else than 1 and 0"
        problems.append(Problem(f"study.data: {name}", message, "1: offered the programme; 0: not"))
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
    said = table[columns.outcome].to_numpy(dtype=np.float64)
    wrong = np.isinf(said) | (said < 0 if study.outcome != "work" else np.zeros(len(said), bool))
    if wrong.any():
        message = f"'{columns.outcome}' is infinite or below 0 in {_rows(pd.Series(wrong))}"
        remedy = "leave the cell empty where there is no answer"
        problems.append(Problem(where, message, "0 or more", remedy=remedy))
    if is_first and columns.weight is not None:
        weight = table[columns.weight].to_numpy(dtype=np.float64)
        wrong = ~(np.isfinite(weight) & (weight > 0))
        if wrong.any():
            message = f"'{columns.weight}' is no weight in {_rows(pd.Series(wrong))}"
            problems.append(Problem(where, message, "above 0 in every row"))
    return problems


def _rows(wrong: pd.Series) -> str:
    """The rows as a spreadsheet counts them, the first few by number."""
    found = [int(each) + 2 for each in np.flatnonzero(wrong.to_numpy())]
    return f"row {found[0]}{and_others(found)}"


def _outcome(study: Study, table: pd.DataFrame, people: pd.Series, line: float) -> np.ndarray:
    """The outcome of the persons of the first file (n,); NaN for those who do not stand in this one."""
    found = table.set_index(table[study.columns.id].astype(str))[study.columns.outcome]
    said = found.reindex(people).to_numpy(dtype=np.float64)
    post = (
        np.nan_to_num(said).astype(np.int8)
        if study.outcome == "work"
        else np.zeros(len(said), np.int8)
    )
    measured = OUTCOMES[study.outcome].of(Reported(np.nan_to_num(said), said, post), line)
    return np.where(np.isfinite(said), measured, np.nan)


def _numbers(table: pd.DataFrame, name: str) -> np.ndarray:
    return table[name].to_numpy(dtype=np.float64)


def as_large(study: Study, answers: Survey) -> Study:
    """The study with samples as large as those of the survey that was held; QuestionError where one is too small."""
    offered = np.unique(answers.cluster[answers.offered > 0])
    others = np.setdiff1d(answers.cluster, offered)
    compares = study.assignment == "place"
    sizes = (len(offered), len(others)) if compares else (len(np.unique(answers.cluster)), FEWEST)
    if min(sizes) < FEWEST:
        message = f"{sizes[0]} units were offered the programme and {sizes[1]} were not"
        raise QuestionError([Problem("study.data", message, f"at least {FEWEST} of each")])
    update = {"size": sizes[0], "comparator": sizes[1] if compares else None}
    return study.model_copy(update={"sample": study.sample.model_copy(update=update)})
