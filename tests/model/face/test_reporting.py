"""Mesa's DataCollector on a ClusterModel."""

from __future__ import annotations

import pickle

import pytest

from poverty_nodes.model import ClusterModel, Firm, Worker
from poverty_nodes.scenarios import Scenario


def home_workers(model: ClusterModel) -> int:
    return int((model.workers["post"] == 4).sum())


def test_reporters_of_the_model_are_collected_from_month_0_on(scenario: Scenario) -> None:
    model = ClusterModel(scenario, model_reporters={"home": home_workers, "month": "month"})
    model.run_model()
    frame = model.datacollector.get_model_vars_dataframe()
    assert list(frame["month"]) == list(frame.index) == list(range(7))
    assert frame["home"].iloc[-1] == home_workers(model)


def test_five_figures_are_collected_when_nothing_is_asked_and_none_when_none_is(
    scenario: Scenario,
) -> None:
    usual, none = ClusterModel(scenario), ClusterModel(scenario, model_reporters={})
    assert list(usual.datacollector.model_vars) == [
        "P0",
        "mean_welfare",
        "earnings",
        "firms",
        "employment",
    ]
    assert none.datacollector.model_vars == {}


def test_reporters_of_agents_ask_every_agent_each_month(scenario: Scenario) -> None:
    model = ClusterModel(scenario, agent_reporters={"wage": "wage", "label": label})
    model.step()
    frame = model.datacollector.get_agent_vars_dataframe()
    assert frame.index.is_unique
    assert set(frame.index.get_level_values("Step")) == {0, 1}
    last = frame.xs(1, level="Step")
    assert len(last) == len(model.agents)
    worker = model.agents_by_type[Worker][7]
    assert last.loc[worker.unique_id, "wage"] == worker.wage
    firm = model.agents_by_type[Firm][0]
    assert last.loc[firm.unique_id, "label"] == firm.tier_label
    assert last["wage"].isna().sum() == len(model.agents) - len(model.workers)


def label(agent: object) -> str:
    return agent.tier_label if isinstance(agent, Firm) else ""


def test_reporters_of_one_kind_ask_that_kind(scenario: Scenario) -> None:
    model = ClusterModel(scenario, agenttype_reporters={Firm: {"capital": "capital"}})
    model.step()
    frame = model.datacollector.get_agenttype_vars_dataframe(Firm)
    assert list(frame.xs(1, level="Step")["capital"]) == model.agents_by_type[Firm].get("capital")


def test_a_misspelt_attribute_is_told_at_once(scenario: Scenario) -> None:
    with pytest.raises(AttributeError, match="did you mean 'capital'"):
        ClusterModel(scenario, agenttype_reporters={Firm: {"capital": "captial"}})
    with pytest.raises(AttributeError, match="wgae"):
        ClusterModel(scenario, agent_reporters={"wage": "wgae"})


def test_a_model_with_reporters_by_name_pickles(scenario: Scenario) -> None:
    model = ClusterModel(scenario, agent_reporters={"wage": "wage"})
    model.step()
    twin = pickle.loads(pickle.dumps(model))
    twin.step()
    assert set(twin.datacollector.get_agent_vars_dataframe().index.get_level_values(0)) == {0, 1, 2}
