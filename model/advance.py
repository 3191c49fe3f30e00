"""An economy that has been started, and the one place where its months go by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from poverty_nodes.model.state import State


class Startable(Protocol):
    """What the model needs of a scenario: months, a poverty line (dollars a month) and an economy at month 0."""

    @property
    def months(self) -> int:
        """Length of the run after the base month."""

    def line_monthly(self) -> float:
        """The poverty line, dollars a person a month."""

    def start(self, seed: int) -> State:
        """The economy at month 0 for a seed."""


class Advancing(Protocol):
    """Whatever advances an economy by a month: an order of the month (model/month.py), or a model that is stepped."""

    def advance(self, state: State) -> None:
        """Advance the state by one month, in place."""


@dataclass(frozen=True)
class Started:
    """An economy at month 0 with the order of the month whose phases it goes through.

    It is advanced `by` that order itself, or by the steps of a model of Mesa, which may do more than its phases.
    """

    month: Advancing
    state: State
    by: Advancing


def months_of(state: State, month: Advancing, last: int) -> Iterator[State]:
    """Advance a state in place until its month is `last`; yields it after each month.

    Months are counted beforehand, so that an order of the month which forgets to count them comes to an end too.
    """
    for _ in range(state.month, last):
        month.advance(state)
        yield state
