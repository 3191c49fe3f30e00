"""Opening the month: instruments are set afresh, place by place."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import numpy as np

from poverty_nodes.model.instruments import neutral
from poverty_nodes.model.ledger import new_flows
from poverty_nodes.model.phases.calendar import open_month
from poverty_nodes.model.population.household import HOUSEHOLD
from poverty_nodes.model.population.place import PLACE
from poverty_nodes.model.population.table import new_table
from poverty_nodes.model.shocks import Flood, InputPrice, Shock
from poverty_nodes.model.state import State


def opened(months: int, *shocks: Shock) -> State:
    """A state without firms or people, after the calendar of so many months."""
    empty = SimpleNamespace(
        month=0,
        flows=new_flows(),
        households=new_table(HOUSEHOLD, 1),
        places=new_table(PLACE, 2),
        instruments=neutral(2),
        accounts={},
        shocks=shocks,
    )
    state = cast(State, empty)
    for _ in range(months):
        open_month(state)
    return state


def test_a_shock_strikes_each_place_that_it_names() -> None:
    state = opened(3, InputPrice(price=1.5, start=3), Flood(capital_lost=0.2, work_lost=0, start=3))
    assert state.instruments["input_price"].tolist() == [1.5, 1.5]
    assert state.instruments["capital_lost"].tolist() == [0.2, 0.0]


def test_instruments_do_not_compound_over_months() -> None:
    state = opened(9, InputPrice(price=1.5, start=2))
    assert state.instruments["input_price"].tolist() == [1.5, 1.5]


def test_without_shocks_every_instrument_stays_neutral() -> None:
    assert np.array_equal(opened(4).instruments, neutral(2))
