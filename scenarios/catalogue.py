"""The catalogue of real clusters: which there are, and one of them read, checked and ready to use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ValidationError

from scenarios.cluster import ClusterDescription
from scenarios.coherence import incoherences
from scenarios.errors import Problem, QuestionError, from_pydantic, nearest_name
from scenarios.sources import Source, read_sources
from scenarios.yaml_file import YamlFile, read_yaml

CATALOGUE = Path(__file__).resolve().parent / "clusters"
_LIST = "poverty-nodes list clusters"


@dataclass(frozen=True)
class ClusterEntry:
    """One line of the catalogue."""

    id: str
    title: str
    country: str
    trade: str
    base_year: int
    phase: str
    measured: float
    derived: float
    assumed: float


def list_clusters() -> list[ClusterEntry]:
    """Return the clusters of the catalogue with the shares of their numbers by kind, by id."""
    return [_entry(load_cluster(identifier)) for identifier in cluster_ids()]


def cluster_ids() -> list[str]:
    """Return the ids of the clusters in the catalogue, in alphabetical order."""
    return sorted(path.parent.name for path in CATALOGUE.glob("*/cluster.yaml"))


def load_cluster(name: str | Path) -> ClusterDescription:
    """Return a cluster by its id, or from a folder of section files or one YAML file of sections.

    A folder, or the folder of the file, may hold a sources.bib of its own beside the project's.
    Raises QuestionError with all the problems of all the files: an unknown id (nearest name given),
    an unknown, missing or doubled key, a wrong unit, a source that no bibliography has, a range that
    does not hold its value, shares that do not sum to 1, sections that contradict each other.
    """
    path = _find(name)
    marks = tuple(sorted((file.name, file.stat().st_mtime_ns) for file in _files(path)))
    return _load(path, marks)


def _find(name: str | Path) -> Path:
    text = str(name)
    is_path = isinstance(name, Path) or "/" in text or text.endswith((".yaml", ".yml"))
    path = Path(name) if is_path else CATALOGUE / text
    if path.is_file() or (path.is_dir() and (is_path or text in cluster_ids())):
        return path.resolve()
    if is_path:
        raise QuestionError([Problem(text, "there is no such file or folder", remedy=_LIST)])
    known = cluster_ids()
    nearest = nearest_name(text, known)
    problem = Problem("cluster", f"there is no cluster '{text}'", ", ".join(known), nearest, _LIST)
    raise QuestionError([problem])


def _files(path: Path) -> list[Path]:
    folder = path if path.is_dir() else path.parent
    files = list(folder.glob("*.yaml")) if path.is_dir() else [path]
    return files + list(folder.glob("sources.bib"))


@lru_cache(maxsize=32)
def _load(path: Path, marks: tuple[tuple[str, int], ...]) -> ClusterDescription:
    """Read and check; `marks` (names and times of the files) make a changed file a new question."""
    problems: list[Problem] = []
    files = _sections(path, problems)
    parts: dict[str, BaseModel] = {}
    for section, field in ClusterDescription.model_fields.items():
        model, file = field.annotation, files.get(section)
        if file is None or not isinstance(model, type) or file.problems:
            continue
        try:
            parts[section] = model.model_validate(file.data)
        except ValidationError as error:
            problems += from_pydantic(error, f"{file.name}: {section}", model, file.lines)
    problems += _unknown_sources(files, path)
    if len(parts) < len(ClusterDescription.model_fields):
        raise QuestionError(problems)
    cluster = ClusterDescription.model_validate(parts)
    problems += incoherences(cluster, {section: file.name for section, file in files.items()})
    if path.is_dir() and path.name != cluster.cluster.id:
        where = f"{files['cluster'].name}: cluster.id"
        problems.append(Problem(where, "is not the folder's name", f"'{path.name}'"))
    if problems:
        raise QuestionError(problems)
    return cluster


def _sections(path: Path, problems: list[Problem]) -> dict[str, YamlFile]:
    """Return a file for each section, from a folder of files or cut out of a single one."""
    known = list(ClusterDescription.model_fields)
    if path.is_dir():
        found = {file.stem: file for file in sorted(path.glob("*.yaml"))}
        files = {stem: read_yaml(file, _shown(file)) for stem, file in found.items()}
        whole = _shown(path)
    else:
        single = read_yaml(path, _shown(path))
        files = {str(key): _cut(single, str(key)) for key in single.data}
        problems += single.problems
        whole = single.name
    for section in known:
        if section not in files:
            problems.append(Problem(f"{whole}: {section}", "is missing", "a section of the cluster"))
    for section, file in files.items():
        problems += file.problems
        if section not in known:
            nearest = nearest_name(section, known)
            problems.append(Problem(file.name, "is no section", ", ".join(known), nearest))
    return {section: file for section, file in files.items() if section in known}


def _cut(single: YamlFile, section: str) -> YamlFile:
    data = single.data[section]
    head = f"{section}."
    lines = {key.removeprefix(head): n for key, n in single.lines.items() if key.startswith(head)}
    part = YamlFile(single.name, lines=lines)
    if isinstance(data, dict):
        part.data = data
    else:
        part.problems.append(Problem(f"{single.name}: {section}", "holds no keys", "keys and values"))
    return part


def _unknown_sources(files: dict[str, YamlFile], path: Path) -> list[Problem]:
    """Return a problem for every source that is named in the files and stands in no bibliography."""
    known: dict[str, Source] = dict(read_sources())
    own = (path if path.is_dir() else path.parent) / "sources.bib"
    if own.is_file():
        known |= read_sources(own)
    return [
        problem
        for section, file in files.items()
        for key, text in _named_sources(file.data, section)
        for problem in _missing(key, text, known, file, section)
    ]


def _missing(
    key: str, text: str, known: dict[str, Source], file: YamlFile, section: str
) -> list[Problem]:
    line = file.lines.get(key.removeprefix(f"{section}."), 0)
    where = f"{file.name}: {key}" + (f" (line {line})" if line else "")
    names = [name for name in (part.strip() for part in text.split(",")) if name]
    return [
        Problem(
            where,
            f"'{name}' is not in sources.bib",
            nearest=nearest_name(name, known),
            remedy="add the entry to sources.bib, or make the number assumed",
        )
        for name in names
        if name != "assumed" and name not in known
    ]


def _named_sources(data: object, key: str) -> list[tuple[str, str]]:
    """Return (dotted key, text) of every `source` below, whether or not the rest is in order."""
    found: list[tuple[str, str]] = []
    if isinstance(data, dict):
        for name, below in data.items():
            if name == "source" and isinstance(below, str):
                found.append((f"{key}.source", below))
            else:
                found += _named_sources(below, f"{key}.{name}")
    elif isinstance(data, list):
        for index, below in enumerate(data):
            found += _named_sources(below, f"{key}.{index}")
    return found


def _shown(path: Path) -> str:
    """Return a path as a message shows it: from the project's root where it lies inside it."""
    root = CATALOGUE.parent.parent
    return str(path.relative_to(root)) if path.is_relative_to(root) else str(path)


def _entry(cluster: ClusterDescription) -> ClusterEntry:
    about, kinds = cluster.cluster, cluster.provenance()
    return ClusterEntry(
        id=about.id,
        title=about.title,
        country=about.country,
        trade=about.trade,
        base_year=about.base_year,
        phase=about.phase,
        measured=kinds["measured"],
        derived=kinds["derived"],
        assumed=kinds["assumed"],
    )
