"""Mesa's `AgentSet` over rows: the same methods, and no agent is made before somebody looks at one."""

from __future__ import annotations

import operator
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator

from mesa.agent import AgentSet, GroupBy

from poverty_nodes.model.face.columns import Number
from poverty_nodes.model.face.economy import Economy
from poverty_nodes.model.face.members import Members, check, count
from poverty_nodes.model.face.view import View

Do = Callable[..., object] | str


class RowSet(AgentSet):  # type: ignore[misc]  # Mesa has no types
    """A set of agents of one model, in order.

    The sets that the model hands out (`model.agents`, `model.agents_by_type[Firm]`) follow it: they hold whoever
    is there when they are asked. A set that was chosen from them (`select`, `shuffle`, ...) keeps its members,
    and forgets a firm once that has closed. Mesa's own AgentSet would forget every view at once, because it
    holds its agents weakly and nobody else holds a view.
    """

    def __init__(self, model: Economy, chosen: Members | tuple[type[View], ...]) -> None:
        # Not AgentSet.__init__, which keeps the agents themselves.
        self.model, self.random = model, model.random
        self._chosen = chosen

    @property
    def members(self) -> Members:
        """Who is in the set now."""
        if isinstance(self._chosen, Members):
            return self._chosen.remaining()
        return Members.present(self.model, self._chosen)

    def __len__(self) -> int:
        if isinstance(self._chosen, Members):
            return len(self.members)
        return sum(count(self.model, kind) for kind in self._chosen)

    def __iter__(self) -> Iterator[View]:
        return self.members.views()

    def __contains__(self, agent: object) -> bool:
        view = self.model.own(agent)
        if view is None or view.gone:
            return False
        if not isinstance(self._chosen, Members):
            return type(view) in self._chosen
        return bool(self._chosen.are(view).any())

    def __getitem__(self, item: int | slice) -> View | list[View]:
        members = self.members
        if isinstance(item, slice):
            return list(members.take(range(len(members))[item]).views())
        return next(members.take([range(len(members))[item]]).views())

    def __repr__(self) -> str:
        return f"<{len(self)} agents of month {self.model.month}>"

    def select(
        self,
        filter_func: Callable[[View], bool] | None = None,
        at_most: float = float("inf"),
        inplace: bool = False,
        agent_type: type[View] | None = None,
    ) -> RowSet:
        """Those for whom a function returns True, at most so many of them; as `mesa.AgentSet.select`."""
        members = self.members
        share = isinstance(at_most, float) and at_most <= 1.0
        limit = int(len(members) * at_most) if share else at_most
        positions: list[int] = []
        for position, view in enumerate(members.views()):
            if len(positions) >= limit:
                break
            if (agent_type is None or isinstance(view, agent_type)) and (
                filter_func is None or filter_func(view)
            ):
                positions.append(position)
        return self._become(members.take(positions), inplace)

    def shuffle(self, inplace: bool = False) -> RowSet:
        """The same agents in another order, drawn from the model's own `random`."""
        members = self.members
        return self._become(members.take(self._shuffled(len(members))), inplace)

    def sort(
        self, key: Callable[[View], float] | str, ascending: bool = False, inplace: bool = False
    ) -> RowSet:
        """The same agents by an attribute or by what a function returns; the highest first unless `ascending`."""
        members = self.members
        if isinstance(key, str) and "." not in key:
            values = members.values(key)
        else:
            value_of = operator.attrgetter(key) if isinstance(key, str) else key
            values = [value_of(view) for view in members.views()]
        order = sorted(range(len(values)), key=values.__getitem__, reverse=not ascending)  # type: ignore[arg-type]
        return self._become(members.take(order), inplace)

    def do(self, method: Do, *args: object, **kwargs: object) -> RowSet:
        """Call a method by name, or a function, on each; a firm that closes meanwhile is passed over."""
        for view in self:
            if not view.gone:
                call(view, method, args, kwargs)
        return self

    def shuffle_do(self, method: Do, *args: object, **kwargs: object) -> RowSet:
        """The same in random order, drawn from the model's own `random`."""
        self.shuffle().do(method, *args, **kwargs)
        return self

    def map(self, method: Do, *args: object, **kwargs: object) -> list[object]:
        """What a method by name, or a function, returns for each."""
        return [call(view, method, args, kwargs) for view in self]

    def get(
        self,
        attr_names: str | list[str],
        handle_missing: str = "error",
        default_value: object = None,
    ) -> list[object]:
        """The values of an attribute, or a list of values of several for each; as `mesa.AgentSet.get`."""
        if handle_missing not in ("error", "default"):
            raise ValueError(f"handle_missing takes 'error' or 'default', not '{handle_missing}'")
        if not isinstance(attr_names, str):
            columns = [self.get(name, handle_missing, default_value) for name in attr_names]
            return [list(values) for values in zip(*columns, strict=True)]
        if handle_missing == "default":
            return [getattr(view, attr_names, default_value) for view in self]
        return self.members.values(attr_names)

    def set(self, attr_name: str, value: object) -> RowSet:
        """Set an attribute of all to one value; a field's whole column at once."""
        members = self.members
        for kind, mine in members.by_kind():
            column = getattr(kind, attr_name, None)
            if isinstance(column, Number):
                table = self.model.table(kind.table)
                table[attr_name][members.rows[mine]] = column.fit(self.model, value)
            else:
                for view in members.take(mine).views():
                    setattr(view, attr_name, value)
        return self

    def groupby(
        self, by: Callable[[View], Hashable] | str, result_type: str = "agentset"
    ) -> GroupBy:
        """The agents by an attribute or by what a function returns, as Mesa's GroupBy."""
        members = self.members
        keys = members.values(by) if isinstance(by, str) else [by(view) for view in members.views()]
        positions: dict[object, list[int]] = defaultdict(list)
        for position, key in enumerate(keys):
            positions[key].append(position)
        groups = {key: RowSet(self.model, members.take(these)) for key, these in positions.items()}
        if result_type == "agentset":
            return GroupBy(groups)
        return GroupBy({key: list(group) for key, group in groups.items()})

    def add(self, agent: View) -> None:
        """Take an agent of the model in; a set that followed the model keeps its members from now on."""
        if agent not in self:
            self._update([*self, check(self.model, agent)])

    def discard(self, agent: View) -> None:
        """Leave an agent out, if it is in."""
        view, members = self.model.own(agent), self.members
        if view is not None:
            self._become(members.take(~members.are(view)), inplace=True)

    def remove(self, agent: View) -> None:
        """Leave an agent out; KeyError if it is not in."""
        if agent not in self:
            raise KeyError(agent)
        self.discard(agent)

    def __copy__(self) -> RowSet:
        return RowSet(self.model, self._chosen)

    def __getstate__(self) -> dict[str, object]:
        return dict(self.__dict__)

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)

    def _from_iterable(self, agents: Iterable[View]) -> RowSet:
        return RowSet(self.model, Members.of(self.model, agents))

    def _update(self, agents: Iterable[View]) -> RowSet:
        return self._become(Members.of(self.model, agents), inplace=True)

    def _become(self, members: Members, inplace: bool) -> RowSet:
        if not inplace:
            return RowSet(self.model, members)
        self._chosen = members
        return self

    def _shuffled(self, length: int) -> list[int]:
        order = list(range(length))
        self.random.shuffle(order)
        return order


def call(view: View, method: Do, args: tuple[object, ...], kwargs: dict[str, object]) -> object:
    """Call a view's method by its name, or a function on the view."""
    if isinstance(method, str):
        return getattr(view, method)(*args, **kwargs)
    return method(view, *args, **kwargs)
