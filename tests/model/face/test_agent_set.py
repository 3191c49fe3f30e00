"""Sets of agents do what Mesa's do; where a Mesa set stands beside, the two agree."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from random import Random

import pytest
from mesa.agent import AgentSet

from poverty_nodes.model import Buyer, ClusterModel, Firm, Household, Worker
from poverty_nodes.model.face.agent_set import RowSet
from poverty_nodes.model.face.view import View

Close = Callable[[ClusterModel, int], None]


@pytest.fixture
def firms(model: ClusterModel) -> RowSet:
    """All firms of a model."""
    return model.agents_by_type[Firm]


def mesa_set(firms: RowSet) -> tuple[AgentSet, list[View]]:
    """A set of Mesa's own with the same agents, which live as long as the list does."""
    agents = list(firms)
    return AgentSet(agents, random=Random(5)), agents


def test_the_model_has_a_set_of_each_kind_and_one_of_all(model: ClusterModel) -> None:
    lengths = {kind: len(agents) for kind, agents in model.agents_by_type.items()}
    assert list(lengths) == model.agent_types == [Firm, Worker, Household, Buyer]
    assert lengths[Worker] == len(model.workers)
    assert len(model.agents) == sum(lengths.values()) == len(list(model.agents))
    assert isinstance(model.agents, AgentSet)


@pytest.mark.parametrize(
    "asked",
    [
        lambda agents: [agent.row for agent in agents.select(lambda firm: firm.tier == 2)],
        lambda agents: [agent.row for agent in agents.select(at_most=0.25)],
        lambda agents: [agent.row for agent in agents.select(lambda f: f.tier == 2, at_most=3)],
        lambda agents: len(agents.select(agent_type=Worker)),
        lambda agents: agents.agg("capital", sum),
        lambda agents: agents.agg("capital", [min, max]),
        lambda agents: agents.get("tier_label"),
        lambda agents: agents.get(["tier", "capital"]),
        lambda agents: agents.get("nothing", handle_missing="default", default_value=7),
        lambda agents: agents.map(lambda firm, by: by * firm.tier, by=2),
        lambda agents: [agent.row for agent in agents.sort("capital")],
        lambda agents: [agent.row for agent in agents.sort("tier", ascending=True)],
        lambda agents: [agent.row for agent in agents.sort("household.savings")],
        lambda agents: [agent.row for agent in agents.sort(lambda firm: -firm.capital)],
        lambda agents: agents.groupby("tier").count(),
        lambda agents: agents.groupby(lambda firm: firm.tier_label).agg("capital", sum),
        lambda agents: agents.groupby("tier", result_type="list").map(len),
        lambda agents: [agent.row for agent in agents[2:5]],
        lambda agents: agents[-1].row,
        lambda agents: [agent.row for agent in agents.shuffle()],
        lambda agents: order_of_doing(agents),
        lambda agents: agents.index(agents[4]),
    ],
)
def test_a_set_answers_as_a_set_of_mesa_does(
    firms: RowSet, asked: Callable[[AgentSet], object]
) -> None:
    ours, (theirs, _kept_alive) = firms.select(), mesa_set(firms)
    ours.random = Random(5)
    assert asked(ours) == asked(theirs)


def order_of_doing(agents: AgentSet) -> list[int]:
    """Rows in the order in which shuffle_do comes to them."""
    seen: list[int] = []
    agents.shuffle_do(lambda agent: seen.append(agent.row))
    return seen


def test_sets_of_several_kinds_answer_too(model: ClusterModel) -> None:
    agents = model.agents
    assert agents.groupby(lambda agent: type(agent)).count()[Firm] == model.firms["alive"].sum()
    assert sorted(agents.shuffle().get("unique_id")) == sorted(agents.get("unique_id"))
    assert len(agents.select(agent_type=Buyer)) == len(model.buyers)
    assert len(agents.get("place")) == len(agents)
    with pytest.raises(AttributeError, match="capital"):
        agents.get("capital")


def test_setting_an_attribute_of_all_writes_the_column(firms: RowSet, model: ClusterModel) -> None:
    firms.select(lambda firm: firm.tier == 2).set("productivity", 1.5)
    there = model.firms[model.firms["alive"] == 1]
    assert set(there["productivity"][there["tier"] == 2]) == {1.5}
    assert 1.5 not in there["productivity"][there["tier"] == 1]
    model.agents.select(agent_type=Household).set("savings", 0.0)
    assert not model.households["savings"].any()


def test_setting_what_cannot_be_is_refused_for_sets_as_for_one(firms: RowSet) -> None:
    with pytest.raises(ValueError, match="0 to 3"):
        firms.set("tier", 9)
    with pytest.raises(AttributeError, match="did you mean 'capital'"):
        firms.set("captial", 1.0)


def test_a_set_keeps_its_members_though_nobody_holds_their_views(firms: RowSet) -> None:
    chosen = firms.select(lambda firm: firm.tier == 2)
    assert len(chosen) == len(list(chosen)) == len(list(chosen)) > 0


def test_the_sets_of_the_model_follow_it_and_chosen_ones_forget_closed_firms(
    model: ClusterModel, close_firm: Close
) -> None:
    following, chosen = model.agents_by_type[Firm], model.agents_by_type[Firm].select(at_most=5)
    firm, before = chosen[1], len(following)
    others = [each for each in chosen if each != firm]
    close_firm(model, firm.row)
    assert (len(following), len(chosen)) == (before - 1, 4)
    assert firm not in following
    assert firm not in chosen
    assert list(chosen) == others
    model.firms["alive"][firm.row], model.firms["id"][firm.row] = 1, 777_777
    assert (len(following), len(chosen)) == (before, 4)


def test_a_firm_that_closes_while_all_are_called_is_passed_over(
    firms: RowSet, model: ClusterModel, close_firm: Close
) -> None:
    rows = [firm.row for firm in firms]
    seen: list[int] = []

    def close_the_next(firm: Firm) -> None:
        seen.append(firm.row)
        for row in rows[rows.index(firm.row) + 1 :][:1]:
            close_firm(model, row)

    firms.do(close_the_next)
    assert seen == rows[::2]


def test_methods_are_called_by_name_and_sets_are_handed_on(firms: RowSet) -> None:
    assert firms.do("step") is firms
    assert firms.shuffle_do("advance") is firms
    assert set(firms.map("step")) == {None}


def test_sets_can_be_added_cut_and_changed(firms: RowSet, model: ClusterModel) -> None:
    small = firms.select(lambda firm: firm.tier == 2)
    others = firms - small
    assert len(others) + len(small) == len(firms)
    assert len(small & others) == 0
    assert len(small | others) == len(firms)
    first = small[0]
    small.remove(first)
    assert first not in small
    with pytest.raises(KeyError):
        small.remove(first)
    small.add(first)
    small.add(first)
    assert small[-1] == first
    assert len(small.get("id")) == len(set(small.get("id")))
    with pytest.raises(TypeError, match="not an agent of this model"):
        small.add(3)
    assert 3 not in small
    assert len(model.agents_by_type[Firm]) == len(firms)


def test_changing_a_set_in_place_leaves_the_model_alone(firms: RowSet, model: ClusterModel) -> None:
    firms.select(lambda firm: firm.tier == 1, inplace=True)
    assert len(firms) < len(model.agents_by_type[Firm])
    assert firms.sort("capital", ascending=True, inplace=True) is firms
    assert firms.get("capital") == sorted(firms.get("capital"))
    assert firms.shuffle(inplace=True) is firms


def test_an_empty_set_is_one(firms: RowSet) -> None:
    none = firms.select(lambda firm: False)
    assert (len(none), list(none), none.get("capital"), none.agg("capital", sum)) == (0, [], [], 0)
    assert none.groupby("tier").count() == {}
    with pytest.raises(IndexError):
        none[0]


def test_a_set_can_be_copied_and_pickled(
    firms: RowSet,
    model: ClusterModel,
) -> None:
    chosen = firms.select(lambda firm: firm.tier == 2)
    assert list(copy.copy(chosen)) == list(chosen)
    twin, its_model = pickle.loads(pickle.dumps((chosen, model)))
    assert twin.get("unique_id") == chosen.get("unique_id")
    assert twin[0].model is its_model
    assert twin.random is its_model.random


def test_an_unknown_way_with_missing_values_is_refused(firms: RowSet) -> None:
    with pytest.raises(ValueError, match="'error' or 'default'"):
        firms.get("capital", handle_missing="ignore")
