"""A run of which only the measures of the groups of the base month are kept: for designs of a thousand runs."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np

from poverty_nodes.experiments.attribution.base_groups import MEASURES, UNITS, frozen_measures
from poverty_nodes.experiments.runs.kinds_of_run.recorded import Recorded
from poverty_nodes.experiments.runs.simulate import Start, simulate
from poverty_nodes.model.measures.recorder import Recorder
from poverty_nodes.model.result import RunResult
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.scenario import Scenario


@dataclass(frozen=True)
class Frozen:
    """A scenario of which `frozen_measures` are kept; it has addresses of its own in the store."""

    scenario: Scenario

    def fingerprint(self) -> str:
        """The hash of the scenario and of what is kept."""
        text = f"frozen groups {MEASURES} {self.scenario.fingerprint()}"
        return hashlib.sha256(text.encode()).hexdigest()


class FrozenRecorder(Recorder):
    """Adds up the last months of each person; keeps nothing by month."""

    def record(self, state: State) -> None:
        """Add the month that has just closed if it is one of the last."""
        if state.month >= max(self.first_of_window, 1):
            self.add_up(state)
        self.outreach.observe(state)


def run_frozen(frozen: Frozen, seed: int) -> RunResult:
    """The run of a scenario, cut down to the groups of the base month and the books of the policies."""
    return run_base_groups(frozen.scenario, seed)


def run_base_groups(scenario: Scenario, seed: int, start: Start | None = None) -> RunResult:
    """The same for a scenario with another way to start it; values have the shape (1, MEASURES, groups)."""
    recorded = Recorded(scenario, FrozenRecorder)
    simulate(scenario, seed, [recorded], start)
    return cut_down(recorded.result(), scenario)


def cut_down(result: RunResult, scenario: Scenario) -> RunResult:
    """The same of a full result of the scenario."""
    labels, measures = frozen_measures(result.people, scenario.scale)
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
