"""A part of the report that another module adds: a heading, and what stands below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from poverty_nodes.experiments.report.figures.sheet import Drawing
from poverty_nodes.experiments.report.table import Table


@dataclass(frozen=True)
class Fold:
    """A part that opens when its heading is clicked: the heading, and what stands below it."""

    summary: str
    members: Sequence[str | Drawing | Table]


@dataclass(frozen=True)
class Boxed:
    """Text in a box of its own, so that nobody takes it for a result of the runs."""

    boxed: Sequence[str]


@dataclass(frozen=True)
class Points:
    """Sentences as a list of points, with a title above them if there is one."""

    points: Sequence[str]
    title: str = ""


@dataclass(frozen=True)
class Section:
    """`name` is its address on the page; texts, figures, tables, boxes and folds stand below the title in turn."""

    name: str
    title: str
    members: Sequence[str | Drawing | Table | Fold | Boxed | Points]

    @property
    def drawings(self) -> list[Drawing]:
        """Return the figures in it."""
        return [each for each in self.members if isinstance(each, Drawing)]
