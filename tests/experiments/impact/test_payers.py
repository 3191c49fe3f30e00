import pytest

from poverty_nodes.experiments.impact.cost import PACKAGE
from poverty_nodes.experiments.impact.payers import payers_table

LOANS = {"policy": "micro_credit", "payer": "donor", "spent": 60.0}
STANDARDS = {
    "policy": "labour_standards",
    "payer": "government",
    "spent": 30.0,
    "spent_firms": 90.0,
    "spent_households": 20.0,
}
NAMES = ["micro_credit", "labour_standards"]


def table(*programmes, households=10.0, months=2):
    return payers_table(programmes, NAMES, households, months, "with").set_index(
        ["policy", "payer"]
    )


def test_each_payer_bears_its_programme_and_what_comes_on_top():
    found = table((LOANS, STANDARDS))
    assert found.loc[("micro_credit", "donor"), "paid"] == 60
    assert found.loc[("labour_standards", "firms"), "paid"] == 90
    assert found.loc[("labour_standards", "firms"), "of_it_besides"] == 90
    assert found.loc[("labour_standards", "government"), "of_it_besides"] == 0
    assert found.loc[(PACKAGE, "households"), "paid"] == 20
    assert ("micro_credit", "firms") not in found.index


def test_shares_of_a_policy_and_of_the_package_add_up_to_one():
    assert table((LOANS, STANDARDS)).groupby("policy")["share"].sum().to_numpy() == pytest.approx(1)


def test_a_household_pays_its_part_of_each_month():
    found = table((LOANS, STANDARDS))
    assert found.loc[(PACKAGE, "donor"), "a_household_a_month"] == pytest.approx(60 / 20)


def test_a_levy_on_firms_is_paid_by_firms_beside_what_they_bear():
    levied = {**STANDARDS, "payer": "firms"}
    found = table((LOANS, levied))
    assert found.loc[("labour_standards", "firms"), "paid"] == 120


def test_several_seeds_give_a_mean_and_an_interval():
    found = table((LOANS,), ({**LOANS, "spent": 80.0},)).loc[(PACKAGE, "donor")]
    assert found["paid"] == 70
    assert found["paid_low"] < 70 < found["paid_high"]
