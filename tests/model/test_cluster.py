"""ClusterModel is the month of the fast path and a mesa.Model at once."""

from __future__ import annotations

import copy
import inspect
import pickle
import subprocess
import sys
from pathlib import Path

import mesa
import numpy as np
import pandas as pd
import pytest

from poverty_nodes.model import ClusterModel
from poverty_nodes.model.measures.recorder import Recorder
from poverty_nodes.model.month import Month
from poverty_nodes.model.policies import LabourStandards, MicroCredit
from poverty_nodes.model.state import State
from poverty_nodes.scenarios import Scenario

TABLES = ("firms", "workers", "households", "buyers", "places")
ROOT = Path(__file__).resolve().parents[2]


def test_stepping_the_model_is_bit_for_bit_the_month_of_the_fast_path(scenario: Scenario) -> None:
    package = (
        MicroCredit(amount=500, rate=0.02, months=6, start=2),
        LabourStandards(wage_floor=1.1, home_workers=True, start=2),
    )
    with_policies = Scenario(scenario.cluster, package, months=6, scale=scenario.scale)
    model, state, month = ClusterModel(with_policies, seed=3), with_policies.start(3), Month()
    for _ in range(with_policies.months):
        model.step()
        month.advance(state)
        assert differences(model.state, state) == []
    assert model.state.conservation == state.conservation


def test_asking_for_agents_changes_nothing_in_the_run(scenario: Scenario) -> None:
    asked, left_alone = ClusterModel(scenario, seed=1), ClusterModel(scenario, seed=1)
    for model in (asked, left_alone):
        model.step()
    asked.agents.shuffle_do(lambda agent: agent.unique_id)
    asked.step()
    left_alone.step()
    assert differences(asked.state, left_alone.state) == []


def test_the_model_stops_running_with_the_last_month_of_the_scenario(model: ClusterModel) -> None:
    assert model.running
    model.run_model()
    assert (model.running, model.steps, model.month, model.time) == (False, 6, 6, 6.0)


def test_a_phase_that_a_subclass_overrides_is_used(scenario: Scenario) -> None:
    idle, usual = Idle(scenario, seed=1), ClusterModel(scenario, seed=1)
    for _ in range(2):
        idle.step()
        usual.step()
    assert idle.idle_months == [1, 2]
    assert idle.firms["output"].tobytes() != usual.firms["output"].tobytes()


def test_a_phase_within_a_phase_can_be_overridden_too(scenario: Scenario) -> None:
    model = NobodyHired(scenario, seed=1)
    before = int((model.workers["post"] > 0).sum())
    model.step()
    assert int((model.workers["post"] > 0).sum()) < before


def test_the_household_phase_is_overridden_under_its_own_name(scenario: Scenario) -> None:
    model = Fasting(scenario, seed=1)
    consumed = model.households["consumption"].copy()
    model.step()
    assert np.array_equal(model.households["consumption"], consumed)


def test_no_phase_has_the_name_of_a_table_or_of_something_in_mesa() -> None:
    phases = {name for name in vars(Month) if not name.startswith("_")} - {"advance"}
    taken = set(TABLES) | set(vars(mesa.Model)) | {"random", "rng", "running", "steps", "time"}
    assert not phases & taken


def test_the_records_become_data_frames(model: ClusterModel) -> None:
    for name in TABLES:
        table = model.table(name)
        frame = pd.DataFrame(getattr(model, name))
        assert list(frame.columns) == list(table.dtype.names)
        assert len(frame) == len(table)


def test_a_seed_left_out_is_one_and_either_spelling_will_do(scenario: Scenario) -> None:
    first = ClusterModel(scenario, seed=1)
    for same in (
        ClusterModel(scenario),
        ClusterModel(scenario, rng=1),
        ClusterModel(scenario, seed=np.int64(1)),
        ClusterModel(scenario, seed="1"),
    ):
        assert differences(same.state, first.state) == []
        assert same.random.random() == ClusterModel(scenario, seed=1).random.random()
    assert differences(ClusterModel(scenario, seed=2).state, first.state) != []


def test_a_model_goes_on_after_pickling_as_it_would_have(
    model: ClusterModel,
) -> None:
    model.step()
    twin = pickle.loads(pickle.dumps(model))
    for each in (model, twin):
        each.step()
    assert (twin.steps, twin.month) == (2, 2)
    assert differences(model.state, twin.state) == []
    assert twin.datacollector.model_vars == model.datacollector.model_vars


def test_a_deep_copy_is_another_future_of_the_same_town(model: ClusterModel) -> None:
    model.step()
    other = copy.deepcopy(model)
    other.firms["capital"] *= 2.0
    other.step()
    assert model.month == 1
    assert other.month == 2
    model.step()
    assert differences(model.state, other.state) != []


def test_the_figures_collected_by_default_are_those_of_the_recorder(scenario: Scenario) -> None:
    model, state = ClusterModel(scenario, seed=1), scenario.start(1)
    recorder = Recorder(state, 6, scenario.line_monthly(), scenario.lines(), scenario.window)
    for _ in range(scenario.months):
        Month().advance(state)
        recorder.record(state)
    model.run_model()
    result = recorder.finish(state)
    collected = model.datacollector.get_model_vars_dataframe()
    for name in collected:
        series = result.values[:, result.measures.index(name), result.groups.index("all")]
        assert collected[name].to_numpy() == pytest.approx(series, rel=1e-9)


def test_agents_of_another_sort_are_refused_with_what_to_do_instead(model: ClusterModel) -> None:
    with pytest.raises(NotImplementedError, match="a list of your own"):
        mesa.Agent(model)
    with pytest.raises(NotImplementedError, match="settles its money"):
        model.agents[0].remove()


def test_the_constructor_is_one_that_solara_can_fill_in() -> None:
    parameters = list(inspect.signature(ClusterModel.__init__).parameters.values())[1:]
    assert {each.kind for each in parameters} <= {
        inspect.Parameter.POSITIONAL_OR_KEYWORD,
        inspect.Parameter.KEYWORD_ONLY,
    }
    assert [each.name for each in parameters if each.default is inspect.Parameter.empty] == [
        "scenario"
    ]


def test_importing_the_model_loads_neither_mesa_nor_the_compiler() -> None:
    script = (
        "import sys, model; print(*({'mesa', 'numba', 'pandas'} & set(sys.modules)), *dir(model))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    found = set(done.stdout.split())
    assert found & {"mesa", "numba", "pandas"} == set()
    assert {"ClusterModel", "Firm", "Worker", "Household", "Buyer"} <= found


def test_a_name_that_the_model_does_not_have_is_an_error() -> None:
    import poverty_nodes.model as room

    with pytest.raises(AttributeError, match="no attribute 'Frim'"):
        _ = room.Frim


class Idle(ClusterModel):
    """Nobody makes anything."""

    def production(self, state: State) -> None:
        self.idle_months = [*getattr(self, "idle_months", []), state.month]
        state.firms["own_output"] = 0.0
        state.firms["output"] = 0.0


class NobodyHired(ClusterModel):
    """People quit and are laid off, and nobody finds a post."""

    def search(self, state: State) -> None:
        pass


class Fasting(ClusterModel):
    """Households keep what they earn."""

    def household_budgets(self, state: State) -> None:
        state.households["savings"] += state.households["income"]


def differences(one: State, other: State) -> list[str]:
    """Fields whose bytes differ between two economies."""
    return [
        f"{name}.{field}"
        for name in (*TABLES, "instruments")
        for field in getattr(one, name).dtype.names
        if getattr(one, name)[field].tobytes() != getattr(other, name)[field].tobytes()
    ]
