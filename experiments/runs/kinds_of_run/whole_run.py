"""One run: start an economy, live through its months, hand back what was recorded."""

from __future__ import annotations

from experiments.runs.failure import stage
from experiments.runs.sound import sound
from model.books import naming_the_phase
from model.measures.recorder import Recorder
from model.result import RunResult
from scenarios.scenario import Scenario


def run_one(scenario: Scenario, seed: int) -> RunResult:
    """The outcome of a scenario under a seed: a pure function of both and of the code's version."""
    with stage("base month"):
        life = scenario.order_of_month.begin(scenario, seed)
        state = life.state
        recorder = Recorder(
            state, scenario.months, scenario.line_monthly(), scenario.lines(), scenario.window
        )
    again = naming_the_phase(life.month, lambda: scenario.start(seed))
    with stage("months", lambda: state.month), again:
        for _ in range(scenario.months):
            life.step()
            recorder.record(state)
    return sound(recorder.finish(state))
