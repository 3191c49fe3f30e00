"""Shares of components, from real runs of a small cluster."""

from __future__ import annotations

from dataclasses import replace

import pytest

from poverty_nodes.experiments import compare
from poverty_nodes.experiments.attribution.base_groups_run import Frozen, cut_down, run_frozen
from poverty_nodes.experiments.attribution.components import COLUMNS, attribute, runs_needed
from poverty_nodes.experiments.runs.kinds_of_run.whole_run import run_one
from poverty_nodes.experiments.runs.runner import execute
from poverty_nodes.experiments.runs.store.store import MemoryStore
from poverty_nodes.model.policies import LabourStandards, MicroCredit
from poverty_nodes.scenarios import Scenario, load_cluster


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    loans = MicroCredit(amount=500.0, rate=0.02, months=12, start=1)
    standards = LabourStandards(wage_floor=1.2, home_workers=True, start=1)
    cluster = load_cluster("sialkot_surgical")
    return Scenario(cluster, (loans, standards), months=6, scale=0.02, window=3)


@pytest.fixture(scope="module")
def result(scenario):
    return compare(scenario, seeds=2, workers=1, why=["components"])


def test_shares_add_up_to_what_the_package_does(result):
    table = result.attribution
    assert list(table.columns) == list(COLUMNS)
    sums = table.groupby(["outcome", "group"])["shapley"].sum()
    totals = table.groupby(["outcome", "group"])["total"].first()
    assert sums.to_numpy() == pytest.approx(totals.to_numpy(), abs=1e-6)


def test_the_package_does_what_the_table_of_winners_says(result):
    table = result.attribution.set_index(["outcome", "group"])
    winners = result.winners.set_index("group")
    for outcome, column in (("P0", "P0_change"), ("mean_welfare", "mean_change")):
        found = float(table.loc[(outcome, "all"), "total"].iloc[0])
        assert found == pytest.approx(winners.loc["all", column], abs=1e-4)


def test_what_each_component_costs_is_what_it_spends_alone_when_components_do_not_meet(result):
    costs = result.attribution[result.attribution["outcome"] == "spent"].set_index("component")
    assert costs["shapley"].sum() == pytest.approx(result.cost.iloc[-1]["spent"])
    assert (costs["alone"] > 0).all()


def test_a_frozen_run_keeps_what_the_full_run_says(scenario):
    full, frozen = run_one(scenario, 3), run_frozen(Frozen(scenario), 3)
    kept = cut_down(full, scenario)
    assert (frozen.values == kept.values)[~(kept.values != kept.values)].all()
    assert frozen.programme == full.programme
    assert not frozen.people


def test_a_second_question_makes_no_run_twice(scenario):
    store = MemoryStore()
    arms = {"without": replace(scenario, policies=()), "with": scenario}
    runs = execute(arms, [1, 2], store, run_one, 1)
    first = attribute(runs, scenario, store, 1)
    made = len(store._outcomes)
    assert made == 4 + runs_needed(2, [1, 2])
    assert attribute(runs, scenario, store, 1).table.equals(first.table)
    assert len(store._outcomes) == made


def test_without_components_there_is_nothing_to_share(scenario):
    bare = replace(scenario, policies=())
    runs = execute({"without": bare, "with": bare}, [1], None, run_one, 1)
    assert attribute(runs, bare, None, 1).table.empty


def test_a_run_that_fails_leaves_its_seed_out_and_is_named(scenario, monkeypatch):
    from poverty_nodes.experiments.attribution import components

    def unlucky(frozen, seed):
        if seed == 2 and len(frozen.scenario.policies) == 1:
            raise ArithmeticError("made to fail")
        return run_frozen(frozen, seed)

    monkeypatch.setattr(components, "run_frozen", unlucky)
    arms = {"without": replace(scenario, policies=()), "with": scenario}
    found = attribute(execute(arms, [1, 2], None, run_one, 1), scenario, None, 1)
    assert set(found.table["seeds"]) == {1}
    assert {each.scenario for each in found.failures} == {"components 1", "components 10"}
