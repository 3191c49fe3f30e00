"""The economies that yardsticks live through: month 0 of a real cluster with about so many adults."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.draws import DITHER, uniform_pairs
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.base_month.burn_in import start
from poverty_nodes.scenarios.base_month.calibration_cache import calibrated
from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.scenario import Scenario

CLUSTER = "sialkot_surgical"
SCALE = 0.1
"""The scale at which the base month is solved; a larger or smaller town takes its calibration over."""
TABLES = ("firms", "workers", "households", "buyers", "places", "parameters", "setting")


@dataclass(frozen=True)
class Town:
    """A state at month 0 and the poverty lines by which it is measured, dollars a person a month."""

    state: State
    line: float
    lines: NDArray[np.float64]

    def copy(self) -> State:
        """The same economy again, to be lived through by somebody else."""
        return deepcopy(self.state)

    @property
    def workers(self) -> int:
        """Adults in it, in the sector or outside."""
        return len(self.state.workers)

    @property
    def bytes_per_worker(self) -> float:
        """All tables and workspace of a run over the number of adults."""
        return self.state.nbytes / self.workers

    def save(self, path: Path) -> None:
        """The tables as an .npz file without pickles; for a process that starts from the same month 0."""
        state = self.state
        tables = {name: np.asarray(getattr(state, name)) for name in TABLES}
        dither = np.empty(4 * len(state.firms))
        ids, kinds = np.repeat(state.firms["type_id"], 4), np.tile(np.arange(4), len(state.firms))
        uniform_pairs(state.seed, DITHER, 0, ids, kinds, dither)
        space = {
            "access": state.workspace.access,
            "post_scale": state.workspace.post_scale,
            "dither": dither.reshape(-1, 4),
        }
        np.savez(path, **tables, **space)  # type: ignore[arg-type]


@lru_cache(maxsize=2)
def town(adults: int, seed: int = 1) -> Town:
    """A town of about so many adults: the cluster and its comparator at the scale that gives them."""
    scenario = Scenario(cluster=load_cluster(CLUSTER), scale=SCALE)
    whole = len(_started(scenario, SCALE, seed).workers) / SCALE
    state = _started(scenario, adults / whole, seed)
    return Town(state, scenario.line_monthly(), scenario.lines())


def _started(scenario: Scenario, scale: float, seed: int) -> State:
    solved = calibrated(scenario.cluster, {}, SCALE)
    return start(scenario.cluster, solved, scale, {}, seed)
