"""A base month of which the figures are kept that stand beside their targets in a report; no month is lived."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

import numpy as np

from poverty_nodes.experiments.runs.sound import sound
from poverty_nodes.model.result import RunResult
from poverty_nodes.scenarios.base_month.report import came_out
from poverty_nodes.scenarios.scenario import Scenario


@dataclass(frozen=True)
class BaseMonth:
    """A scenario of which the base month alone is kept; all questions about a cluster and a scale share it."""

    scenario: Scenario

    @classmethod
    def of(cls, scenario: Scenario) -> BaseMonth:
        """That of a scenario, without what comes later: policies, shocks, months."""

        later = replace(scenario, policies=(), shocks=(), model=None, crossings=())
        return cls(replace(later, months=1, window=1, line="4.20"))

    def fingerprint(self) -> str:
        """The hash of the scenario and of what is kept."""
        return hashlib.sha256(f"base month {self.scenario.fingerprint()}".encode()).hexdigest()


def run_base_month(base: BaseMonth, seed: int) -> RunResult:
    """The figures of month 0 with the shape (1, figures, 1); NaN for who holds a kind of post that nobody holds."""
    state = base.scenario.start(seed)
    found = dict(came_out(state))
    result = RunResult(
        months=np.zeros(1, dtype=np.int32),
        measures=tuple(found),
        groups=("all",),
        values=np.array(list(found.values()), dtype=np.float64)[None, :, None],
        people={},
        conservation=state.conservation,
    )
    return sound(result)
