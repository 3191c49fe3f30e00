"""The catalogue of real clusters: which there are, and one of them read and checked."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from poverty_nodes.scenarios.archetypes import closest
from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.errors import Problem, QuestionError, nearest_name
from poverty_nodes.scenarios.files.reading import read_cluster
from poverty_nodes.scenarios.files.second_reading import SecondReading, provisional, second_reading
from poverty_nodes.scenarios.sources.bibliography import Source, project_sources, read_sources
from poverty_nodes.scenarios.strict_yaml import paths

CATALOGUE = Path(__file__).resolve().parent / "clusters"
_LIST = "poverty-nodes list clusters"


@dataclass(frozen=True)
class ClusterEntry:
    """One line of the catalogue; `measured`, `derived`, `assumed` are shares of the numbers and sum to 1.

    `archetype` is the one that the cluster is likest to; `provisional` names the measured numbers that no second
    reader has confirmed.
    """

    id: str
    title: str
    country: str
    trade: str
    base_year: int
    phase: str
    measured: float
    derived: float
    assumed: float
    archetype: str
    provisional: tuple[str, ...]


def cluster_ids() -> list[str]:
    """Return the ids of the clusters in the catalogue, in alphabetical order."""
    return sorted(path.parent.name for path in CATALOGUE.glob("*/cluster.yaml"))


def list_clusters() -> list[ClusterEntry]:
    """Return an entry for each cluster of the catalogue, by id."""
    return [_entry(load_cluster(identifier)) for identifier in cluster_ids()]


def load_cluster(name: str | Path) -> ClusterDescription:
    """Return a cluster by its id, or from a folder of section files or one YAML file of sections.

    A text with a slash or the ending .yaml or .yml is a path. A sources.bib beside the files is
    read besides the project's. A cluster that was read is kept until one of its files changes.

    Raises QuestionError with all the problems of all the files at once: an unknown id (the nearest
    is given), an unknown, missing or doubled key, a wrong unit, a source that no bibliography has,
    a range that does not hold its value, shares that do not sum to 1, sections that contradict
    each other.
    """
    path = _find(name)
    return _read_once(path, _marks(path))


def reading_of(name: str | Path) -> SecondReading | None:
    """Return the second reading of a cluster by its id or folder; None where there is none."""
    path = _find(name)
    return second_reading(path) if path.is_dir() else None


def provisional_numbers(name: str | Path) -> list[str]:
    """Return the measured numbers of a cluster, by its id or path, that no second reader has confirmed."""
    return provisional(load_cluster(name), reading_of(name))


def known_sources(name: str | Path) -> dict[str, Source]:
    """Return the sources that a cluster's numbers may name: the project's, and those beside its own files."""
    beside = folder_of(name) / "sources.bib"
    return dict(project_sources()) | (read_sources(beside) if beside.is_file() else {})


def is_path(name: str | Path) -> bool:
    """Whether a cluster or another description is named by where it lies, and not by an id.

    >>> is_path("./my_town"), is_path("town.yaml"), is_path("my_town")
    (True, True, False)
    """
    text = str(name)
    is_typed = "/" in text or os.sep in text or text.endswith((".yaml", ".yml"))
    return isinstance(name, Path) or is_typed


def folder_of(name: str | Path) -> Path:
    """Return the folder in which the files of a cluster lie, by its id or path."""
    path = _find(name)
    return path if path.is_dir() else path.parent


def _find(name: str | Path) -> Path:
    text = str(name)
    if is_path(name):
        return paths.existing(name)
    known = cluster_ids()
    if text in known:
        return CATALOGUE / text
    nearest = nearest_name(text, known)
    problem = Problem("cluster", f"there is no cluster '{text}'", ", ".join(known), nearest, _LIST)
    raise QuestionError([problem])


def _marks(path: Path) -> tuple[tuple[str, int, int], ...]:
    """Return names, times and sizes of a cluster's files: they change when the cluster does."""
    folder = path if path.is_dir() else path.parent
    files = [*folder.glob("*.y*ml")] if path.is_dir() else [path]
    stats = [(file.name, file.stat()) for file in (*files, *folder.glob("sources.bib"))]
    return tuple(sorted((name, stat.st_mtime_ns, stat.st_size) for name, stat in stats))


@lru_cache(maxsize=32)
def _read_once(path: Path, marks: tuple[tuple[str, int, int], ...]) -> ClusterDescription:
    """Read a cluster once for each state of its files; `marks` is there for the cache alone."""
    return read_cluster(path)


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
        archetype=closest(cluster).archetype,
        provisional=tuple(provisional(cluster, reading_of(about.id))),
    )
