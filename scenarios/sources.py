"""The bibliography: what each source is, where it stands and what it is cited for.

sources.bib is the project's only list of sources. Besides author, title, year and an address each
entry has a `reason`: what it justifies, from a closed vocabulary. The reader is strict on purpose:
it knows the one form that the file uses (`@kind{key,` then `  field = {text},` lines, then `}`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from scenarios.errors import Problem, QuestionError, nearest_name

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
    """One entry of sources.bib; `reasons` says what it is cited for, `address` where it is found."""

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
    """Return the project's sources.bib: at the root of a checkout, in the package when installed."""
    package = Path(__file__).resolve().parent
    return next(
        (path for path in (package / "sources.bib", package.parent / "sources.bib") if path.is_file()),
        package.parent / "sources.bib",
    )


@lru_cache(maxsize=8)
def read_sources(path: Path | None = None) -> dict[str, Source]:
    """Return the sources of a bibliography by key; the project's own if no path is given.

    Raises QuestionError with every line that is not understood, every field that is missing, every
    key that stands twice and every reason that is not in `REASONS`.
    """
    path = path or bibliography_path()
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionError([Problem(path.name, f"cannot be read: {error}")]) from error
    problems: list[Problem] = []
    entries = _entries(text, path.name, problems)
    sources = {key: _source(key, line, raw, path.name, problems) for key, (line, raw) in entries.items()}
    if problems:
        raise QuestionError(problems)
    return {key: source for key, source in sources.items() if source is not None}


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


def _source(
    key: str, line: int, raw: dict[str, str], name: str, problems: list[Problem]
) -> Source | None:
    before = len(problems)
    where = f"{name}: {key} (line {line})"
    known = (*_REQUIRED, *_OPTIONAL)
    for field in raw:
        if field not in known:
            nearest = nearest_name(field, known)
            problems.append(Problem(where, f"unknown field '{field}'", ", ".join(known), nearest))
    for field in _REQUIRED:
        if not raw.get(field):
            problems.append(Problem(where, f"has no {field}"))
    address = raw.get("url") or raw.get("doi") or raw.get("address") or ""
    if not address:
        problems.append(Problem(where, "has no address", "url, doi or address"))
    if raw.get("year") and not re.fullmatch(r"\d{4}", raw["year"]):
        problems.append(Problem(where, f"'{raw['year']}' is not a year", "four digits"))
    reasons = tuple(part.strip() for part in raw.get("reason", "").split(",") if part.strip())
    for reason in reasons:
        if reason not in REASONS:
            nearest = nearest_name(reason, REASONS)
            problems.append(Problem(where, f"'{reason}' is no reason", ", ".join(REASONS), nearest))
    if len(problems) > before:
        return None
    return Source(
        key=key,
        title=raw["title"],
        author=raw["author"],
        year=int(raw["year"]),
        address=address,
        reasons=reasons,
        note=raw.get("note", ""),
    )
