"""A run of which persons are kept at the months of a study's waves."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from poverty_nodes.experiments.evaluation.panel.person_panel import PersonPanel
from poverty_nodes.experiments.runs.simulate import simulate
from poverty_nodes.model.result import RunResult
from poverty_nodes.scenarios.scenario import Scenario


@dataclass(frozen=True)
class Panelled:
    """A scenario and the months at which its persons are kept; it has addresses of its own in the store."""

    scenario: Scenario
    waves: tuple[int, ...]

    def fingerprint(self) -> str:
        """The hash of the scenario and of what is kept."""
        text = f"panel {self.waves} {self.scenario.fingerprint()}"
        return hashlib.sha256(text.encode()).hexdigest()


def run_panel(panelled: Panelled, seed: int) -> RunResult:
    """The run, as columns of persons."""
    panel = PersonPanel(panelled.waves)
    simulate(panelled.scenario, seed, [panel])
    return panel.result()
