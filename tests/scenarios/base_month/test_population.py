"""Month 0 of a whole economy: joint tables, base figures of places, free rows, open accounts."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.parameters.all_parameters import parameter_row
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.base_month.population import enact, spare_rows, turnover
from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.synthesis.people import PLACE_STEP
from tests.laws.same import differing
from tests.laws.soundness import owners, posts
from tests.small_economy import CREDIT, STANDARDS, cluster, synthesised


@pytest.fixture(scope="module")
def town() -> State:
    return synthesised(scale=0.05)


def test_a_seed_makes_the_same_people_and_firms_every_time(town: State) -> None:
    assert differing(town, synthesised(scale=0.05)) == []


def test_another_seed_makes_others(town: State) -> None:
    other = synthesised(seed=2, scale=0.05)
    assert not np.array_equal(other.firms["base_heads"], town.firms["base_heads"])


def test_people_and_firms_refer_to_each_other(town: State) -> None:
    assert list(posts(town)) == []
    assert list(owners(town)) == []
    first = town.workers["household"][town.households["first_worker"]]
    assert np.array_equal(first, np.arange(len(town.households)))
    assert np.array_equal(np.bincount(town.workers["household"]), town.households["adults"])


def test_the_places_stand_one_after_the_other(town: State) -> None:
    place = town.households["place"]
    assert np.all(np.diff(place) >= 0)
    assert np.array_equal(town.households["id"] >= PLACE_STEP, place == 1)


def test_the_base_figures_of_a_place_are_those_of_its_firms(town: State) -> None:
    inputs = cluster().firms.input_share.value
    for code, place in enumerate(town.places):
        f = town.firms[(town.firms["place"] == code) & (town.firms["alive"] == 1)]
        specialists = f["base_revenue"][f["tier"] == 3].sum()
        assert place.base_firms == len(f)
        assert place.base_putout == pytest.approx(f["base_putout"].sum())
        needs = inputs * f["base_revenue"][f["tier"] != 3].sum()
        assert place.base_inputs == pytest.approx(needs)
        assert place.local_input_share == pytest.approx(min(specialists / needs, 1.0))
        assert place.base_specialists == pytest.approx((f["tier"] == 3).sum() / town.scale)
        home = f["base_revenue"] * (1.0 - f["export_share"])
        assert place.base_home_sales == pytest.approx(home[f["tier"] == 1].sum())


def test_where_a_description_says_how_many_leave_that_is_the_places_rate() -> None:
    told = load_cluster("sinos_footwear")
    assert told.workers.turnover is not None
    p = parameter_row({"quit_regular": 0.02})[0]
    assert turnover(told, p) * 0.02 == pytest.approx(told.workers.turnover.value)
    assert turnover(cluster(), p) == 1.0
    assert turnover(told, parameter_row({"quit_regular": 0.0})[0]) == 1.0


def test_closing_hazards_average_to_the_yearly_share_of_the_parameters(town: State) -> None:
    for code, place in enumerate(town.places):
        here = (town.firms["place"] == code) & (town.firms["alive"] == 1)
        weight = town.workspace.type_weight[
            town.workspace.type_start[code] : town.workspace.type_start[code + 1]
        ]
        yearly = 12 * place.exit_scale * weight.sum() / here.sum()
        assert yearly == pytest.approx(parameter_row()["exit_yearly"][0])


def test_there_are_free_rows_for_entrants_that_link_to_nobody(town: State) -> None:
    free = town.firms[town.firms["alive"] == 0]
    assert len(free) == len(spare_rows((town.firms["alive"] == 1).sum())) >= 12
    assert np.all(free["buyer"] == -1)
    assert np.all(free["patron"] == -1)


def test_the_numbers_of_the_case_reach_the_rules(town: State) -> None:
    case = town.setting[0]
    assert case.gender_gap == cluster().workers.gender_gap.value
    assert case.wage_spread == cluster().workers.wage_spread.value
    assert case.homework_ratio == cluster().workers.home_ratio.value
    assert case.input_share == cluster().firms.input_share.value


def test_a_package_opens_an_account_for_each_policy_and_nothing_else(town: State) -> None:
    state = synthesised(scale=0.05)
    enact(state, (CREDIT, STANDARDS))
    assert list(state.accounts) == ["micro_credit", "labour_standards"]
    assert all(len(each.eligible) == len(state.firms) for each in state.accounts.values())
    assert all(each.scale == state.scale for each in state.accounts.values())
    assert differing(state, town) == []
    enact(state, ())
    assert state.accounts == {}
