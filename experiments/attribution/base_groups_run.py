"""A run of which only the measures of the groups of the base month are kept: for designs of a thousand runs."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from experiments.attribution.base_groups import MEASURES, UNITS, frozen_measures
from experiments.runs.failure import stage
from experiments.runs.sound import sound
from model.books import naming_the_phase
from model.life import Life
from model.measures.recorder import Recorder
from model.result import RunResult
from model.state import State
from scenarios.scenario import Scenario


@dataclass(frozen=True)
class Frozen:
    """A scenario of which `frozen_measures` are kept; it has addresses of its own in the store."""

    scenario: Scenario

    def fingerprint(self) -> str:
        """The hash of the scenario and of what is kept."""
        text = f"frozen groups {MEASURES} {self.scenario.fingerprint()}"
        return hashlib.sha256(text.encode()).hexdigest()


class FrozenRecorder(Recorder):
    """Adds up the last months of each person, and nothing by month."""

    def record(self, state: State) -> None:
        """Add the month that has just closed if it is one of the last."""
        if state.month >= max(self.first_of_window, 1):
            self.welfare += state.households["consumption"] / state.households["size"]
            self.earnings += state.workers["earnings"]
        self.outreach.observe(state)


def run_frozen(frozen: Frozen, seed: int) -> RunResult:
    """The run of a scenario, cut down to the groups of the base month and the books of the policies."""
    return live(frozen.scenario, seed, frozen.scenario.order_of_month.begin)


def live(scenario: Scenario, seed: int, begin: Callable[[Scenario, int], Life]) -> RunResult:
    """Live through a scenario with some order of the month; values have the shape (1, MEASURES, groups)."""
    with stage("base month"):
        life = begin(scenario, seed)
        state = life.state
        lines = scenario.lines()
        recorder = FrozenRecorder(
            state, scenario.months, scenario.line_monthly(), lines, scenario.window
        )
    again = naming_the_phase(life.month, lambda: scenario.start(seed))
    with stage("months", lambda: state.month), again:
        for _ in range(scenario.months):
            life.step()
            recorder.record(state)
    return cut_down(sound(recorder.finish(state)), scenario)


def cut_down(result: RunResult, scenario: Scenario) -> RunResult:
    """The same of a full result of the scenario."""
    labels, measures = frozen_measures(result.people, scenario.line_monthly(), scenario.scale)
    return RunResult(
        months=result.months[-1:].astype(np.int32),
        measures=MEASURES,
        groups=labels,
        values=np.ascontiguousarray(measures.T)[None],
        people={},
        programme=result.programme,
        conservation=result.conservation,
        units=UNITS,
    )
