"""The whole question as tables: each term in words, its value, its default and who set it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from poverty_nodes.experiments.report.table import Row, Table

REST = "The rest of the question"
"""Terms of neither a policy nor a shock; the question in words says what matters of them."""

VARIED = "varied here"
"""The origin of a term with several values here: the question itself lists them."""

_NAMED = 3


@dataclass(frozen=True)
class AskedTerm:
    """A term in words with its value and default in words; `set_by` is "" where the value is the default."""

    what: str
    value: str
    default: str
    set_by: str = ""


@dataclass(frozen=True)
class AskedPart:
    """The terms of a policy, of a shock, or what else is asked; `about` says in a line what it is."""

    title: str
    about: str
    terms: Sequence[AskedTerm]


def asked_table(part: AskedPart) -> Table:
    """A row for each term; those that somebody set are highlighted."""
    rows = tuple(
        Row(each.what, (each.value, each.default, each.set_by), "set" if each.set_by else "")
        for each in part.terms
    )
    caption = f"{part.title}: {part.about}" if part.about else part.title
    return Table(caption, ("Term", "Value", "By default", "Set by"), rows, words=(0, 1, 2))


def told_in_short(parts: Sequence[AskedPart]) -> str:
    """Return which policies, shocks and inputs differ from their defaults, or that none does."""
    named = [part for part in parts if part.title != REST]
    return set_otherwise(named) or "Every term is at its default."


def set_otherwise(parts: Sequence[AskedPart], most: int = _NAMED) -> str:
    """Return one sentence on what differs from the defaults and who set it; "" if nothing does."""
    found = [
        (part.title, each)
        for part in parts
        for each in part.terms
        if each.set_by not in ("", VARIED)
    ]
    if not found:
        return ""
    told = [
        f"{title}: {each.what} {each.value} instead of {each.default} ({each.set_by})"
        for title, each in found[:most]
    ]
    more = len(found) - len(told)
    return f"Set otherwise than by default: {'; '.join(told)}{f'; and {more} more' if more > 0 else ''}."
