import numpy as np
import pytest

from poverty_nodes.experiments.impact import assess
from poverty_nodes.experiments.impact.cost import NO_REDUCTION, PACKAGE, delivery, households_lifted
from poverty_nodes.experiments.impact.paired import pair_up
from poverty_nodes.experiments.impact.terms import Enacted

LINE = 4.20 * 365 / 12
POOR, FINE = LINE - 20, LINE + 20
CREDIT = {
    "policy": "micro_credit",
    "payer": "donor",
    "spent": 1000.0,
    "spent_firms": 500.0,
    "spent_households": 0.0,
    "repaid": 0.0,
    "defaulted": 0.0,
    "eligible": 100.0,
    "reached": 40.0,
    "reached_nonpoor": 30.0,
    "poor_eligible": 50.0,
    "poor_unreached": 45.0,
    "first_month": 2.0,
}


def costs(world, pairs, policies=("micro_credit",), programme=(CREDIT,)):
    runs = [
        (seed, without, world.result(enacted.people, programme))
        for seed, (without, enacted) in enumerate(pairs, start=1)
    ]
    enacted = tuple(Enacted(name, 2, "donor") for name in policies)
    return assess(runs, world.terms(policies=enacted)).cost


def test_a_household_lifted_costs_the_spending_over_the_households_at_the_real_scale(world):
    # two adults share a household; scale 0.1, so that one simulated household is ten real ones
    pair = world.pair([POOR, POOR, FINE], [FINE, FINE, FINE], household=[1, 1, 2])
    row = costs(world, [pair, pair]).iloc[0]
    assert row["households_lifted"] == pytest.approx(10)
    assert row["cost_per_household_lifted"] == pytest.approx(100)
    assert row["all_payers_cost_per_household_lifted"] == pytest.approx(150)
    assert row["households_lifted_verdict"] == "reduction"


def test_the_gap_closed_is_added_up_over_the_months(world):
    pair = world.pair([POOR], [FINE])
    row = costs(world, [pair, pair]).iloc[0]
    # base welfare is poor in both worlds of the fixture; welfare with moves up by 40/6 a month
    gaps_with = [max(0.0, 20 - 40 / 6 * month) for month in range(1, 7)]
    closed = 10 * (6 * 20 - sum(gaps_with))
    assert row["gap_closed"] == pytest.approx(closed, rel=1e-5)
    assert row["cost_per_gap_dollar_closed"] == pytest.approx(1000 / closed, rel=1e-5)


def test_harm_has_no_cost_for_each_unit_and_no_number_is_negative(world):
    pair = world.pair([FINE, FINE], [POOR, FINE])
    row = costs(world, [pair, pair, pair]).iloc[0]
    assert row["households_lifted"] < 0
    assert np.isnan(row["cost_per_household_lifted"])
    assert np.isnan(row["cost_per_household_lifted_low"])
    assert np.isnan(row["cost_per_gap_dollar_closed"])
    assert row["households_lifted_verdict"] == NO_REDUCTION


def test_an_effect_that_is_not_certain_has_no_cost_for_each_unit(world):
    up, down = world.pair([POOR], [FINE]), world.pair([FINE], [POOR])
    row = costs(world, [up, up, down]).iloc[0]
    assert row["households_lifted"] > 0
    assert np.isnan(row["cost_per_household_lifted"])
    assert row["households_lifted_verdict"] == NO_REDUCTION


def test_errors_of_targeting_are_shares_of_those_reached_and_of_the_eligible_poor(world):
    row = costs(world, [world.pair([POOR], [FINE])]).iloc[0]
    assert row["inclusion_error"] == 0.75
    assert row["exclusion_error"] == 0.9


def test_effects_belong_to_the_package_when_there_are_several_policies(world):
    other = CREDIT | {"policy": "labour_standards", "payer": "government", "spent": 3000.0}
    pair = world.pair([POOR], [FINE])
    table = costs(
        world, [pair, pair], ("micro_credit", "labour_standards"), (CREDIT, other)
    ).set_index("policy")
    assert table.index.tolist() == ["micro_credit", "labour_standards", PACKAGE]
    assert table.loc[PACKAGE, "spent"] == 4000
    assert table.loc[PACKAGE, "payer"] == "donor and government"
    assert table.loc[PACKAGE, "cost_per_household_lifted"] == pytest.approx(400)
    assert np.isnan(table.loc["micro_credit", "cost_per_household_lifted"])


def test_nobody_reached_leaves_the_error_open(world):
    nobody = CREDIT | {"reached": 0.0, "reached_nonpoor": 0.0}
    row = costs(world, [world.pair([POOR], [FINE])], programme=(nobody,)).iloc[0]
    assert np.isnan(row["inclusion_error"])


def test_a_policy_that_never_began_spends_nothing():
    assert delivery((), ["micro_credit"]).sum() == 0


def test_without_policies_the_table_is_empty_but_has_columns(world):
    table = costs(world, [world.pair([POOR], [POOR])], policies=(), programme=())
    assert table.empty
    assert "spent" in table.columns


def test_households_of_the_comparator_are_not_counted(world):
    without, enacted = world.pair([POOR, POOR], [FINE, FINE], place=[0, 1])
    assert households_lifted(pair_up(1, without, enacted), 0.1) == pytest.approx(10)
