"""The observer behind most kinds of run: what a `Recorder` of the model's measures makes of the months."""

from __future__ import annotations

from poverty_nodes.experiments.runs.simulate import Observer
from poverty_nodes.experiments.runs.sound import sound
from poverty_nodes.model.measures.recorder import Recorder
from poverty_nodes.model.result import RunResult
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.scenario import Scenario


class Recorded(Observer[RunResult]):
    """Records the months of a scenario, with some kind of recorder."""

    def __init__(self, scenario: Scenario, kind: type[Recorder] = Recorder) -> None:
        self._scenario, self._kind = scenario, kind

    def begin(self, state: State) -> None:
        """Record month 0."""
        s = self._scenario
        self._state = state
        lines = s.line_monthly(), s.lines()
        self._recorder = self._kind(state, s.months, *lines, s.window, s.crossings)

    def observe(self, state: State) -> None:
        """Record the month that has just closed."""
        self._recorder.record(state)

    def result(self) -> RunResult:
        """The result, of which every number is one (experiments/runs/sound.py)."""
        return sound(self._recorder.finish(self._state))
