"""The month is a list of named calls, in an order, each of which can be replaced."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.books import PHASES, MoneyError
from poverty_nodes.model.month import Month
from poverty_nodes.model.state import State
from tests.small_economy import rough_economy

ORDER = PHASES


@pytest.fixture
def state() -> State:
    return rough_economy(scale=0.005)


def test_the_phases_are_lived_through_in_their_order(
    state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    lived: list[str] = []
    for name in ORDER:
        phase = getattr(Month, name)

        def spy(month: Month, state: State, name: str = name, phase: object = phase) -> None:
            lived.append(name)
            assert callable(phase)
            phase(month, state)

        monkeypatch.setattr(Month, name, spy)
    Month().advance(state)
    assert tuple(lived) == ORDER


def test_a_month_moves_the_calendar_by_one(state: State) -> None:
    Month().advance(state)
    Month().advance(state)
    assert state.month == 2


def test_a_modeller_replaces_one_phase_and_keeps_the_others(state: State) -> None:
    class NobodyQuits(Month):
        def labour(self, state: State) -> None:
            """No quits, no layoffs, no search."""

    before, firms = state.workers["employer"].copy(), state.firms["id"].copy()
    NobodyQuits().advance(state)
    # A row that was freed this month may already hold another firm.
    goes_on = (state.firms["alive"] == 1) & (state.firms["id"] == firms)
    stayed = (before >= 0) & goes_on[before]
    assert np.array_equal(state.workers["employer"][stayed], before[stayed])
    assert state.conservation < 1e-9


def test_each_month_closes_its_books(state: State) -> None:
    class Thief(Month):
        def household_budgets(self, state: State) -> None:
            super().household_budgets(state)
            state.households["savings"][0] += 1000.0

    with pytest.raises(MoneyError, match=r"month 1.*'households' came to hold 1,000 dollars more"):
        Thief().advance(state)


def test_a_misspelt_phase_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(
        TypeError, match=r"Mine.prodution is no phase.*did you mean 'production'\? The name"
    ):

        class Mine(Month):
            def prodution(self, state: State) -> None:
                """Never called, and never missed."""


def test_methods_for_other_purposes_are_let_be() -> None:
    class Mine(Month):
        def tally(self, state: State) -> None:
            self.count_twice(state)

        def count_twice(self, state: State) -> None:
            super().tally(state)

        def _noted(self, state: State) -> None:
            """Nobody's business."""

        def name_of(self, firm: int) -> str:
            """Of no state."""
            return str(firm)

    assert Mine().name_of(3) == "3"
