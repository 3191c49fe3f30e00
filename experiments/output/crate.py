"""ro-crate-metadata.json: what lies in an answer's folder, with the hash of each file, and what made it.

The form is RO-Crate 1.1 (Soiland-Reyes and others 2022) with the profile Process Run Crate 0.5: one action whose
instrument is this software, whose objects are the question and what it names, and whose results are all other files.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from poverty_nodes.experiments.output.answer_files import CRATE, MANIFEST, OWN_CLUSTERS, QUESTION

CONTEXT = ("https://w3id.org/ro/crate/1.1/context", {"sha256": "https://schema.org/sha256"})
SPECIFICATION = "https://w3id.org/ro/crate/1.1"
PROFILE = "https://w3id.org/ro/wfrun/process/0.5"
SOFTWARE, ACTION, TERMS = "#poverty-nodes", "#answer", "#terms"
FORMATS = {
    ".csv": "text/csv",
    ".html": "text/html",
    ".json": "application/json",
    ".md": "text/markdown",
    ".parquet": "application/vnd.apache.parquet",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".yaml": "application/yaml",
}
"""Media types by the ending of a file's name."""

Entity = dict[str, object]


def write_crate(folder: Path, name: str) -> None:
    """Describe all files of a finished answer, by the name that its folder will have.

    Nothing is written where there is no manifest to go by.
    """
    path = folder / MANIFEST
    if not path.is_file():
        return
    manifest = json.loads(path.read_text(encoding="utf-8"))
    graph = list(_graph(folder, name, manifest))
    text = json.dumps({"@context": CONTEXT, "@graph": graph}, indent=2, ensure_ascii=False)
    (folder / CRATE).write_text(text + "\n", encoding="utf-8")


def hash_of(path: Path) -> str:
    """SHA-256 of a file, as sixty-four hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def files_of(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file below a folder by its name in it, in order of name; the crate's own is left out."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name != CRATE:
            yield name, path


def _graph(folder: Path, called: str, manifest: Mapping[str, object]) -> Iterator[Entity]:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    files = [_file(name, path) for name, path in files_of(folder)]
    asked = [each for each in files if _is_asked(str(each["@id"]))]
    made = [each for each in files if each not in asked]
    yield {
        "@id": CRATE,
        "@type": "CreativeWork",
        "conformsTo": {"@id": SPECIFICATION},
        "about": {"@id": "./"},
    }
    yield {
        "@id": "./",
        "@type": "Dataset",
        "name": f"poverty-nodes {manifest.get('verb', '')}: {called}",
        "description": "An answer by simulation: the question, what it was answered with, tables, figures and page.",
        "datePublished": now,
        "license": {"@id": TERMS},
        "conformsTo": {"@id": PROFILE},
        "hasPart": _named(files),
        "mentions": {"@id": ACTION},
    }
    yield _action(manifest, asked, made, now)
    yield from _software(manifest)
    yield {"@id": PROFILE, "@type": "CreativeWork", "name": "Process Run Crate", "version": "0.5"}
    yield {
        "@id": TERMS,
        "@type": "CreativeWork",
        "name": "Terms of use",
        "description": "Whoever asked the question decides; the software is under the Apache License 2.0.",
    }
    yield from files


def _action(
    manifest: Mapping[str, object], asked: list[Entity], made: list[Entity], now: str
) -> Entity:
    verb = manifest.get("verb", "")
    return {
        "@id": ACTION,
        "@type": "CreateAction",
        "name": f"poverty-nodes {verb}",
        "description": f"poverty-nodes {verb} question={QUESTION}",
        "endTime": now,
        "instrument": {"@id": SOFTWARE},
        "object": _named(asked),
        "result": _named(made),
        "actionStatus": {"@id": "http://schema.org/CompletedActionStatus"},
    }


def _software(manifest: Mapping[str, object]) -> Iterator[Entity]:
    """This software by the hash of what decides a run's numbers, and the libraries that it was run with."""
    found = manifest.get("libraries")
    libraries = found if isinstance(found, Mapping) else {}
    versions = {"python": manifest.get("python", ""), **libraries}
    yield {
        "@id": SOFTWARE,
        "@type": "SoftwareApplication",
        "name": "poverty-nodes",
        "softwareVersion": manifest.get("version", ""),
        "identifier": f"code {manifest.get('code', '')}, commit {manifest.get('commit')}",
        "softwareRequirements": [{"@id": f"#{name}"} for name in versions],
    }
    for name, version in versions.items():
        yield {
            "@id": f"#{name}",
            "@type": "SoftwareApplication",
            "name": name,
            "softwareVersion": version,
        }


def _file(name: str, path: Path) -> Entity:
    entity: Entity = {
        "@id": name,
        "@type": "File",
        "name": name,
        "contentSize": str(path.stat().st_size),
        "sha256": hash_of(path),
    }
    if path.suffix in FORMATS:
        entity["encodingFormat"] = FORMATS[path.suffix]
    return entity


def _is_asked(name: str) -> bool:
    return name == QUESTION or name.startswith(f"{OWN_CLUSTERS}/")


def _named(entities: list[Entity]) -> list[dict[str, object]]:
    return [{"@id": each["@id"]} for each in entities]
