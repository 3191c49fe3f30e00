"""What is usual is taken so that pay by tenure and quits by tenure are one on average."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from poverty_nodes.model.phases.labour.tenure import (
    pay_at_hiring,
    pay_by_tenure,
    quits_by_tenure,
)
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.base_month.usual_tenure import take_usual_tenure
from tests.model.village import CASUAL, OWNER, REGULAR, parameters, places, workers

ON = {
    **{"match_pay": 0.1, "tenure_pay": 0.12, "early_quits": 3.0, "match_quits": 0.3},
    **{"local_stay": 0.5, "match_seen": 6.0, "tenure_pay_months": 36.0},
}


def small_place(**given: float) -> State:
    """A hundred people in two kinds of post, and others in none."""
    chance = np.random.default_rng(1)
    people = workers(
        *[
            {
                "post": (REGULAR, CASUAL, OWNER, 0)[i % 4],
                "tenure": int(chance.integers(0, 90)),
                "fit": float(chance.standard_normal()),
                "migrant": i % 3 == 0,
            }
            for i in range(200)
        ]
    )
    table = SimpleNamespace(workers=people, places=places({}), parameters=parameters(**given))
    return cast(State, table)


def test_pay_and_quits_by_tenure_are_one_on_average() -> None:
    state = small_place(**ON)
    take_usual_tenure(state)
    place, p = state.places[0], state.parameters[0]
    for post in (REGULAR, CASUAL):
        mine = state.workers[state.workers["post"] == post]
        assert np.mean([pay_by_tenure(each, place, p) for each in mine]) == pytest.approx(1.0)
        assert np.mean([quits_by_tenure(each, place, p) for each in mine]) == pytest.approx(1.0)
        assert pay_at_hiring(place, post - 1) < 1.0


def test_an_average_over_months_moves_by_its_part() -> None:
    once, slowly = small_place(**ON), small_place(**ON)
    take_usual_tenure(once)
    take_usual_tenure(slowly, months=4.0)
    for name in ("usual_tenure_pay_regular", "usual_quit_factor_casual"):
        assert slowly.places[name][0] == pytest.approx(once.places[name][0] / 4.0)


def test_without_pay_and_quits_by_tenure_nothing_is_usual() -> None:
    off = dict.fromkeys(
        ("match_pay", "tenure_pay", "early_quits", "match_quits", "local_stay"), 0.0
    )
    state = small_place(**off)
    take_usual_tenure(state)
    assert state.places[0] == places({})[0]
