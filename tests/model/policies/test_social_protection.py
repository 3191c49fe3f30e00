"""Insurance: contributions in, sick pay and job benefits out, and thinner buffers."""

from __future__ import annotations

import pytest

from poverty_nodes.model.ledger import INSURANCE, TRANSFERS, new_flows
from poverty_nodes.model.phases.people import households as phase
from poverty_nodes.model.policies.social_protection import SocialProtection
from tests.model.policies.pair import enacted
from tests.model.village import households, parameters, places
from tests.small_economy import live, rough_economy

INSURANCE_FOR_ALL = SocialProtection(start=1, take_up=1.0, sick_pay=1.0, job_loss=0.8, months=6)


def test_the_sick_and_the_dismissed_are_paid_and_the_insured_contribute() -> None:
    risky = {"accident_yearly": 0.6}
    state = live(rough_economy(scale=0.01, parameters=risky, policies=(INSURANCE_FOR_ALL,)), 4)
    assert state.conservation < 1e-12
    account = state.accounts["social_protection"]
    assert account.benefits > 0.0
    assert state.flows[INSURANCE] > 0.0
    assert state.flows[TRANSFERS] > 0.0
    benefits = state.workers["benefit"]
    assert benefits.max() > 0.0
    assert not benefits[state.workers["post"] > 0].any()


def test_the_insured_spend_what_they_need_no_longer_hold() -> None:
    home = {"savings": 200.0, "buffer_months": 2.0, "smoothed_income": 100.0, "income": 100.0}
    homes = households(home, {**home, "insured_job": 0.8})
    p = parameters(income_smoothing=1.0, buffer_speed=0.1, insured_buffer=0.5)
    phase.consume_and_save(homes, places({}), p, new_flows())
    alone, insured = homes["consumption"]
    assert alone == pytest.approx(100.0)
    assert insured == pytest.approx(100.0 + 0.1 * 200.0 * 0.5 * 0.8)


def test_a_budget_of_nothing_insures_nobody() -> None:
    account = enacted(INSURANCE_FOR_ALL.model_copy(update={"budget": 0.0}), 3).accounts[
        "social_protection"
    ]
    assert (account.spent, account.benefits, account.units) == (0.0, 0.0, 0.0)
