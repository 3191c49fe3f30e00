"""How a month is lived through from month 0 on, and that every phase that a modeller writes has its place in it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from model.month import Month
    from model.state import State


class Startable(Protocol):
    """What the model needs of a scenario: months, a poverty line (dollars a month) and an economy at month 0."""

    @property
    def months(self) -> int:
        """Length of the run after the base month."""

    def line_monthly(self) -> float:
        """The poverty line, dollars a person a month."""

    def start(self, seed: int) -> State:
        """The economy at month 0 for a seed."""


@dataclass(frozen=True)
class Life:
    """An order of the month, the economy that it moves, and `step`, which lives through one month of it in place."""

    month: Month
    state: State
    step: Callable[[], None]


def refuse_strays(month: type[Month]) -> None:
    """Raise TypeError if a class has a method of a state that nobody calls, since it has the name of no phase."""
    above = {name for each in month.__mro__[1:] for name in vars(each)}
    called = {name for function in _functions(month) for name in function.__code__.co_names}
    for function in _functions(month):
        name = function.__name__
        takes = [*inspect.signature(function).parameters][1:]
        if takes == ["state"] and not name.startswith("_") and name not in above | called:
            phases = sorted(each for each in above if not each.startswith("_"))
            near = get_close_matches(name, phases, 1, 0.5)
            hint = f"; did you mean '{near[0]}'?" if near else ""
            raise TypeError(
                f"{month.__name__}.{name} is no phase of the month (model/month.py) and nobody calls it{hint} "
                f"The name of a method for other purposes begins with an underscore"
            )


def _functions(month: type[Month]) -> Iterator[Callable[..., object]]:
    return (each for each in vars(month).values() if inspect.isfunction(each))
