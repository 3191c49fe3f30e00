"""A run with some channels on and all others switched off."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from experiments.attribution.base_groups import MEASURES
from experiments.attribution.base_groups_run import live
from experiments.attribution.laid_over import laid_over
from experiments.attribution.switched_channels import CHANNELS, SwitchedMonth
from experiments.attribution.trace import Trace, traced
from model.life import Life
from model.result import RunResult
from scenarios.scenario import Scenario


@dataclass(frozen=True)
class Switched:
    """A scenario with a package, of which some of `CHANNELS` are on."""

    scenario: Scenario
    on: tuple[str, ...]

    def fingerprint(self) -> str:
        """The hash of the scenario, of the channels and of what is kept."""
        text = f"switched {sorted(self.on)} {MEASURES} {self.scenario.fingerprint()}"
        return hashlib.sha256(text.encode()).hexdigest()


def run_switched(switched: Switched, seed: int) -> RunResult:
    """The run, cut down to the groups of the base month; the world without the package is lived through first."""
    bare = replace(switched.scenario, policies=())
    off = [name for name in CHANNELS if name not in switched.on]
    return live(switched.scenario, seed, switched_by(traced(bare, seed), off))


def switched_by(traces: list[Trace], off: Collection[str]) -> Callable[[Scenario, int], Life]:
    """How a life begins in which some channels are held to traces."""

    def begin(scenario: Scenario, seed: int) -> Life:
        return laid_over(scenario.order_of_month.begin(scenario, seed), SwitchedMonth, traces, off)

    return begin
