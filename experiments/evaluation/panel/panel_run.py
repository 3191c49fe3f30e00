"""A run of which persons are kept at the months of a study's waves."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from poverty_nodes.experiments.evaluation.panel.assigned import Assigned, started_as
from poverty_nodes.experiments.evaluation.panel.person_panel import PersonPanel
from poverty_nodes.experiments.runs.simulate import simulate
from poverty_nodes.model.result import RunResult
from poverty_nodes.scenarios.scenario import Scenario


@dataclass(frozen=True)
class Panelled:
    """A scenario and the months at which its persons are kept; it has addresses of its own in the store.

    `assigned` says in words whom a study lets into the programme (`Assigned.in_words`); "" where the programme does.
    """

    scenario: Scenario
    waves: tuple[int, ...]
    assigned: str = ""

    def fingerprint(self) -> str:
        """The hash of the scenario and of what is kept."""
        text = f"panel {self.waves} {self.scenario.fingerprint()}"
        if self.assigned:
            text = f"{text} {self.assigned}"
        return hashlib.sha256(text.encode()).hexdigest()


def run_panel(panelled: Panelled, seed: int, months: int | None = None) -> RunResult:
    """The run, as columns of persons; so many months of it, or all."""
    panel = PersonPanel(panelled.waves)
    start = started_as(Assigned.read(panelled.assigned)) if panelled.assigned else None
    simulate(panelled.scenario, seed, [panel], start, months)
    return panel.result()
