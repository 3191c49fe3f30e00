"""Marks that installed packages add to the tables of agents, beside the model's own.

A package offers one in its metadata, under the mark's name:

    [project.entry-points."poverty_nodes.marks"]
    glasses = "eye_care.marks:GLASSES"

Tables are laid out when the model is imported. So the module of a mark is loaded then, and of the model it may import
this file and `model.population.table` alone. A mark that cannot be used is left out: a policy that sets it is refused
with the reason, and no other question is harmed.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from typing import Literal

from poverty_nodes.model.population.table import Field

GROUP = "poverty_nodes.marks"

LEFT_OUT: dict[str, str] = {}
"""Why a mark of a package could not be used, by its name."""


@dataclass(frozen=True)
class Mark:
    """A field that policies set for one month on those they reach; neutral at 0, cleared when a month opens."""

    table: Literal["firms", "workers", "households"]
    field: Field


def with_installed(table: str, fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """The fields of a table, and behind them the marks that packages add to it."""
    taken = {field.name for field in fields}
    points = sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value))
    return (*fields, *(found for point in points if (found := _usable(point, table, taken))))


def _usable(point: EntryPoint, table: str, taken: set[str]) -> Field | None:
    """The field that a package adds to this table; None if it is for another or cannot be used."""
    try:
        mark = point.load()
    except Exception as error:
        LEFT_OUT[point.name] = f"{point.value} cannot be loaded: {type(error).__name__}: {error}"
        return None
    if not isinstance(mark, Mark) or mark.field.name != point.name:
        LEFT_OUT[point.name] = f"{point.value} is no mark with the name '{point.name}'"
    elif mark.table == table and point.name in taken:
        LEFT_OUT[point.name] = f"the {table} have a field of this name already"
    elif mark.table == table:
        taken.add(point.name)
        return mark.field
    return None
