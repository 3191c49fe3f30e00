"""A buyers' code: who is audited, who pays, and what it does to pay and to work out of sight."""

from __future__ import annotations

import pytest

from poverty_nodes.model.ledger import PURCHASERS
from poverty_nodes.model.month import Month
from poverty_nodes.model.policies import CodeOfConduct
from tests.model.policies.pair import SCALE, enacted, reached, without
from tests.small_economy import rough_economy

CODE = CodeOfConduct(start=2, wage_floor=1.3, standard=0.7, take_up=1.0)


def test_only_firms_with_a_buyer_are_audited() -> None:
    state = enacted(CODE)
    assert reached(state, "code_of_conduct").any()
    assert (state.firms["buyer"][reached(state, "code_of_conduct")] >= 0).all()


def test_on_the_premises_nobody_is_paid_less_than_the_floor() -> None:
    state = enacted(CODE)
    people, firms = state.workers, state.firms
    audited = (people["employer"] >= 0) & (firms["audited"][people["employer"]] == 1)
    audited &= (people["post"] > 0) & (people["post"] < 3)
    floor = 1.3 * state.places["base_wage_regular"][0]
    assert audited.any()
    assert people["wage"][audited].min() == pytest.approx(floor)


def test_buyers_pay_for_the_audits() -> None:
    state, month = rough_economy(scale=SCALE, policies=(CODE,)), Month()
    month.advance(state)
    month.advance(state)
    audits = CODE.unit_cost * state.accounts["code_of_conduct"].enrolment.served.sum()
    assert state.flows[PURCHASERS] == pytest.approx(audits)


def test_what_the_payer_bears_of_meeting_it_is_a_benefit_of_the_programme() -> None:
    state = enacted(CODE.model_copy(update={"paid_share": 0.5}))
    account = state.accounts["code_of_conduct"]
    assert account.benefits > 0.0
    assert account.spent == pytest.approx(account.delivered + account.benefits)
    assert enacted(CODE).accounts["code_of_conduct"].benefits == 0.0


def test_standards_of_work_rise_and_so_fewer_are_hurt() -> None:
    exporters = enacted(CODE).firms["buyer"] >= 0
    assert enacted(CODE).firms["standard"][exporters].mean() > (
        without().firms["standard"][without().firms["buyer"] >= 0].mean()
    )
