"""The bibliography: what each source is, where it stands and what it is cited for.

sources.bib is the project's only list of sources. Besides author, title, year and an address each
entry has a `reason`: what it justifies, from a closed vocabulary. The reader is strict on purpose:
it knows the one form that the file uses (`@kind{key,` then `  field = {text},` lines, then `}`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from poverty_nodes.scenarios.description.estimate import NOT_A_SOURCE
from poverty_nodes.scenarios.errors import Problem, QuestionError, nearest_name
from poverty_nodes.scenarios.strict_yaml.yaml_file import YamlFile

BYTES = 10_000_000
"""The longest bibliography that is read; the project's own has a hundredth of it."""
REASONS = (
    "firms",
    "workers",
    "wages",
    "women and minorities",
    "home work",
    "households",
    "value chain",
    "credit",
    "prices",
    "poverty lines",
    "rule",
    "measure",
    "policy",
    "pattern",
)
"""What a source may be cited for."""

_KINDS = ("article", "book", "incollection", "techreport", "misc", "phdthesis")
_REQUIRED = ("title", "author", "year", "reason")
_OPTIONAL = (
    *("url", "address", "doi", "journal", "booktitle", "publisher", "institution"),
    *("volume", "number", "pages", "note"),
)
_ENTRY = re.compile(r"@(\w+)\{([^\s,{}]+),\s*$")
_FIELD = re.compile(r"\s+(\w+)\s*=\s*\{(.*)\},?\s*$")


@dataclass(frozen=True)
class Source:
    """One entry of sources.bib: `reasons` is what it is cited for, `address` where it is found."""

    key: str
    title: str
    author: str
    year: int
    address: str
    reasons: tuple[str, ...]
    note: str = ""

    def cite(self) -> str:
        """Return the source in one line: author (year), title, address."""
        return f"{self.author} ({self.year}). {self.title}. {self.address}"


def bibliography_path() -> Path:
    """Return the project's sources.bib: beside this file if installed, else at the root."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "sources.bib"
    return installed if installed.is_file() else package.parent / "sources.bib"


@lru_cache(maxsize=1)
def project_sources() -> dict[str, Source]:
    """Return the sources of the project's own bibliography by key; read once."""
    return read_sources(bibliography_path())


def read_sources(path: Path) -> dict[str, Source]:
    """Return the sources of a bibliography by key.

    Raises QuestionError with every line that is not understood, every field that is missing, every
    key that stands twice and every reason that is not in `REASONS`.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(BYTES + 1)
        text = content[:BYTES].decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionError([Problem(path.name, f"cannot be read: {error}")]) from error
    if len(content) > BYTES:
        message = "is too long for a bibliography"
        raise QuestionError([Problem(path.name, message, f"at most {BYTES:,} bytes")])
    problems: list[Problem] = []
    sources: dict[str, Source] = {}
    for key, (line, fields) in _entries(text, path.name, problems).items():
        source = _source(key, fields, f"{path.name}: {key} (line {line})", problems)
        if source is not None:
            sources[key] = source
    if problems:
        raise QuestionError(problems)
    return sources


def _entries(
    text: str, name: str, problems: list[Problem]
) -> dict[str, tuple[int, dict[str, str]]]:
    entries: dict[str, tuple[int, dict[str, str]]] = {}
    fields: dict[str, str] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        where = f"{name} (line {number})"
        if fields is None and (not line.strip() or line.startswith("%")):
            continue
        if fields is None and (match := _ENTRY.match(line)):
            kind, key = match.groups()
            if kind not in _KINDS:
                accepted, nearest = ", ".join(_KINDS), nearest_name(kind, _KINDS)
                problems.append(Problem(where, f"@{kind} is not accepted", accepted, nearest))
            if key in entries:
                problems.append(Problem(where, f"the key '{key}' stands twice"))
            fields = {}
            entries[key] = (number, fields)
        elif fields is not None and line.strip() == "}":
            fields = None
        elif fields is not None and (match := _FIELD.match(line)):
            if match[1] in fields:
                problems.append(Problem(where, f"the field '{match[1]}' stands twice"))
            fields[match[1]] = match[2].strip()
        else:
            problems.append(Problem(where, "is not understood", "@kind{key, then field = {text},"))
    return entries


def _source(key: str, fields: dict[str, str], where: str, problems: list[Problem]) -> Source | None:
    found = [*_wrong_fields(fields, where), *_wrong_reasons(fields, where)]
    problems += found
    if found:
        return None
    return Source(
        key=key,
        title=fields["title"],
        author=fields["author"],
        year=int(fields["year"]),
        address=_address(fields),
        reasons=_listed(fields["reason"]),
        note=fields.get("note", ""),
    )


def _wrong_fields(fields: dict[str, str], where: str) -> Iterator[Problem]:
    known = (*_REQUIRED, *_OPTIONAL)
    for field in fields:
        if field not in known:
            nearest = nearest_name(field, known)
            yield Problem(where, f"'{field}' is not a field here", ", ".join(known), nearest)
    for field in _REQUIRED:
        if not fields.get(field):
            yield Problem(where, f"has no {field}")
    if not _address(fields):
        yield Problem(where, "has no address", "url, doi or address")
    year = fields.get("year")
    if year and not re.fullmatch(r"\d{4}", year):
        yield Problem(where, f"'{year}' is not a year", "four digits")


def _wrong_reasons(fields: dict[str, str], where: str) -> Iterator[Problem]:
    for reason in _listed(fields.get("reason", "")):
        if reason not in REASONS:
            nearest = nearest_name(reason, REASONS)
            yield Problem(where, f"'{reason}' is not a reason", ", ".join(REASONS), nearest)


def _address(fields: dict[str, str]) -> str:
    return next((fields[name] for name in ("url", "doi", "address") if fields.get(name)), "")


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def uncited(file: YamlFile, section: str, known: Mapping[str, Source]) -> list[Problem]:
    """Return a problem for every source named in a section that is not among the known ones.

    Looks at the raw data, so that a wrong source is found even where the rest is not in order.
    """
    return [
        Problem(
            f"{file.name}: {section}.{key}" + (f" (line {line})" if line else ""),
            f"'{name}' is not in sources.bib",
            nearest=nearest_name(name, known),
            remedy="add the entry to sources.bib, or make the number assumed",
        )
        for key, text in _named(file.data, "")
        for line in (file.lines.get(key, 0),)
        for name in (part.strip() for part in text.split(","))
        if name and name != NOT_A_SOURCE and name not in known
    ]


def _named(data: object, key: str) -> Iterator[tuple[str, str]]:
    """Yield (dotted key, text) of every `source` below."""
    if isinstance(data, dict):
        for name, below in data.items():
            dotted = f"{key}.{name}" if key else str(name)
            if name == "source" and isinstance(below, str):
                yield dotted, below
            else:
                yield from _named(below, dotted)
    elif isinstance(data, list):
        for index, below in enumerate(data):
            yield from _named(below, f"{key}.{index}")
