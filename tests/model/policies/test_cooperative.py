"""Producers together, and their workers: cheaper inputs, a better price, a share of the rent."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.policies import Cooperative
from poverty_nodes.model.state import State
from tests.model.policies.pair import enacted, without

NOTHING = {"start": 2, "input_discount": 0.0, "price_gain": 0.0, "voice": 0.0, "take_up": 1.0}


def only(**terms: float) -> State:
    return enacted(Cooperative.model_validate({**NOTHING, **terms}), months=6)


def test_cheaper_inputs_make_more() -> None:
    assert only(input_discount=0.1).places["output"][0] > without(6).places["output"][0]


def test_a_better_price_is_paid_by_those_who_put_work_out_and_they_put_out_less() -> None:
    state = only(price_gain=0.1)
    members = state.firms["price_gain"] > 0.0
    subcontractors = members & (state.firms["tier"] == 2) & (state.firms["alive"] == 1)
    assert np.allclose(state.firms["price_factor"][subcontractors], 1.1)
    assert state.places["price_putout"][0] > without(6).places["price_putout"][0]
    assert state.places["putout"][0] < without(6).places["putout"][0]


def test_organised_workers_are_paid_more_in_the_first_month_by_their_share_of_the_markdown() -> (
    None
):
    state = enacted(Cooperative.model_validate({**NOTHING, "voice": 0.4}), months=2)
    same = (state.workers["post"] > 0) & (state.workers["post"] < 4)
    same &= (state.workers["post"] == without(2).workers["post"]) & (state.workers["place"] == 0)
    same &= state.workers["employer"] == without(2).workers["employer"]
    gain = state.workers["wage"][same].sum() / without(2).workers["wage"][same].sum()
    assert gain == pytest.approx(1.0 + 0.4 * state.parameters["monopsony_markdown"][0], abs=0.005)


def test_their_gain_is_the_owners_loss() -> None:
    assert only(voice=0.8).firms["profit"].sum() < without(6).firms["profit"].sum()
