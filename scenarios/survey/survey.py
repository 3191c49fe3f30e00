"""A survey read and linked: every worker works for a firm that is there, and every firm has workers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from scenarios.errors import Problem, QuestionError
from scenarios.strict_yaml.yaml_file import YamlFile
from scenarios.survey.map_reading import read_map
from scenarios.survey.mapping import SurveyMap, place
from scenarios.survey.sheet import NOBODY, Sheet


@dataclass(frozen=True)
class Survey:
    """What was asked, of whom; a file that there is not is a sheet of no rows.

    `employer` (workers,) is the row of each worker's firm, -1 if there is no file of firms; `notes` say what was done
    to the rows before anything was reckoned; `paid` (tiers,) is the part of the head-counts of firms that is paid.
    """

    map: SurveyMap
    file: YamlFile
    folder: Path
    firms: Sheet
    workers: Sheet
    employer: NDArray[np.int64]
    notes: tuple[str, ...] = field(default=())
    paid: NDArray[np.float64] = field(default_factory=lambda: np.ones(3))

    @property
    def sheets(self) -> dict[str, Sheet]:
        """The files that there are."""
        known = {"firms": self.firms, "workers": self.workers}
        return {kind: sheet for kind, sheet in known.items() if getattr(self.map, kind) is not None}

    @property
    def tier(self) -> NDArray[np.int64]:
        """Tier of each worker's firm (workers,): 0 exporter, 1 subcontractor, 2 specialist."""
        if self.map.firms is None:
            return self.workers.codes["tier"]
        return self.firms.codes["tier"][self.employer]


def read_survey(workers: Path | None, firms: Path | None, mapping: Path) -> Survey:
    """Read and check a survey; raises QuestionError with everything that is wrong in its files.

    One of the two files may be None, as its section is in the map.
    """
    from scenarios.survey.linking import linked
    from scenarios.survey.sheet_reading import read_sheet

    found, file, problems = read_map(mapping)
    files = {"firms": firms, "workers": workers}
    if found is None or problems:
        raise QuestionError([*problems, *_unreadable(files.values())])
    sheets: dict[str, Sheet | None] = {}
    for kind, path in files.items():
        if (path is None) != (getattr(found, kind) is None):
            problems.append(_section_or_file(kind, path, file))
            continue
        sheets[kind] = NOBODY
        if path is not None:
            sheets[kind], more = read_sheet(path, kind, found, file)
            problems += more
    firm_sheet, worker_sheet = sheets.get("firms"), sheets.get("workers")
    if firm_sheet is None or worker_sheet is None:
        raise QuestionError(problems)
    survey, more = linked(found, file, mapping.parent, firm_sheet, worker_sheet)
    if problems or more:
        raise QuestionError([*problems, *more])
    return survey


def read_survey_of(files: Sequence[Path], mapping: Path) -> Survey:
    """Read a survey of workers and firms, in this order, or of the one file that the map speaks of."""
    if len(files) == 2:
        return read_survey(files[0], files[1], mapping)
    found, file, problems = read_map(mapping)
    if found is None or problems:
        raise QuestionError([*problems, *_unreadable(files)])
    if found.firms is not None and found.workers is not None:
        message = "has sections firms and workers, and one file is given"
        remedy = "--from WORKERS FIRMS, or take the section out for which there is no file"
        raise QuestionError([Problem(file.name, message, "a file for each section", remedy=remedy)])
    only = files[0]
    return (
        read_survey(only, None, mapping)
        if found.firms is None
        else read_survey(None, only, mapping)
    )


def _section_or_file(kind: str, path: Path | None, file: YamlFile) -> Problem:
    if path is None:
        return Problem(
            place(file, kind), f"speaks of {kind}, and there is no file of them", "a file"
        )
    message = f"has no section {kind} for {path.name}"
    remedy = f"a section {kind}, or one file alone: --from FILE"
    return Problem(file.name, message, "a section for each file", remedy=remedy)


def _unreadable(paths: Iterable[Path | None]) -> list[Problem]:
    """Say at once which files are not there, even while the mapping cannot be used."""
    return [
        Problem(str(path), "there is no such file", "the path of a file of data")
        for path in paths
        if path is not None and not path.is_file()
    ]
