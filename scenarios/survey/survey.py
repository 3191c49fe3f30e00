"""The two files together: every worker works for a firm that is there, and every firm has workers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from scenarios.errors import Problem, QuestionError, nearest_name
from scenarios.survey.map_reading import read_map
from scenarios.survey.mapping import SurveyMap
from scenarios.survey.sheet import Sheet, read_sheet
from scenarios.survey.table import and_others
from scenarios.yaml_file import YamlFile


@dataclass(frozen=True)
class Survey:
    """What was asked, of whom; `employer` (workers,) is the row of each worker's firm."""

    map: SurveyMap
    file: YamlFile
    folder: Path
    firms: Sheet
    workers: Sheet
    employer: NDArray[np.int64]

    @property
    def tier(self) -> NDArray[np.int64]:
        """Tier of each worker's firm (workers,): 0 exporter, 1 subcontractor, 2 specialist."""
        return self.firms.codes["tier"][self.employer]


def read_survey(workers: Path, firms: Path, mapping: Path) -> Survey:
    """Read and check a survey; raises QuestionError with everything that is wrong in all three files."""
    found, file, problems = read_map(mapping)
    if found is None or problems:
        raise QuestionError([*problems, *_unreadable((workers, firms))])
    firm_sheet, more = read_sheet(firms, "firms", found, file)
    worker_sheet, others = read_sheet(workers, "workers", found, file)
    problems = [*problems, *more, *others]
    if firm_sheet is None or worker_sheet is None:
        raise QuestionError(problems)
    employer, unknown = _employers(firm_sheet, worker_sheet)
    problems += unknown
    if not unknown:
        problems += _firms_without_workers(firm_sheet, employer)
    if problems:
        raise QuestionError(problems)
    return Survey(found, file, mapping.parent, firm_sheet, worker_sheet, employer)


def _unreadable(paths: tuple[Path, ...]) -> list[Problem]:
    """Say at once which files are not there, even while the mapping cannot be used."""
    return [
        Problem(str(path), "there is no such file", "the path of a CSV file")
        for path in paths
        if not path.is_file()
    ]


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


def _firms_without_workers(firms: Sheet, employer: NDArray[np.int64]) -> list[Problem]:
    """A firm of the model employs somebody; a firm that reports fewer than were met contradicts itself."""
    heads = firms.numbers["workers"]
    met = np.bincount(employer[employer >= 0], minlength=len(firms))
    problems = []
    empty = [int(at) for at in np.flatnonzero((heads == 0) & (met == 0))]
    if empty:
        rows = [firms.rows[at] for at in empty]
        message = f"the firm has no workers{and_others(rows)}"
        remedy = "take owners who work alone out of the file, or count the kin who work for them"
        problems.append(Problem(firms.where(empty[0], "workers"), message, "1 or more", "", remedy))
    over = [int(at) for at in np.flatnonzero(heads < met)]
    if over:
        first = over[0]
        rows = [firms.rows[at] for at in over]
        message = (
            f"the firm reports {heads[first]:.0f} workers and {met[first]} of it are in the file of "
            f"workers{and_others(rows)}"
        )
        remedy = "count home workers in, or correct the ids"
        problems.append(Problem(firms.where(first, "workers"), message, "", "", remedy))
    return problems
