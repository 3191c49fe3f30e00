"""A run whose books do not balance stops, and says in which phase the gap arose."""

from __future__ import annotations

import pickle

import numpy as np
import pytest

from poverty_nodes.experiments.runs.failure import FAILED, Failure
from poverty_nodes.experiments.runs.kinds_of_run.whole_run import run_one
from poverty_nodes.model.books import PHASES, MoneyError, find_phase, naming_the_phase
from poverty_nodes.model.cluster import ClusterModel
from poverty_nodes.model.ledger import TRANSFERS
from poverty_nodes.model.month import Month
from poverty_nodes.model.state import State
from tests.every_policy import NAMES, policy
from tests.small_economy import rough_economy, scenario

TOGETHER = tuple(policy(name) for name in NAMES if name != "womens_technical_training")


def start() -> State:
    return rough_economy(scale=0.005, policies=TOGETHER)


def lived(month: Month, months: int) -> None:
    state = start()
    with naming_the_phase(month, start):
        for _ in range(months):
            month.advance(state)


@pytest.mark.parametrize("phase", PHASES)
def test_the_phase_in_which_money_came_from_nothing_is_named(phase: str) -> None:
    def leak(month: Month, state: State) -> None:
        getattr(super(Leaking, month), phase)(state)
        if state.month == 3:
            state.places["services_income"][0] += 250.0

    Leaking = type("Leaking", (Month,), {phase: leak})
    with pytest.raises(MoneyError, match=rf"in '{phase}' of month 3.*'services'.*250 dollars more"):
        lived(Leaking(), 4)


def test_a_benefit_that_no_programme_has_paid_is_named() -> None:
    class Giver(Month):
        def learning(self, state: State) -> None:
            super().learning(state)
            state.households["savings"][0] += 100.0
            state.flows[TRANSFERS] += 100.0

    with pytest.raises(
        MoneyError, match=r"in 'learning' of month 1.*'programme'.*100 dollars more"
    ):
        lived(Giver(), 1)


def test_no_phase_is_blamed_where_the_books_balance() -> None:
    assert find_phase(Month(), start(), 6) == ""


def test_a_wealth_that_is_no_number_is_a_gap() -> None:
    class Broken(Month):
        def tally(self, state: State) -> None:
            super().tally(state)
            state.households["savings"][0] = np.nan

    with pytest.raises(MoneyError, match="'households'"):
        Broken().advance(start())


def test_a_run_that_fails_so_keeps_the_phase_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    orders = Month.orders

    def leaking(month: Month, state: State) -> None:
        orders(month, state)
        state.firms["cash"][0] += 10.0 * (state.month == 2)

    monkeypatch.setattr(Month, "orders", leaking)
    with pytest.raises(Exception, match="months") as raised:
        run_one(scenario(months=3, scale=0.01), 1)
    failure = Failure.of(raised.value)
    assert (failure.status, failure.stage, failure.month) == (FAILED, "months", 2)
    assert "in 'orders' of month 2" in failure.message


def test_a_model_of_mesa_names_the_phase_too() -> None:
    class Leaking(ClusterModel):
        def labour(self, state: State) -> None:
            super().labour(state)
            state.firms["cash"][0] += 10.0

    model = Leaking(scenario(months=3, scale=0.01), seed=1)
    with pytest.raises(MoneyError, match="in 'labour' of month 1"):
        model.step()


def test_the_error_travels_between_processes() -> None:
    error = MoneyError(3, "firms", 1.5, "'orders'")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
