"""A technology centre: those coached are managed better and make more steps, each of which they pay for."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.policies import TechnologyCentre
from tests.model.policies.pair import SCALE, enacted, reached, without

CENTRE = TechnologyCentre(start=2, coaching=8.0, take_up=0.5)


def steps(firms: np.ndarray) -> np.ndarray:
    found: np.ndarray = firms["process_steps"] + firms["product_steps"]
    return found


def test_those_coached_make_more_steps_and_others_as_many_as_before() -> None:
    state, plain = enacted(CENTRE), without()
    same = (state.firms["id"] == plain.firms["id"]) & (state.firms["alive"] == 1)
    same &= plain.firms["alive"] == 1
    coached = same & reached(state, "technology_centre")
    assert steps(state.firms)[coached].sum() > steps(plain.firms)[coached].sum()
    others = same & ~reached(state, "technology_centre")
    assert steps(state.firms)[others].sum() == pytest.approx(
        steps(plain.firms)[others].sum(), abs=2
    )


def test_the_more_coaching_the_more_steps() -> None:
    little = enacted(CENTRE.model_copy(update={"coaching": 1.0}))
    assert steps(enacted(CENTRE).firms).sum() > steps(little.firms).sum()


def test_a_centre_that_nobody_visits_costs_nothing() -> None:
    assert enacted(CENTRE.model_copy(update={"take_up": 0.0})).accounts[CENTRE.name].spent == 0.0


def test_each_day_of_advice_has_its_price() -> None:
    account = enacted(CENTRE.model_copy(update={"advice": 4.0, "fixed_cost": 0.0})).accounts[
        CENTRE.name
    ]
    assert account.units > 0.0
    assert account.delivered == pytest.approx(account.units * (20.0 + 4.0 * 80.0))


def test_a_closed_centre_coaches_nobody() -> None:
    state = enacted(CENTRE.model_copy(update={"end": 4}), months=6)
    assert not state.firms["coached"].any()
    assert state.accounts[CENTRE.name].spent <= 3 * (4000.0 * SCALE + 60.0 * len(state.firms))


def test_advice_betters_the_management_of_those_coached_and_of_nobody_else() -> None:
    state = enacted(CENTRE.model_copy(update={"coaching": 0.0, "advice": 4.0}))
    coached = reached(state, "technology_centre") & (state.firms["alive"] == 1)
    assert np.all(state.firms["practices"][coached] > 0.0)
    assert not state.firms["practices"][~reached(state, "technology_centre")].any()


def test_a_firm_that_is_managed_better_makes_more_with_what_it_has() -> None:
    state = enacted(CENTRE.model_copy(update={"coaching": 0.0, "advice": 20.0, "take_up": 1.0}))
    plain = without()

    def a_head(firms: np.ndarray) -> float:
        f = firms[firms["alive"] == 1]
        used = f["base_revenue"] * f["labour"] / f["base_labour"]
        return float((f["base_revenue"] * f["own_output"]).sum() / used.sum())

    assert a_head(state.firms) > 1.02 * a_head(plain.firms)


def test_a_centre_without_coaching_still_advises_and_one_without_either_does_nothing() -> None:
    assert CENTRE.model_copy(update={"coaching": 0.0}).does_something()
    assert not CENTRE.model_copy(update={"coaching": 0.0, "advice": 0.0}).does_something()
