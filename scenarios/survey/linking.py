"""Link the two files of a survey: who works for which firm, how many workers each firm has, and who is left out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.scenarios.errors import Problem, nearest_name
from poverty_nodes.scenarios.strict_yaml.yaml_file import YamlFile
from poverty_nodes.scenarios.survey.mapping import SurveyMap
from poverty_nodes.scenarios.survey.sheet import Sheet
from poverty_nodes.scenarios.survey.survey import Survey
from poverty_nodes.scenarios.survey.table import and_others
from poverty_nodes.scenarios.survey.unpaid_work import (
    is_unpaid,
    more_unpaid_than_workers,
    without_firms_that_pay_nobody,
    without_unpaid,
)


def linked(
    found: SurveyMap, file: YamlFile, folder: Path, firms: Sheet, workers: Sheet
) -> tuple[Survey, list[Problem]]:
    """Return the survey made of two sheets, one of which may have no rows, and the contradictions between them."""
    notes = tuple(sheet.note for sheet in (firms, workers) if sheet.note)
    nobody = np.full(len(workers), -1, dtype=np.int64)
    if found.firms is None or found.workers is None:
        survey = Survey(found, file, folder, firms, workers, nobody, notes)
        problems: list[Problem] = []
    else:
        employer, problems = _employers(firms, workers)
        survey = Survey(found, file, folder, firms, workers, employer, notes)
        if problems:
            return survey, problems
        if found.firms.head_count:
            survey = _counted(survey)
        problems = _fewer_than_met(survey)
    if problems:
        return survey, problems
    problems = more_unpaid_than_workers(survey.firms)
    if problems:
        return survey, problems
    survey, more = without_firms_that_pay_nobody(without_unpaid(survey))
    return survey, more


def _employers(firms: Sheet, workers: Sheet) -> tuple[NDArray[np.int64], list[Problem]]:
    row_of = {name: row for row, name in enumerate(firms.texts["id"])}
    employer = np.array([row_of.get(name, -1) for name in workers.texts["firm"]], dtype=np.int64)
    lost = [int(at) for at in np.flatnonzero(employer < 0) if workers.texts["firm"][at]]
    if not lost:
        return employer, []
    name = workers.texts["firm"][lost[0]]
    rows = [workers.rows[at] for at in lost]
    message = f"there is no firm '{name}' in {firms.name}{and_others(rows)}"
    remedy = "add the firms, or take these workers out"
    where, nearest = workers.where(lost[0], "firm"), nearest_name(name, row_of)
    return employer, [Problem(where, message, f"an id of {firms.name}", nearest, remedy)]


def _counted(survey: Survey) -> Survey:
    """Return the survey with each firm's workers counted in the workers' file, if that file has everybody."""
    firms = survey.firms
    heads = _rows_of(survey, np.ones(len(survey.workers), dtype=np.bool_))
    unpaid = _rows_of(survey, is_unpaid(survey.workers))
    title = f"counted in {survey.workers.name}"
    columns = {**firms.columns, "workers": title}
    numbers = {**firms.numbers, "workers": heads}
    if unpaid.any():
        columns["unpaid"], numbers["unpaid"] = title, unpaid
    note = f"The workers of a firm are its rows in {survey.workers.name}."
    sheet = replace(firms, columns=columns, numbers=numbers)
    return replace(survey, firms=sheet, notes=(*survey.notes, note))


def _rows_of(survey: Survey, among: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return how many of the chosen workers each firm has (firms,)."""
    named = among & (survey.employer >= 0)  # a row without a firm is a problem of its own
    counts = np.bincount(survey.employer[named], minlength=len(survey.firms))
    return counts.astype(np.float64)


def _fewer_than_met(survey: Survey) -> list[Problem]:
    """Return a problem if firms report fewer workers than the workers' file has of them."""
    firms = survey.firms
    heads = firms.numbers["workers"]
    most = firms.spans["workers"][1] if "workers" in firms.spans else heads
    met = _rows_of(survey, np.ones(len(survey.workers), dtype=np.bool_))
    over = [int(at) for at in np.flatnonzero(most < met)]
    if not over:
        return []
    first = over[0]
    rows = [firms.rows[at] for at in over]
    message = (
        f"the firm reports {most[first]:.0f} workers and {met[first]:.0f} of it are in the file of "
        f"workers{and_others(rows)}"
    )
    remedy = "count home workers in, or correct the ids"
    return [Problem(firms.where(first, "workers"), message, "", "", remedy)]
