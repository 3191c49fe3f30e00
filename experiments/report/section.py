"""A part of the report that another room brings: a heading, and what stands below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from poverty_nodes.experiments.report.figures.sheet import Drawing
from poverty_nodes.experiments.report.table import Table


@dataclass(frozen=True)
class Fold:
    """What is shown when it is asked for: a line that says what it is, and what stands below it."""

    summary: str
    members: Sequence[str | Drawing | Table]


@dataclass(frozen=True)
class Boxed:
    """What stands in a box of its own, so that nobody takes it for a result of the runs."""

    boxed: Sequence[str]


@dataclass(frozen=True)
class Points:
    """Sentences that stand below each other as points; a title above them if there is one."""

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
        """The figures in it."""
        return [each for each in self.members if isinstance(each, Drawing)]
