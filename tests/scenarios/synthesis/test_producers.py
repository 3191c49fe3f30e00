"""Firms have the sizes of the case, and a base month that is a solution of the rules."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.parameters.all_parameters import parameter_row
from poverty_nodes.model.phases.labour import labour_demand
from poverty_nodes.model.state import State, Table
from poverty_nodes.scenarios.synthesis.figures import read_figures
from poverty_nodes.scenarios.synthesis.producers import (
    lasting_response,
    make_firms,
    shock_spread,
    size_response,
)
from poverty_nodes.scenarios.synthesis.table_draws import Chance
from tests.model.village import instruments
from tests.small_economy import cluster, rough_economy, synthesised

SCALE = 0.1
FIGURES = read_figures(cluster(), SCALE)
POSTS = ("skilled_regular", "regular", "casual", "homework")


@pytest.fixture(scope="module")
def firms() -> Table:
    return make_firms(cluster(), FIGURES, FIGURES.places[0], parameter_row()[0], Chance(1))


@pytest.fixture(scope="module")
def town() -> State:
    """Firms with owners, links and their base month, before anybody has worked."""
    return synthesised(scale=SCALE)


def test_there_are_as_many_firms_of_each_tier_as_the_figures_say(firms: Table) -> None:
    assert np.bincount(firms["tier"])[1:].tolist() == FIGURES.places[0].firms.tolist()
    assert len(np.unique(firms["id"])) == len(firms)


def test_sizes_have_the_mean_of_their_tier_once_luck_is_averaged(firms: Table) -> None:
    """Base size is type alone; a firm's shock adds its own swing, whose mean is taken out."""
    swing = size_response(parameter_row()[0], cluster().firms.input_share.value)
    swing *= shock_spread(parameter_row()[0])
    for tier in (1, 2, 3):
        mine = firms["base_heads"][firms["tier"] == tier]
        mean = FIGURES.places[0].mean_workers[tier - 1] * np.exp(-0.5 * swing**2)
        assert mine.mean() == pytest.approx(mean)


def test_the_spread_of_sizes_is_that_of_the_case(firms: Table) -> None:
    for tier in (1, 2):
        mine = np.log(firms["base_heads"][firms["tier"] == tier])
        spread = FIGURES.size_spread[tier - 1]
        assert 0.4 * spread < mine.std() < 1.1 * spread  # the rest is passing shocks


def test_larger_firms_are_registered_more_often_and_as_many_as_the_case_says(
    firms: Table,
) -> None:
    for tier, share in enumerate(FIGURES.formal_share, start=1):
        mine = firms[firms["tier"] == tier]
        assert mine["formal"].sum() == round(share * len(mine))
        if 0.2 < mine["formal"].mean() < 0.8:
            formal = mine["formal"] == 1
            assert mine["base_heads"][formal].mean() > mine["base_heads"][~formal].mean()


def test_shares_of_posts_add_up_to_one(firms: Table) -> None:
    assert sum(firms[f"share_{post}"] for post in POSTS) == pytest.approx(np.ones(len(firms)))


def test_the_base_month_is_a_solution_of_the_rules_of_labour_demand(town: State) -> None:
    """At base prices, orders and no shock every firm wants exactly the posts of its base."""
    s, alive = town, town.firms["alive"] == 1
    s.firms["transitory_productivity"] = 0.0
    for name in ("price_export", "price_local", "price_putout", "price_input"):
        s.places[name] = 1.0
    target = np.zeros_like(s.workspace.target)
    labour_demand.plan_posts(
        s.firms, s.places, s.parameters, s.setting, instruments(), target, np.ones((2, 4)), s.seed
    )
    assert s.firms["desired_heads"][alive] == pytest.approx(s.firms["base_heads"][alive])
    assert s.firms["wage_cost"][alive] == pytest.approx(np.ones(alive.sum()))


def test_sales_pay_for_inputs_work_put_out_and_value_added(town: State) -> None:
    f = town.firms[town.firms["alive"] == 1]
    p, inputs = town.parameters[0], town.setting["input_share"][0]
    added = f["base_revenue"] * (1.0 - inputs) - f["base_putout"]
    labour = p.labour_elasticity * (1.0 - 1.0 / p.demand_elasticity) / (1.0 + p.monopsony_markdown)
    owners = labour * added - f["base_wage_bill"]
    assert np.all(owners > 0.0)  # the owner's own work, at the skilled wage
    assert f["putout_share"] == pytest.approx(f["base_putout"] / (f["base_putout"] + added))


@pytest.mark.parametrize("place", [0, 1])
def test_what_exporters_put_out_is_what_subcontractors_sell(town: State, place: int) -> None:
    f = town.firms[town.firms["place"] == place]
    assert f["base_putout"].sum() == pytest.approx(f["base_revenue"][f["tier"] == 2].sum())
    assert not f["base_putout"][f["tier"] != 1].any()


def test_capital_earns_its_cost_at_base(town: State) -> None:
    """Marginal revenue product of capital = own rate + depreciation, the condition it is set by."""
    f, p = town.firms[town.firms["alive"] == 1], town.parameters[0]
    added = f["base_revenue"] * (1.0 - town.setting["input_share"][0]) - f["base_putout"]
    earned = f["capital_elasticity"] * (1.0 - 1.0 / p.demand_elasticity) * added / f["base_capital"]
    assert earned == pytest.approx(f["own_rate"] + p.depreciation)


def test_half_of_the_spread_of_sales_is_lasting_luck(town: State) -> None:
    """Of the variance of log sales in a tier the share `size_luck` is luck times the response of sales to luck."""
    p, inputs = town.parameters[0], town.setting["input_share"][0]
    for tier in (1, 2, 3):
        f = town.firms[(town.firms["place"] == 0) & (town.firms["tier"] == tier)]
        f = f[f["alive"] == 1]
        response = lasting_response(p, inputs, f["putout_share"])
        sales = np.log(f["base_revenue"])
        assert (response * f["productivity_spread"]) ** 2 == pytest.approx(
            p.size_luck * sales.var()
        )
        if len(f) >= 50:
            slope = np.polyfit(sales, response * f["initial_productivity"], 1)[0]
            assert slope == pytest.approx(p.size_luck, abs=0.15)


def test_the_lucky_of_a_tier_are_as_well_off_as_luck_has_made_them(town: State) -> None:
    """Business at birth is e^(response x luck) over its mean in the tier; without persistent productivity all are
    equal."""
    p, inputs = town.parameters[0], town.setting["input_share"][0]
    for tier in (1, 2, 3):
        f = town.firms[(town.firms["place"] == 0) & (town.firms["tier"] == tier)]
        f = f[f["alive"] == 1]
        assert f["initial_advantage"].mean() == pytest.approx(1.0)
        luck = lasting_response(p, inputs, f["putout_share"]) * f["initial_productivity"]
        assert np.log(f["initial_advantage"]) - luck == pytest.approx(
            np.full(len(f), np.log(f["initial_advantage"][0]) - luck[0])
        )
    without = rough_economy(scale=0.02, parameters={"size_luck": 0.0}).firms
    assert np.all(without["initial_advantage"][without["alive"] == 1] == 1.0)


def test_lasting_luck_moves_sales_by_more_than_a_shock_does() -> None:
    p, shares = parameter_row()[0], np.array([0.0, 0.4, 0.9])
    for inputs in (0.3, 0.6):
        assert np.all(lasting_response(p, inputs, shares) > size_response(p, inputs))
