"""A switched-off channel carries nothing of the package; money is conserved whatever is switched."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from poverty_nodes.experiments import compare
from poverty_nodes.experiments.attribution.base_groups import MEASURES
from poverty_nodes.experiments.attribution.base_groups_run import (
    Frozen,
    run_base_groups,
    run_frozen,
)
from poverty_nodes.experiments.attribution.channels import REST, runs_needed
from poverty_nodes.experiments.attribution.switched_channels import CHANNELS
from poverty_nodes.experiments.attribution.switched_run import switched_by
from poverty_nodes.experiments.attribution.trace import traced
from poverty_nodes.experiments.attribution.ways_in import WAYS_IN
from poverty_nodes.model.policies import BUILT_IN, LabourStandards, MicroCredit
from poverty_nodes.model.shocks import REGISTRY as BUILT_IN_SHOCKS
from poverty_nodes.scenarios import Scenario, load_cluster

WELFARE = MEASURES.index("mean_welfare")
LOANS = MicroCredit(amount=500.0, rate=0.02, months=12, start=1, take_up=0.6)
STANDARDS = LabourStandards(wage_floor=1.2, home_workers=True, start=1, contribution_rate=0.1)
EVADED = LabourStandards(wage_floor=1.4, home_workers=False, start=1, penalty=0.1)
CASH = BUILT_IN["cash_transfer"](amount=20.0, start=1)


def scenario(*policies) -> Scenario:
    return Scenario(load_cluster("sialkot_surgical"), policies, months=9, scale=0.02, window=3)


@pytest.fixture(scope="module")
def traces():
    return traced(scenario(), 1)


def switched(package: Scenario, traces, off):
    return run_base_groups(package, 1, switched_by(traces, off))


@pytest.mark.parametrize("policy", [LOANS, STANDARDS, EVADED, CASH])
def test_with_all_channels_off_a_package_that_acts_through_them_alone_does_nothing(policy, traces):
    held = switched(scenario(policy), traces, CHANNELS)
    bare = run_frozen(Frozen(scenario()), 1)
    assert held.values[0] == pytest.approx(bare.values[0], rel=1e-9, nan_ok=True)


def test_with_all_channels_on_it_is_the_model_as_it_is(traces):
    package = scenario(LOANS, STANDARDS, CASH)
    free = run_frozen(Frozen(package), 1)
    assert np.array_equal(switched(package, traces, ()).values, free.values, equal_nan=True)


@pytest.mark.parametrize("channel", CHANNELS)
def test_money_is_conserved_with_a_channel_off(channel, traces):
    found = switched(scenario(LOANS, STANDARDS, CASH), traces, [channel])
    assert found.conservation < 1e-9


@pytest.mark.parametrize(
    ("policy", "channel"), [(CASH, "transfers"), (LOANS, "credit")], ids=["cash", "loans"]
)
def test_what_has_one_way_in_does_nothing_when_that_is_shut(policy, channel, traces):
    held = switched(scenario(policy), traces, [channel])
    bare = run_frozen(Frozen(scenario()), 1)
    assert held.values[0] == pytest.approx(bare.values[0], rel=1e-9, nan_ok=True)


def test_higher_pay_under_a_floor_comes_through_wages(traces):
    package = scenario(STANDARDS)
    rest = [name for name in CHANNELS if name != "wages"]
    bare = run_frozen(Frozen(scenario()), 1).values[0, WELFARE]
    # Not home workers: they are few here, and some live in the household of an owner, who pays.
    workers = run_frozen(Frozen(scenario()), 1).groups.index("contract=casual")
    assert switched(package, traces, rest).values[0, WELFARE, workers] > bare[workers]


def test_changes_by_channel_add_up_to_what_the_package_does():
    result = compare(scenario(STANDARDS, CASH), seeds=2, workers=1, why=["channels"])
    table = result.channels
    sums = table.groupby("group")["change"].sum()
    winners = result.winners.set_index("group")["mean_change"]
    assert set(table["channel"]) == {*CHANNELS, "standards", REST}
    for group, total in sums.items():
        assert total == pytest.approx(winners[group], abs=1e-4), group


ORDER = BUILT_IN_SHOCKS["closure_order"](level=0.6, notice=1, cost=30_000.0, start=1)


def test_a_plant_that_makes_a_standard_cheap_works_through_standards():
    plant = BUILT_IN["effluent_plant"](start=1, ramp=0, saved=0.9)
    package = replace(scenario(plant), shocks=(ORDER,))
    traces = traced(replace(package, policies=()), 1)
    bare = run_frozen(Frozen(replace(package, policies=())), 1).values[0]
    free = run_frozen(Frozen(package), 1).values[0]
    assert not np.array_equal(free, bare, equal_nan=True)
    by_standards = switched(package, traces, CHANNELS)
    assert by_standards.conservation < 1e-9
    assert not np.array_equal(by_standards.values[0], bare, equal_nan=True)
    held = switched(package, traces, (*CHANNELS, *WAYS_IN))
    assert held.values[0] == pytest.approx(bare, rel=1e-9, nan_ok=True)


def test_a_seed_asks_for_at_most_so_many_runs():
    assert runs_needed([1]) <= 4 * (len(CHANNELS) - 1) + 1 + len(WAYS_IN)


def test_without_policies_there_is_nothing_to_explain():
    result = compare(replace(scenario(), policies=()), seeds=1, workers=1, why=["channels"])
    assert result.channels.empty
