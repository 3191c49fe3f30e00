"""Clusters of one's own travel with the question: their files lie in the folder of results, and it names them there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from poverty_nodes.experiments.output.answer_files import OWN_CLUSTERS

FOLDER = OWN_CLUSTERS
KEYS = ("cluster", "clusters")
"""Keys of a question that name clusters, at the top and in the list of what is swept."""
CARRIED = ("*.yaml", "*.yml", "sources.bib", "NOTES.md", "survey/*.yaml")
"""Files of a cluster that travel: what is read, what is said of it, and the map of the survey it was made of."""


def with_clusters(content: Mapping[str, object], change: Callable[[str], str]) -> dict[str, object]:
    """The same content, with each cluster that is named by a path renamed by `change`."""

    def replaced(value: object, names_clusters: bool) -> object:
        if isinstance(value, Mapping):
            return {key: replaced(each, key in KEYS) for key, each in value.items()}
        if isinstance(value, list | tuple):
            return [replaced(each, names_clusters) for each in value]
        is_path = names_clusters and isinstance(value, str) and _is_path(value)
        return change(str(value)) if is_path else value

    return {key: replaced(value, key in KEYS) for key, value in content.items()}


def lying_beside(file: Path, name: str) -> str:
    """A path as it is to be read from the working directory, when a question file says it.

    >>> lying_beside(Path("outputs/run/a/question.yaml"), "clusters/my_town")
    'outputs/run/a/clusters/my_town'
    >>> lying_beside(Path("question.yaml"), "./my_town"), lying_beside(Path("a/b.yaml"), "/towns/my_town")
    ('./my_town', '/towns/my_town')
    """
    joined = (file.parent / Path(name).expanduser()).as_posix()
    return joined if _is_path(joined) else f"./{joined}"


def carried(content: Mapping[str, object]) -> tuple[dict[str, object], dict[str, bytes]]:
    """The content with its own clusters named below `FOLDER`, and their files by where they are to lie.

    The files are read at once, so that they are what the question was checked with even if it takes a day to answer.
    """
    homes = homes_of(_named(content))
    files: dict[str, bytes] = {}

    def name_of(name: str) -> str:
        source, home = _source(name), f"{FOLDER}/{homes[name]}"
        files.update({f"{home}/{path}": text for path, text in _files(source)})
        return f"{home}/{source.name}" if source.is_file() else home

    return with_clusters(content, name_of), files


def homes_of(names: Iterable[str]) -> dict[str, str]:
    """Short names for clusters named by where they lie, told apart from each other and from the ids among them.

    A name is that of the folder, since a cluster's folder has its id; where two have one, that of the folder above
    stands before it. Clusters that lie where their short names say have the same short names.
    """
    names = tuple(names)
    paths = {name: _source(name) for name in names if _is_path(name)}
    sources = list(dict.fromkeys(paths.values()))
    ids = {name for name in names if name not in paths}
    last = [_last(each) for each in sources]
    found: dict[Path, str] = {}
    for source, name in zip(sources, last, strict=True):
        if last.count(name) > 1 or name in ids:
            above = (
                source.parent.parent
                if source.is_file() and source.parent.name == name
                else source.parent
            )
            tried = [
                f"{above.name}/{name}",
                *(f"{above.name}-{at}/{name}" for at in range(2, len(last) + 2)),
            ]
            name = next(each for each in tried if each not in found.values())
        found[source] = name
    return {name: found[source] for name, source in paths.items()}


def _named(content: object, names_clusters: bool = False) -> Iterator[str]:
    """Every cluster that a question names, by id or path."""
    if isinstance(content, Mapping):
        for key, each in content.items():
            yield from _named(each, key in KEYS)
    elif isinstance(content, list | tuple):
        for each in content:
            yield from _named(each, names_clusters)
    elif names_clusters and isinstance(content, str):
        yield content


def _source(name: str) -> Path:
    return Path(name).expanduser().resolve()


def _last(source: Path) -> str:
    return source.stem if source.is_file() else source.name


def _files(source: Path) -> Iterator[tuple[str, bytes]]:
    if source.is_file():
        beside = source.parent / "sources.bib"
        found = [source, *([beside] if beside.is_file() else [])]
        yield from ((path.name, path.read_bytes()) for path in found)
        return
    for path in sorted(path for pattern in CARRIED for path in source.glob(pattern)):
        if path.is_file() and (
            path.resolve().is_relative_to(source) or _is_description(path, source)
        ):
            yield path.relative_to(source).as_posix(), path.read_bytes()


def _is_description(path: Path, source: Path) -> bool:
    """Whether a file was read as part of the cluster of a folder.

    What was not may be a link in a folder that somebody sent, to something private that would travel with the answer.
    """
    from poverty_nodes.scenarios.files.reading import (  # reads YAML: not needed for --help
        OPTIONAL,
        SECTIONS,
    )

    return path.parent == source and (
        path.name == "sources.bib" or path.stem in (*SECTIONS, *OPTIONAL)
    )


def _is_path(name: str) -> bool:
    from poverty_nodes.scenarios.catalogue import is_path  # reads YAML: not needed for --help

    return is_path(name)
