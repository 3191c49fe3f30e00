"""A view: a `mesa.Agent` that holds nothing but the number of a row and reads and writes the record there."""

from __future__ import annotations

from typing import ClassVar, NoReturn

import mesa

from poverty_nodes.model.face.columns import Column
from poverty_nodes.model.face.declared import columns_of
from poverty_nodes.model.face.economy import Economy
from poverty_nodes.model.nearest import nearest_name
from poverty_nodes.model.population.table import Field
from poverty_nodes.model.state import Table

KINDS_AT_MOST = 8
"""`unique_id` is the record's `id` times this plus the number of the kind: unique among all agents of a model."""

_set = object.__setattr__


class GoneError(LookupError):
    """A view was asked about an agent that is no more: a firm that has closed, a worker who has retired."""


class View(mesa.Agent):  # type: ignore[misc]  # Mesa has no types
    """One agent of a model. Made by the model when somebody asks; two views of a row are equal and hash alike.

    `table` is the name of its table, `number` that of its kind, `fields` its declared fields by name; `row` is
    where it stands and `identity` who stands there. A subclass of a kind (`class Workshop(Firm)`) may add methods
    and properties but no state: whatever is to last has to be a field of the record.
    """

    __slots__ = ("identity", "model", "row")

    table: ClassVar[str]
    number: ClassVar[int]
    fields: ClassVar[dict[str, Field]] = {}
    mortal: ClassVar[bool] = False
    ending: ClassVar[str] = "is no more"
    pos = None

    model: Economy
    row: int
    identity: int

    def __init_subclass__(
        cls, table: str = "", number: int = 0, fields: tuple[Field, ...] = (), **kwargs: object
    ) -> None:
        super().__init_subclass__(**kwargs)
        if not table:
            return
        cls.table, cls.number = table, number
        cls.fields = {field.name: field for field in fields}
        cls.mortal = "alive" in cls.fields
        for field in fields:
            for column in columns_of(field):
                setattr(cls, column.name, column)

    @classmethod
    def create_agents(cls, model: Economy, n: int, *args: object, **kwargs: object) -> NoReturn:
        """Refused: whoever is in a model has money, a household and links to others, which a count does not say."""
        raise TypeError(
            f"{cls.__name__} cannot be made by a count: {n} of them would have no money, household or orders. "
            "Firms found and close, and people come of age, by the model's own rules; to begin with more of "
            "them, give the Scenario a larger scale or a cluster with other numbers"
        )

    def __init__(self, model: Economy, row: int, identity: int) -> None:
        # Not mesa.Agent.__init__, which registers every agent with the model: that is what views save.
        _set(self, "model", model)
        _set(self, "row", row)
        _set(self, "identity", identity)

    @property
    def unique_id(self) -> int:
        """Unique among all agents of the model, of whatever kind; known even when it is no more."""
        return self.identity * KINDS_AT_MOST + self.number

    @property
    def kind(self) -> str:
        """The name of the class: "Firm"."""
        return type(self).__name__

    @property
    def gone(self) -> bool:
        """Whether the agent is no more: every other attribute then raises GoneError."""
        table = self.model.table(self.table)
        return table["id"].item(self.row) != self.identity or (
            self.mortal and not table["alive"].item(self.row)
        )

    def record(self) -> Table:
        """The table in which this view's row stands; GoneError if the agent is no more."""
        if self.gone:
            raise GoneError(
                f"{self.kind} {self.identity} {self.ending}: not among the agents of month {self.model.month}"
            )
        return self.model.table(self.table)

    def here(self) -> int:
        """The row in which it stands; GoneError if the agent is no more."""
        self.record()
        return self.row

    def remove(self) -> None:
        """Refused: an agent leaves by a rule that settles its money, jobs and debts."""
        self.model.deregister_agent(self)

    def __setattr__(self, name: str, value: object) -> None:
        found = getattr(type(self), name, None)
        if not isinstance(found, Column | property):
            raise AttributeError(unknown(type(self), name, "keeps no attribute of its own"))
        _set(self, name, value)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, View)
            and other.model is self.model
            and other.unique_id == self.unique_id
        )

    def __hash__(self) -> int:
        return hash(self.unique_id)

    def __repr__(self) -> str:
        return f"<{self.kind} {self.identity}{f' {self.ending}' if self.gone else ''}>"

    def __reduce__(self) -> tuple[type[View], tuple[Economy, int, int]]:
        return type(self), (self.model, self.row, self.identity)


def unknown(kind: type[View], name: str, fault: str) -> str:
    """What is wrong with a name that a kind of agent does not have, with the nearest that it has."""
    close = nearest_name(name, [each for each in dir(kind) if not each.startswith("_")])
    nearest = f"; did you mean '{close}'?" if close else ""
    return f"{kind.__name__} {fault} '{name}'{nearest}"
