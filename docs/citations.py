"""Which works the model names as the sources of its rules and parameters, and where the bibliography has them.

A parameter names a key of sources.bib (`nijkamp2005`, `trta_surgical`) or, as a rule's docstring does, authors and a
year (Gollin 2002).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from poverty_nodes.model.parameters.all_parameters import PARAMETERS
from poverty_nodes.scenarios.sources.bibliography import Source

ROOT = Path(__file__).resolve().parents[1]
KEY = re.compile(r"\b[a-z]+(?:_[a-z]+)*\d{4}(?:_[a-z]+)*\b|\b[a-z]+(?:_[a-z]+)+\b")
SURNAME = r"[A-Z][A-Za-z-]+"
WORK = re.compile(
    rf"((?:{SURNAME}(?:,\s+|\s+and\s+))*{SURNAME})(?:'s)?\s+\(?((?:18|19|20)\d{{2}})\b"
)


@dataclass(frozen=True)
class Work:
    """A work as a text names it: the authors' surnames and the year."""

    surnames: tuple[str, ...]
    year: int


def keys_named(text: str) -> set[str]:
    """All that reads like a key of the bibliography: small letters with a year, or joined by underscores.

    >>> sorted(keys_named("follows nadvi1999_collective and trta_surgical, prototype runs of 2010"))
    ['nadvi1999_collective', 'trta_surgical']
    """
    return set(KEY.findall(text))


def works_named(text: str) -> list[Work]:
    """All that reads like authors with a year, in the order of the text.

    >>> works_named("Marshall's (1890) gains; after Manning 2003, Azar and Marinescu (2024)")
    [Work(surnames=('Marshall',), year=1890), Work(surnames=('Manning',), year=2003), \
Work(surnames=('Azar', 'Marinescu'), year=2024)]
    """
    return [
        Work(tuple(re.findall(SURNAME, names)), int(year)) for names, year in WORK.findall(text)
    ]


def entries_of(work: Work, sources: Mapping[str, Source]) -> list[str]:
    """Keys of the entries of that year by these authors and no others; two works of one year are both meant."""
    return [
        key
        for key, source in sources.items()
        if source.year == work.year and set(_surnames(source)) - {"others"} == set(work.surnames)
    ]


def _surnames(source: Source) -> Iterator[str]:
    return (author.split(",")[0].split()[-1] for author in source.author.split(" and "))


def texts_with_works() -> dict[str, str]:
    """Texts of the model that name works: sources of parameters by `name`, files by their path in model/."""
    model = ROOT / "model"
    files = [*sorted((model / "rules").glob("*.py")), model / "parameters" / "governance_types.py"]
    return {f"`{parameter.name}`": parameter.source for parameter in PARAMETERS} | {
        path.relative_to(model).as_posix(): path.read_text(encoding="utf-8")
        for path in (*files, model / "draws.py")
    }


def cited_by_the_model(sources: Mapping[str, Source]) -> dict[str, list[str]]:
    """Entries that the model rests on: key -> the parameters and files that name it, each once."""
    found: dict[str, list[str]] = {}
    for where, text in texts_with_works().items():
        keys = keys_named(text) if where.startswith("`") else set()
        keys |= {key for work in works_named(text) for key in entries_of(work, sources)}
        for key in sorted(keys):
            found.setdefault(key, []).append(where)
    return dict(sorted(found.items()))
