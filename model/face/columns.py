"""Fields of a record as attributes of a view: numbers, labels of codes, and links to other agents.

Each column is read for one view (`firm.capital`), or for many rows at once, which is what sets of agents do.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from math import isfinite
from typing import Generic, TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.face.economy import Agent, Economy
from poverty_nodes.model.population.table import Field

Rows = NDArray[np.int64]
Value = TypeVar("Value")

STRUCTURE = {
    "id",
    "place",
    "household",
    "first_worker",
    "adults",
    "owner",
    "employer",
    "post",
    "type_number",
    "type_id",
}
"""Fields on which other tables and counters depend; with a changed one compiled rules would read outside a table."""


class Column(ABC, Generic[Value]):
    """An attribute that every view of a table has; `field` says what it is, its unit and how it is stored."""

    def __init__(self, field: Field, name: str = "") -> None:
        self.field = field
        self.name = name or field.name
        self.writable = self.name == field.name and field.name not in STRUCTURE
        self.__doc__ = f"{field.meaning} ({field.unit})"

    @overload
    def __get__(self, view: None, owner: type[Agent]) -> Column[Value]: ...
    @overload
    def __get__(self, view: Agent, owner: type[Agent]) -> Value: ...
    def __get__(self, view: Agent | None, owner: type[Agent]) -> Column[Value] | Value:
        return self if view is None else self.read(view)

    def __set__(self, view: Agent, value: object) -> None:
        view.record()[self.field.name][view.row] = self.fit(view.model, value)

    @abstractmethod
    def read(self, view: Agent) -> Value:
        """The value of one view; GoneError when the agent is no more."""

    @abstractmethod
    def of(self, model: Economy, table: str, rows: Rows) -> list[Value]:
        """The values of many rows of a table, in their order."""

    @abstractmethod
    def fit(self, model: Economy, value: object) -> float:
        """What is stored for a value; AttributeError, TypeError or ValueError if it cannot be."""

    def check_writable(self) -> None:
        """AttributeError, with what to do instead, if the column is read only."""
        if self.name != self.field.name:
            raise AttributeError(f"{self.name} is read only; set {self.field.name} instead")
        if not self.writable:
            raise AttributeError(
                f"{self.name} is read only: other tables and counters depend on it; override the phase that changes it"
            )


class Number(Column[float]):
    """A field as it is stored: a float, a whole number, a flag, or the position of one of `labels` labels."""

    def __init__(self, field: Field, name: str = "", labels: int = 0) -> None:
        super().__init__(field, name)
        self.whole = np.dtype(field.kind).kind == "i"
        self.end = 2 if field.unit == "flag" else labels

    def read(self, view: Agent) -> float:
        """The stored value as a Python number."""
        value: float = view.record()[self.field.name].item(view.row)
        return value

    def of(self, model: Economy, table: str, rows: Rows) -> list[float]:
        """The stored values as Python numbers."""
        values: list[float] = model.table(table)[self.field.name][rows].tolist()
        return values

    def fit(self, model: Economy, value: object) -> float:
        """The number itself, if the field can hold it as it is."""
        self.check_writable()
        if not isinstance(value, int | float | np.number | np.bool_) or not isfinite(value):
            raise TypeError(f"{self.name} takes a finite number, not {value!r}")
        if self.whole and value != int(value):
            raise ValueError(f"{self.name} takes a whole number, not {value!r}")
        if self.end and not 0 <= value < self.end:
            raise ValueError(f"{self.name} takes 0 to {self.end - 1}, not {value!r}")
        return int(value) if self.whole else float(value)


class Label(Column[str]):
    """The label of a code: `firm.tier_label` is "exporter" where `firm.tier` is 1."""

    def __init__(self, field: Field, name: str, labels: tuple[str, ...]) -> None:
        super().__init__(field, name)
        self.labels = labels

    def read(self, view: Agent) -> str:
        """The label of one view."""
        return self.labels[view.record()[self.field.name].item(view.row)]

    def of(self, model: Economy, table: str, rows: Rows) -> list[str]:
        """The labels of many rows."""
        return [self.labels[code] for code in model.table(table)[self.field.name][rows].tolist()]

    def fit(self, model: Economy, value: object) -> float:
        """Never: the code is what is set."""
        self.check_writable()
        raise NotImplementedError


class Link(Column[Agent | None]):
    """A row of the table `target` as its view: `firm.owner` is a Worker; None without one, or if it has closed."""

    def __init__(self, field: Field, name: str, target: str) -> None:
        super().__init__(field, name)
        self.target = target
        # The declaration of a link that may be missing says that -1 stands for it.
        self.optional = "-1" in field.meaning

    def read(self, view: Agent) -> Agent | None:
        """The view that one view points to."""
        return view.model.view(self.target, view.record()[self.field.name].item(view.row))

    def of(self, model: Economy, table: str, rows: Rows) -> list[Agent | None]:
        """The views that many rows point to."""
        targets = model.table(table)[self.field.name][rows].tolist()
        return [model.view(self.target, row) for row in targets]

    def fit(self, model: Economy, value: object) -> float:
        """The row of a view of the same model; -1 for None."""
        self.check_writable()
        if value is None and self.optional:
            return -1
        view = model.own(value)
        if view is None or view.table != self.target:
            also = " or None" if self.optional else ""
            raise TypeError(f"{self.name} takes one of this model's {self.target}{also}")
        return view.here()
