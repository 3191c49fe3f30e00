"""Home workers with rights: more pay for who is registered and keeps the work, less home work in all."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.ledger import HOME_DUES
from poverty_nodes.model.policies.home_worker_inclusion import HomeWorkerInclusion
from tests.model.policies.pair import enacted, without

RIGHTS = HomeWorkerInclusion(start=1, take_up=1.0, enforcement=1.0, piece_rate=1.5)
HOMEWORK = 4


def test_registered_home_workers_are_paid_the_guaranteed_piece_rate() -> None:
    state = enacted(RIGHTS)
    w = state.workers
    units = float(state.parameters[0].units_homework)
    at_home = (w["post"] == HOMEWORK) & (w["piece_floor"] > 0.0) & (w["sick"] == 0)
    firm = state.firms[w["employer"][at_home]]
    kept = firm["home_registered"] > 0.0
    floor = 1.5 * state.places["base_wage_regular"][0] * units
    assert kept.any()
    assert np.all(w["wage"][at_home][kept] >= floor * (1 - 1e-9))
    assert (
        w["wage"][at_home].mean()
        > without().workers["wage"][without().workers["post"] == HOMEWORK].mean()
    )


def test_firms_move_part_of_the_dearer_work_into_workshops() -> None:
    state, bare = enacted(RIGHTS), without()
    cluster = (state.firms["place"] == 0) & (state.firms["alive"] == 1)
    assert state.firms["centre_shift"][cluster].max() > 0.1
    now, before = (
        int(((w["post"] == HOMEWORK) & (w["place"] == 0)).sum())
        for w in (state.workers, bare.workers)
    )
    assert now < before


def test_employers_contributions_go_to_the_government() -> None:
    state = enacted(RIGHTS, months=3)
    assert state.flows[HOME_DUES] == pytest.approx(state.firms["home_dues"].sum())
    assert state.flows[HOME_DUES] > 0.0


def test_where_no_firm_keeps_to_it_pay_and_work_stay_as_they_were() -> None:
    state = enacted(RIGHTS.model_copy(update={"enforcement": 0.0, "sick_pay": 0.0, "medical": 0.0}))
    assert np.array_equal(state.workers["wage"], without().workers["wage"])
    assert not state.firms["centre_shift"].any()
