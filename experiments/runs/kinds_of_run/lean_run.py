"""Runs of large designs: the monthly measures of a few groups, and nothing of single persons.

A full result of 23,000 adults takes half a megabyte; a design of ten thousand runs needs a few numbers of each.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from poverty_nodes.experiments.runs.kinds_of_run.whole_run import run_one
from poverty_nodes.model.result import RunResult
from poverty_nodes.scenarios.scenario import Scenario


@dataclass(frozen=True)
class Lean:
    """A scenario of which only some groups are kept; it has addresses of its own in the store."""

    scenario: Scenario
    groups: tuple[str, ...] = ("all",)
    """Labels of groups, "all" among them or not, in the order in which they are kept."""

    def fingerprint(self) -> str:
        """The hash of the scenario and of what is kept."""
        text = f"lean {self.groups} {self.scenario.fingerprint()}"
        return hashlib.sha256(text.encode()).hexdigest()


def run_lean(lean: Lean, seed: int) -> RunResult:
    """The run of a scenario, cut down to its groups; KeyError if there is no such group."""
    return cut_down(run_one(lean.scenario, seed), lean.groups)


def cut_down(result: RunResult, groups: tuple[str, ...]) -> RunResult:
    """A result with the monthly measures of some groups only, and no persons."""
    missing = [name for name in groups if name not in result.groups]
    if missing:
        raise KeyError(f"no group {', '.join(missing)}; there are {', '.join(result.groups)}")
    columns = [result.groups.index(name) for name in groups]
    return replace(result, groups=groups, values=result.values[:, :, columns].copy(), people={})
