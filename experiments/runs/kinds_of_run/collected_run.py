"""A run of which the figures are kept that a `ClusterModel` collects by itself: what Mesa's `batch_run` reports."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from poverty_nodes.experiments.runs.simulate import simulate
from poverty_nodes.experiments.runs.sound import sound
from poverty_nodes.model.advance import Started
from poverty_nodes.model.month import Month
from poverty_nodes.model.result import RunResult
from poverty_nodes.scenarios.scenario import Scenario

if TYPE_CHECKING:
    from poverty_nodes.model.cluster import ClusterModel


@dataclass(frozen=True)
class Collected:
    """A scenario of which the default reporters of `ClusterModel` are kept, each month; it has addresses of its own."""

    scenario: Scenario

    def fingerprint(self) -> str:
        """The hash of the scenario and of what is kept."""
        return hashlib.sha256(f"collected {self.scenario.fingerprint()}".encode()).hexdigest()


def _kind(own: type[Month] | None) -> type[ClusterModel]:
    """The model that is stepped: one's own, if need be made a model of Mesa."""
    from poverty_nodes.model.cluster import ClusterModel  # brings Mesa

    if own is None or issubclass(own, ClusterModel):
        return own or ClusterModel
    return type(own.__name__, (own, ClusterModel), {})


def run_collected(collected: Collected, seed: int) -> RunResult:
    """The figures of every month, with the shape (months + 1, figures, 1); the model is stepped as Mesa does."""
    scenario = collected.scenario
    kind = _kind(scenario.model)
    made: list[ClusterModel] = []

    def start(scenario: Scenario, seed: int) -> Started:
        made.append(kind(scenario, seed=seed))
        return made[-1].as_started()

    simulate(scenario, seed, [], start)
    figures = made[0].datacollector.model_vars
    result = RunResult(
        months=np.arange(scenario.months + 1, dtype=np.int32),
        measures=tuple(figures),
        groups=("all",),
        values=np.array(list(figures.values()), dtype=np.float64).T[:, :, None].copy(),
        people={},
        programme=(),
        conservation=0.0,
        units={},
    )
    return sound(result)
