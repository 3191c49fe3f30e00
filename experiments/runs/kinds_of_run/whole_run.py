"""A run of which everything is kept that the model's recorder makes of it."""

from __future__ import annotations

from poverty_nodes.experiments.runs.kinds_of_run.recorded import Recorded
from poverty_nodes.experiments.runs.simulate import simulate
from poverty_nodes.model.result import RunResult
from poverty_nodes.scenarios.scenario import Scenario


def run_one(scenario: Scenario, seed: int) -> RunResult:
    """The outcome of a scenario under a seed: a pure function of both and of the code's version."""
    recorded = Recorded(scenario)
    simulate(scenario, seed, [recorded])
    return recorded.result()
