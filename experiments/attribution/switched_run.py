"""A run with some channels on and all others switched off."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, replace

from poverty_nodes.experiments.attribution.base_groups import MEASURES
from poverty_nodes.experiments.attribution.base_groups_run import run_base_groups
from poverty_nodes.experiments.attribution.switched_channels import CHANNELS, SwitchedMonth
from poverty_nodes.experiments.attribution.trace import Trace, traced
from poverty_nodes.experiments.attribution.ways_in import WAYS_IN
from poverty_nodes.experiments.runs.laid_over import laid_over
from poverty_nodes.experiments.runs.simulate import Start
from poverty_nodes.model.advance import Started
from poverty_nodes.model.result import RunResult
from poverty_nodes.scenarios.scenario import Scenario


@dataclass(frozen=True)
class Switched:
    """A scenario with a package, of which some of `CHANNELS` and `WAYS_IN` are on."""

    scenario: Scenario
    on: tuple[str, ...]

    def fingerprint(self) -> str:
        """The hash of the scenario, of the channels and of what is kept."""
        text = f"switched {sorted(self.on)} {MEASURES} {self.scenario.fingerprint()}"
        return hashlib.sha256(text.encode()).hexdigest()


def run_switched(switched: Switched, seed: int) -> RunResult:
    """The run, cut down to the groups of the base month; the world without the package is run first."""
    bare = replace(switched.scenario, policies=())
    off = [name for name in (*CHANNELS, *WAYS_IN) if name not in switched.on]
    return run_base_groups(switched.scenario, seed, switched_by(traced(bare, seed), off))


def switched_by(traces: list[Trace], off: Collection[str]) -> Start:
    """How an economy is started in which some channels are held to traces."""

    def start(scenario: Scenario, seed: int) -> Started:
        usual = scenario.order_of_month.started(scenario, seed)
        return laid_over(usual, SwitchedMonth, traces, off)

    return start
