"""Chains as data, and a cluster with the buyers of one."""

from __future__ import annotations

import math

import pytest

from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.experiments.question.chosen_files import file_ids
from poverty_nodes.experiments.question.composition import CONF
from poverty_nodes.model.population.codes import GOVERNANCE
from poverty_nodes.scenarios.base_month.scale import automatic_scale
from poverty_nodes.scenarios.catalogue import cluster_ids, load_cluster
from poverty_nodes.scenarios.chains import chains, load_chain, with_chain
from poverty_nodes.scenarios.errors import QuestionError
from poverty_nodes.scenarios.scenario import Scenario
from poverty_nodes.scenarios.shocks import settle

SHOCKS = file_ids("shock", CONF)
OF_THE_CATALOGUE = (
    "fda_standard_1994",
    "closure_order",
    "rival_entry",
    "currency_crisis",
    "demand_slump",
    "child_labour_agreement",
    "pandemic",
)


@pytest.mark.parametrize("governance", GOVERNANCE)
def test_there_is_a_chain_for_each_type_of_governance(governance: str) -> None:
    chain = load_chain(governance)
    assert chain.kind == "type"
    held = sum(each.share.value for each in chain.buyers if each.governance == governance)
    assert held > 0.8


@pytest.mark.parametrize("name", sorted(chains()))
def test_shares_sum_to_one_and_a_source_says_where(name: str) -> None:
    chain = load_chain(name)
    assert sum(each.share.value for each in chain.buyers) == pytest.approx(1.0)
    assert chain.where
    assert all(each.volatility.low > 0 for each in chain.buyers)


def test_a_mixed_chain_mixes_or_stands_for_a_real_place() -> None:
    mixed = [each for each in chains().values() if each.kind == "mixed"]
    assert len(mixed) >= 5
    assert any(len({buyer.governance for buyer in each.buyers}) >= 3 for each in mixed)


@pytest.mark.parametrize("identifier", cluster_ids())
def test_only_the_buyers_of_the_cluster_change(identifier: str) -> None:
    own = load_cluster(identifier)
    assert with_chain(own, None) is own
    for name in chains():
        other = with_chain(own, name)
        assert other.chain.buyers == load_chain(name).buyers
        assert other.chain.export_share == own.chain.export_share
        assert other.model_copy(update={"chain": own.chain}) == own
        assert other.numbers() != own.numbers()


def test_an_unknown_chain_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(QuestionError) as caught:
        load_chain("captve")
    (problem,) = caught.value.problems
    assert problem.nearest == "captive"
    assert problem.remedy == "poverty-nodes list chains"


@pytest.mark.parametrize("shock", SHOCKS)
def test_every_shock_meets_every_cluster_and_chain(shock: str) -> None:
    chosen = tuple(ask([f"shock=[{shock}]"]).shocks.values())
    for identifier in cluster_ids():
        for chain in (None, *chains()):
            assert len(settle(chosen, with_chain(load_cluster(identifier), chain))) == 1


def test_the_shocks_that_the_catalogue_promises_are_there() -> None:
    assert set(OF_THE_CATALOGUE) <= set(SHOCKS)


@pytest.mark.slow
@pytest.mark.parametrize("shock", SHOCKS)
@pytest.mark.parametrize("identifier", ["central_java_rooftiles", "sialkot_surgical"])
def test_a_cluster_lives_through_every_shock(identifier: str, shock: str) -> None:
    from poverty_nodes.model import ClusterModel

    cluster = load_cluster(identifier)
    (chosen,) = ask([f"cluster={identifier}", f"shock=[{shock}]"]).shocks.values()
    scale = automatic_scale(cluster)
    ends = []
    for shocks in ((), (chosen,)):
        model = ClusterModel(
            Scenario(cluster=cluster, months=30, scale=scale, shocks=shocks), seed=1
        )
        for _ in range(30):
            model.step()
        firms = model.state.firms
        assert (firms["alive"] == 1).any()
        revenue = firms["revenue"][firms["alive"] == 1]
        assert all(math.isfinite(each) for each in revenue)
        ends.append(float(revenue.sum()))
    assert ends[0] != ends[1]
