"""From the files of a cluster to a checked description, or to every problem that they have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel, ValidationError

from poverty_nodes.scenarios.description.cluster import (
    Chain,
    ClusterDescription,
    Firms,
    Households,
    Identity,
    Money,
    Places,
    Workers,
)
from poverty_nodes.scenarios.description.coherence import incoherences
from poverty_nodes.scenarios.description.facts import Facts
from poverty_nodes.scenarios.errors import Problem, QuestionError, nearest_name
from poverty_nodes.scenarios.sources.bibliography import (
    Source,
    project_sources,
    read_sources,
    uncited,
)
from poverty_nodes.scenarios.strict_yaml.schema_messages import from_pydantic
from poverty_nodes.scenarios.strict_yaml.yaml_file import YamlFile, read_yaml

ROOT = Path(__file__).resolve().parents[2]
SECOND_READING = "second_reading"
"""Name of a file beside the sections: the measured numbers read a second time."""
BESIDE = (SECOND_READING, "capabilities")
"""Files of a cluster's folder that are no part of its description."""
SECTIONS: Mapping[str, type[BaseModel]] = {
    "cluster": Identity,
    "money": Money,
    "firms": Firms,
    "workers": Workers,
    "households": Households,
    "chain": Chain,
    "places": Places,
}
OPTIONAL: Mapping[str, type[BaseModel]] = {"features": Facts}
"""Sections that a description may do without."""


def read_cluster(path: Path) -> ClusterDescription:
    """Return the cluster in a folder of section files, or in one YAML file of all the sections.

    Raises QuestionError with all the problems of all the files.
    """
    problems: list[Problem] = []
    files = _section_files(path, problems)
    parts = _validated(files, problems)
    problems += [
        problem
        for section, file in files.items()
        for problem in uncited(file, section, _known_sources(path))
    ]
    if not set(SECTIONS) <= set(parts):
        raise QuestionError(problems)
    cluster = ClusterDescription.model_validate(parts)
    problems += incoherences(cluster, {section: file.name for section, file in files.items()})
    if path.is_dir() and path.name != cluster.cluster.id:
        where = f"{files['cluster'].name}: cluster.id"
        problems.append(Problem(where, "is not the name of the folder", f"'{path.name}'"))
    if problems:
        raise QuestionError(problems)
    return cluster


def _known_sources(path: Path) -> dict[str, Source]:
    """Return the project's sources and those of a sources.bib beside the files."""
    own = (path if path.is_dir() else path.parent) / "sources.bib"
    return dict(project_sources()) | (read_sources(own) if own.is_file() else {})


def _validated(files: Mapping[str, YamlFile], problems: list[Problem]) -> dict[str, BaseModel]:
    parts: dict[str, BaseModel] = {}
    for section, model in (dict(SECTIONS) | dict(OPTIONAL)).items():
        file = files.get(section)
        if file is None or not file.data:
            continue
        try:
            parts[section] = model.model_validate(file.data)
        except ValidationError as error:
            problems += from_pydantic(error, f"{file.name}: {section}", model, file.lines)
    return parts


def _section_files(path: Path, problems: list[Problem]) -> dict[str, YamlFile]:
    """Return a file for each section; what is missing, unknown or unreadable becomes a problem."""
    whole, known = _shown(path), (*SECTIONS, *OPTIONAL)
    files = dict(_files_of_folder(path) if path.is_dir() else _parts_of_file(path, problems))
    for section in SECTIONS:
        if section not in files:
            problems.append(Problem(f"{whole}: {section}", "is missing", "a section"))
    for section, file in files.items():
        problems += file.problems
        if section not in known:
            nearest = nearest_name(section, known)
            accepted = ", ".join(known)
            problems.append(Problem(f"{whole}: {section}", "is no section", accepted, nearest))
    return {section: file for section, file in files.items() if section in known}


def _files_of_folder(path: Path) -> Iterator[tuple[str, YamlFile]]:
    for file in sorted(path.glob("*.y*ml")):
        if file.stem in BESIDE:
            continue
        yield file.stem, read_yaml(file, _shown(file))


def _parts_of_file(path: Path, problems: list[Problem]) -> Iterator[tuple[str, YamlFile]]:
    whole = read_yaml(path, _shown(path))
    problems += whole.problems
    for key, data in whole.data.items():
        head = f"{key}."
        lines = {k.removeprefix(head): n for k, n in whole.lines.items() if k.startswith(head)}
        part = YamlFile(whole.name, lines=lines)
        if isinstance(data, dict):
            part.data = data
        else:
            where = f"{whole.name}: {key} (line {whole.lines[str(key)]})"
            part.problems.append(Problem(where, "holds no keys", "keys and values"))
        yield str(key), part


def _shown(path: Path) -> str:
    """Return a path as a message shows it: from the project's root where it lies inside it."""
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)
