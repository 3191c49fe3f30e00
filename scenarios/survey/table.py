"""A table of text as it stands in a file of any kind, and what its header must hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from poverty_nodes.scenarios.errors import Problem, nearest_name
from poverty_nodes.scenarios.survey.number_style import NumberStyle

LARGEST = 100_000_000
"""Bytes that are read at most; a survey of 50,000 rows has some five million."""
MOST_ROWS = 1_000_000
MOST_COLUMNS = 20_000
SHOWN = 5
"""Rows that a message names before it counts the rest."""


@dataclass(frozen=True)
class Table:
    """The cells of a file as text. `rows` are numbered as a spreadsheet does: the header is row 1.

    `labels` has the words that a file itself gives to codes, by column and cell; `declared` the codes of
    cells that the file itself declares as no answer, "" elsewhere (they are empty in `columns`); `style` is how its
    numbers are written, where that is not for the map to say.
    """

    name: str
    columns: dict[str, list[str]]
    rows: list[int]
    labels: dict[str, dict[str, str]] = field(default_factory=dict)
    declared: dict[str, list[str]] = field(default_factory=dict)
    style: NumberStyle | None = None


def missing_columns(name: str, header: Sequence[str], wanted: Sequence[str]) -> Iterable[Problem]:
    """Yield a problem for each wanted column that the header lacks or has twice."""
    for column in dict.fromkeys(wanted):
        where = f"{name}: row 1, column '{column}'"
        count = header.count(column)
        if count > 1:
            yield Problem(where, "stands twice", "each column once")
        elif not count:
            shown = ", ".join(header[:20]) + (" ..." if len(header) > 20 else "")
            remedy = "correct the name in map.yaml, or take the line out if there is no such column"
            yield Problem(where, "is missing", shown, nearest_name(column, header), remedy)


def and_others(rows: Sequence[int]) -> str:
    """Name the rows after the first, and count the rest.

    >>> and_others([3, 4, 9]), and_others([3])
    ('; so do rows 4, 9', '')
    """
    rest = rows[1:]
    if not rest:
        return ""
    more = f" and {len(rest) - SHOWN:,} more" if len(rest) > SHOWN else ""
    noun = "row" if len(rest) == 1 else "rows"
    return f"; so do {noun} {', '.join(map(str, rest[:SHOWN]))}{more}".replace(
        "so do row ", "so does row "
    )
