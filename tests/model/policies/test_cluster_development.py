"""A broker, a matching grant and a consortium: members who give more, a facility that grows, groups that learn."""

from __future__ import annotations

import pytest

from poverty_nodes.model.ledger import JOINT_GIVING, JOINT_GRANT
from poverty_nodes.model.month import Month
from poverty_nodes.model.policies import ClusterDevelopment
from tests.model.policies.pair import SCALE, enacted, reached, without
from tests.small_economy import rough_economy

GROUPS = ClusterDevelopment(start=2, take_up=0.6)


def test_who_joins_a_group_joins_the_association() -> None:
    state = enacted(GROUPS)
    in_group = reached(state, "cluster_development") & (state.firms["alive"] == 1)
    assert state.firms["member"][in_group].all()
    assert state.firms["member"].sum() > without().firms["member"].sum()


def test_members_give_more_and_the_facility_grows() -> None:
    with_groups, usual = enacted(GROUPS).places["facility"], without().places["facility"]
    assert with_groups[0] > usual[0]
    # The other place's only feels it through the few people who move between them.
    assert with_groups[1] == pytest.approx(usual[1], rel=1e-5)


def test_the_grant_is_in_proportion_to_what_members_of_the_place_gave() -> None:
    plain = GROUPS.model_copy(update={"matching": 0.5, "take_up": 1.0})
    state, month = rough_economy(scale=SCALE, policies=(plain,)), Month()
    month.advance(state)
    month.advance(state)
    grant = state.flows[JOINT_GRANT]
    assert 0.0 < grant <= 0.5 * state.flows[JOINT_GIVING]
    assert state.accounts["cluster_development"].benefits == pytest.approx(grant)


def test_a_budget_bounds_grants_and_group_work_together() -> None:
    state = enacted(GROUPS.model_copy(update={"budget": 300_000.0}))
    assert state.accounts["cluster_development"].spent <= 300_000.0 * SCALE + 1e-6


def test_owners_who_meet_learn_to_manage_from_each_other() -> None:
    in_group = reached(state := enacted(GROUPS), "cluster_development") & (
        state.firms["alive"] == 1
    )
    apart = enacted(GROUPS.model_copy(update={"meetings": 0.0})).firms["practices"]
    assert state.firms["practices"][in_group].min() > 0.0
    assert not apart.any()


def test_each_day_on_which_groups_meet_has_its_price() -> None:
    state = enacted(GROUPS.model_copy(update={"meetings": 3.0, "fixed_cost": 0.0, "matching": 0.0}))
    account = state.accounts["cluster_development"]
    assert account.units > 0.0
    assert account.delivered == pytest.approx(account.units * (10.0 + 3.0 * 10.0))
