"""Which agents a set holds, as arrays of kind, row and identity: no agent is made before somebody looks at one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.face.columns import Column
from poverty_nodes.model.face.economy import Economy
from poverty_nodes.model.face.view import View


@dataclass(frozen=True)
class Members:
    """Agents in order: numbers of their kinds, rows in the tables of those, and ids; arrays of one length."""

    model: Economy
    kinds: NDArray[np.int8]
    rows: NDArray[np.int64]
    ids: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.rows)

    @classmethod
    def at(cls, model: Economy, kind: type[View], rows: NDArray[np.intp]) -> Members:
        """Those who stand in some rows of one table."""
        kinds = np.full(len(rows), kind.number, dtype=np.int8)
        return cls(model, kinds, rows.astype(np.int64), model.table(kind.table)["id"][rows])

    @classmethod
    def present(cls, model: Economy, kinds: Iterable[type[View]]) -> Members:
        """All agents of some kinds that there are now, in the order of their rows."""
        parts = [cls.at(model, kind, here(model, kind)) for kind in kinds]
        return cls(
            model,
            np.concatenate([part.kinds for part in parts]),
            np.concatenate([part.rows for part in parts]),
            np.concatenate([part.ids for part in parts]),
        )

    @classmethod
    def of(cls, model: Economy, views: Iterable[View]) -> Members:
        """Those whom some views stand for, each once; TypeError for what is not an agent of the model."""
        found = [check(model, view) for view in dict.fromkeys(views)]
        return cls(
            model,
            np.array([view.number for view in found], dtype=np.int8),
            np.array([view.row for view in found], dtype=np.int64),
            np.array([view.identity for view in found], dtype=np.int64),
        )

    def take(self, which: Sequence[int] | NDArray[np.generic]) -> Members:
        """Those at some positions, or where a mask is true."""
        chosen = np.asarray(which, dtype=np.intp if len(which) == 0 else None)
        return Members(self.model, self.kinds[chosen], self.rows[chosen], self.ids[chosen])

    def are(self, view: View) -> NDArray[np.bool_]:
        """Where a view is among them."""
        found: NDArray[np.bool_] = (self.ids == view.identity) & (self.kinds == view.number)
        return found

    def remaining(self) -> Members:
        """Those who are still there: a firm that has closed is not, nor one whose row another has taken."""
        there = np.ones(len(self), dtype=np.bool_)
        for kind, mine in self.by_kind():
            table, rows = self.model.table(kind.table), self.rows[mine]
            there[mine] = table["id"][rows] == self.ids[mine]
            if kind.mortal:
                there[mine] &= table["alive"][rows] == 1
        return self if there.all() else self.take(there)

    def by_kind(self) -> Iterator[tuple[type[View], NDArray[np.bool_]]]:
        """Each kind that is there, with a mask of its members."""
        for kind in self.model.agent_types:
            mine = self.kinds == kind.number
            if mine.any():
                yield kind, mine

    def views(self) -> Iterator[View]:
        """The agents themselves, made one after another."""
        model, classes = self.model, self.model.agent_types
        for kind, row, identity in zip(
            self.kinds.tolist(), self.rows.tolist(), self.ids.tolist(), strict=True
        ):
            yield classes[kind](model, row, identity)

    def values(self, name: str) -> list[object]:
        """An attribute of all; whole columns are read at once. AttributeError where a kind does not have it."""
        kinds = list(self.by_kind())
        if len(kinds) == 1:
            column = getattr(kinds[0][0], name, None)
            if isinstance(column, Column):
                return list(column.of(self.model, kinds[0][0].table, self.rows))
        return [getattr(view, name) for view in self.views()]


def here(model: Economy, kind: type[View]) -> NDArray[np.intp]:
    """The rows of a table in which there is an agent."""
    table = model.table(kind.table)
    return np.flatnonzero(table["alive"] == 1) if kind.mortal else np.arange(len(table))


def count(model: Economy, kind: type[View]) -> int:
    """How many agents of a kind there are."""
    table = model.table(kind.table)
    return int(np.count_nonzero(table["alive"] == 1)) if kind.mortal else len(table)


def check(model: Economy, candidate: object) -> View:
    """The candidate, if it is an agent of the model; TypeError if not."""
    view = model.own(candidate)
    if view is None:
        raise TypeError(f"{candidate!r} is not an agent of this model")
    return view
