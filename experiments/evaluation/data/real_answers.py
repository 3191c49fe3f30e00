"""Answers of a survey that was really held, a file for each wave, as the same record that simulated surveys are read
from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from poverty_nodes.experiments.evaluation.data.doubtful_answers import doubts_of
from poverty_nodes.experiments.evaluation.data.wrong_answers import of_others, wrong_with
from poverty_nodes.experiments.evaluation.panel.outcomes import OUTCOMES, Reported
from poverty_nodes.experiments.evaluation.study.study import Study
from poverty_nodes.experiments.evaluation.survey.survey import Survey
from poverty_nodes.scenarios.errors import Problem, QuestionError
from poverty_nodes.scenarios.survey.csv_file import read_csv

FEWEST = 10
"""Units below which no sample is drawn."""


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


def checked_files(study: Study) -> tuple[str, ...]:
    """What looks wrong in the files of `study.data`, a sentence each; QuestionError with all that is wrong."""
    if not study.data:
        return ()
    tables, problems = _tables(study)
    if not problems:
        first, names = tables[0], study.columns
        unit = pd.factorize(first[names.unit].astype(str))[0]
        problems = _too_small(_units(study, _numbers(first, names.offered), unit))
    if problems:
        raise QuestionError(problems)
    return tuple(doubts_of(study, tables))


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
            more = wrong_with(table, name, study, is_first=number == 0)
            tables.append(table)
        problems += more
    if not problems:
        problems += of_others(tables, study)
    return tables, problems


def _table(name: str) -> tuple[pd.DataFrame | None, list[Problem]]:
    """A file whose form is that of a survey's: text in rows of one length, and no larger than can be read."""
    _, problems = read_csv(Path(name), (), ",")
    if problems:
        return None, [replace(each, where=f"study.data: {each.where}") for each in problems]
    return pd.read_csv(Path(name), skipinitialspace=True, encoding="utf-8-sig"), []


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
    sizes = _units(study, answers.offered, answers.cluster)
    problems = _too_small(sizes)
    if problems:
        raise QuestionError(problems)
    compares = study.assignment == "place"
    update = {"size": sizes[0], "comparator": sizes[1] if compares else None}
    return study.model_copy(update={"sample": study.sample.model_copy(update=update)})


def _units(study: Study, offered: np.ndarray, unit: np.ndarray) -> tuple[int, int]:
    """Units that were offered the programme and units that were not; all units alike where a draw decides."""
    with_it = np.unique(unit[offered > 0])
    if study.assignment == "place":
        return len(with_it), len(np.setdiff1d(unit, with_it))
    return len(np.unique(unit)), FEWEST


def _too_small(sizes: tuple[int, int]) -> list[Problem]:
    if min(sizes) >= FEWEST:
        return []
    message = f"{sizes[0]} units were offered the programme and {sizes[1]} were not"
    return [Problem("study.data", message, f"at least {FEWEST} of each")]
