"""mesa.batch_run on a ClusterModel, in this process; two processes run in the tutorial's test."""

from __future__ import annotations

import mesa

from poverty_nodes.model import ClusterModel
from poverty_nodes.scenarios import Scenario


def test_scenarios_and_seeds_are_crossed_and_the_month_asked_for_is_reported(
    scenario: Scenario,
) -> None:
    other = Scenario(scenario.cluster, months=6, scale=scenario.scale, line="8.30")
    rows = mesa.batch_run(
        ClusterModel,
        {"scenario": [scenario, other], "seed": range(3)},
        max_steps=3,
        display_progress=False,
    )
    assert [(row["scenario"].line, row["seed"], row["Step"]) for row in rows] == [
        (line, seed, 3) for line in ("4.20", "8.30") for seed in range(3)
    ]
    for row in rows:
        assert row["P0"] == figures(row["scenario"], row["seed"])[3]


def test_every_month_is_reported_when_asked_for(scenario: Scenario) -> None:
    rows = mesa.batch_run(
        ClusterModel,
        {"scenario": scenario, "seed": 1},
        data_collection_period=1,
        max_steps=4,
        display_progress=False,
    )
    assert [row["Step"] for row in rows] == [0, 1, 2, 3, 4]
    assert [row["P0"] for row in rows] == figures(scenario, 1)[:5]


def test_reporters_of_agents_and_of_the_model_are_of_the_same_month(scenario: Scenario) -> None:
    rows = mesa.batch_run(
        ClusterModel,
        {"scenario": scenario, "model_reporters": [{"month": "month"}], "agent_reporters": [SAVED]},
        max_steps=2,
        display_progress=False,
    )
    model = ClusterModel(scenario)
    for _ in range(2):
        model.step()
    assert {(row["Step"], row["month"]) for row in rows} == {(2, 2)}
    saved = {row["AgentID"]: row["savings"] for row in rows if row["savings"] is not None}
    assert list(saved.values()) == model.households["savings"].tolist()


SAVED = {"savings": "savings"}


def figures(scenario: Scenario, seed: int) -> list[float]:
    """The headcount of each month of a run."""
    model = ClusterModel(scenario, seed=seed)
    model.run_model()
    collected: list[float] = model.datacollector.model_vars["P0"]
    return collected
