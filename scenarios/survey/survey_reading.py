"""Read a survey from its files and their map, check it and link it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from poverty_nodes.scenarios.errors import Problem, QuestionError
from poverty_nodes.scenarios.strict_yaml.yaml_file import YamlFile
from poverty_nodes.scenarios.survey.linking import linked
from poverty_nodes.scenarios.survey.map_reading import read_map
from poverty_nodes.scenarios.survey.mapping import place
from poverty_nodes.scenarios.survey.sheet import NOBODY, Sheet
from poverty_nodes.scenarios.survey.sheet_reading import read_sheet
from poverty_nodes.scenarios.survey.survey import Survey


def read_survey(workers: Path | None, firms: Path | None, mapping: Path) -> Survey:
    """Read and check a survey; raises QuestionError with everything that is wrong in its files.

    One of the two files may be None, as its section is in the map.
    """
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
    """Read a survey of workers and firms, in this order, or of the one file that the map describes."""
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
    """Report missing files even if the map cannot be used."""
    return [
        Problem(str(path), "there is no such file", "the path of a file of data")
        for path in paths
        if path is not None and not path.is_file()
    ]
