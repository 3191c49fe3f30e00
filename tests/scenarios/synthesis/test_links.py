"""Who owns, who buys and who works for whom."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.state import State
from poverty_nodes.scenarios.base_month.calibration import first_guess
from poverty_nodes.scenarios.base_month.population import synthesise
from poverty_nodes.scenarios.description.quantities import FirmSize
from tests.small_economy import cluster, synthesised

OWNER = 5


@pytest.fixture(scope="module")
def town() -> State:
    return synthesised(scale=0.1)


def test_every_firm_has_an_owner_of_its_place_who_owns_nothing_else(town: State) -> None:
    rows = np.flatnonzero(town.firms["alive"] == 1)
    firms = town.firms[rows]
    owner = town.workers[firms["owner"]]
    assert np.array_equal(owner["employer"], rows)
    assert np.all(owner["post"] == OWNER)
    assert np.array_equal(owner["place"], firms["place"])
    assert np.array_equal(owner["household"], firms["household"])
    assert len(np.unique(firms["owner"])) == len(firms)


def test_women_and_minority_owners_have_their_shares(town: State) -> None:
    owner = town.workers[town.firms["owner"][town.firms["alive"] == 1]]
    wanted = cluster().firms
    assert owner["gender"].mean() == pytest.approx(wanted.women_owners.value, abs=0.01)
    assert owner["social_group"].mean() == pytest.approx(wanted.minority_owners.value, abs=0.01)


def test_owners_are_drawn_by_household_and_are_its_most_skilled_of_their_gender(
    town: State,
) -> None:
    w = town.workers
    owners = np.flatnonzero(w["post"] == OWNER)
    assert len(np.unique(w["household"][owners])) == len(owners)
    most = {
        (home, gender): w["skill"][(w["household"] == home) & (w["gender"] == gender)].max()
        for home, gender in set(zip(w["household"][owners], w["gender"][owners], strict=True))
    }
    assert [most[each["household"], each["gender"]] for each in w[owners]] == list(
        w["skill"][owners]
    )
    assert 0.0 < w["skill"][owners].mean() < 1.0


def test_low_return_lines_are_women_owners(town: State) -> None:
    firms = town.firms[town.firms["alive"] == 1]
    low = firms["capital_elasticity"] < firms["capital_elasticity"].max()
    assert np.all(town.workers["gender"][firms["owner"][low]] == 1)


def test_exporters_and_only_they_have_a_buyer_of_their_place(town: State) -> None:
    firms = town.firms[town.firms["alive"] == 1]
    exporters = firms["tier"] == 1
    assert np.all(firms["buyer"][~exporters] == -1)
    assert np.array_equal(
        town.buyers["place"][firms["buyer"][exporters]], firms["place"][exporters]
    )


def test_buyers_order_their_shares_of_exports(town: State) -> None:
    wanted = np.array([buyer.share.value for buyer in cluster().chain.buyers])
    orders = town.buyers["base_orders"][town.buyers["place"] == 0]
    assert orders / orders.sum() == pytest.approx(wanted, abs=0.06)
    sold = town.firms["base_revenue"] * town.firms["export_share"]
    here = (town.firms["place"] == 0) & (town.firms["alive"] == 1)
    assert orders.sum() == pytest.approx(sold[here].sum())


def test_the_price_that_governance_pays_at_base_is_the_reference(town: State) -> None:
    """The base month absorbs markdowns: a firm's price factor starts at one."""
    firms = town.firms[(town.firms["buyer"] >= 0)]
    buyer = town.buyers[firms["buyer"]]
    paid = (1 + buyer["premium"] * firms["quality"]) * (
        1 - buyer["markdown"] * (1 - firms["functions"])
    )
    assert firms["base_price"] == pytest.approx(paid)
    assert np.all(firms["price_factor"] == 1.0)


def test_subcontractors_work_for_exporters_of_their_place(town: State) -> None:
    rows = np.flatnonzero((town.firms["tier"] == 2) & (town.firms["alive"] == 1))
    patron = town.firms[town.firms["patron"][rows]]
    assert np.all(patron["tier"] == 1)
    assert np.array_equal(patron["place"], town.firms["place"][rows])
    others = np.flatnonzero((town.firms["tier"] != 2) & (town.firms["alive"] == 1))
    assert np.all(town.firms["patron"][others] == -1)


def test_patrons_are_of_ones_own_group_more_often_than_chance_would_have_it(town: State) -> None:
    here = (town.firms["place"] == 0) & (town.firms["alive"] == 1)
    group = town.workers["social_group"][town.firms["owner"]]
    rows = np.flatnonzero(here & (town.firms["tier"] == 2))
    weight = town.firms["base_putout"] * (here & (town.firms["tier"] == 1))
    share = np.array([weight[group == own].sum() for own in (0, 1)]) / weight.sum()
    same = np.mean(group[town.firms["patron"][rows]] == group[rows])
    assert same > np.mean(share[group[rows]]) - 0.02


def test_exporters_go_to_buyers_for_whose_least_order_they_are_large_enough() -> None:
    chain = cluster().chain
    least = FirmSize(
        value=60.0, low=30.0, high=90.0, unit="persons per firm", year=2011,
        kind="assumed", source="assumed", note="A judgement.",
    )  # fmt: skip
    buyers = (chain.buyers[0].model_copy(update={"minimum_order": least}), *chain.buyers[1:])
    asking = cluster().model_copy(update={"chain": chain.model_copy(update={"buyers": buyers})})
    state = synthesise(asking, first_guess(2), 0.1, {}, 1)
    assert state.buyers["minimum_order"].tolist() == [60.0, 0.0, 0.0] * 2
    f = state.firms
    here = f[(f["alive"] == 1) & (f["tier"] == 1) & (f["place"] == 0)]
    pooling = np.where(here["member"] == 1, 1.0 + state.parameters["joint_pooling"][0], 1.0)
    capacity = here["base_heads"] / (1.0 - here["putout_share"]) * pooling
    strict = here["buyer"] == 0
    assert strict.any()
    assert capacity[strict].min() >= 1.5 * 60.0
    assert capacity[~strict].min() < 60.0
