"""A denser cluster with the same types of firm: what density alone does to output and pay per worker."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.world import Life, World
from poverty_nodes.model.state import State

CLUSTER = "sialkot_surgical"
MONTHS = 72
TIMES = 2.0
"""How many times as dense; the firms that are simulated stay the same, so that nothing but size differs."""


@dataclass(frozen=True)
class Denser:
    """Producers and specialists near each firm count several times."""

    times: float

    def __call__(self, state: State) -> None:
        """Scale the counts that the last month took."""
        state.places["density"][0] *= self.times
        state.places["specialists"][0] *= self.times


BASE = World(CLUSTER, MONTHS)
DENSE = World(CLUSTER, MONTHS, guide=(Denser(TIMES),))


def elasticity_of(laboratory: Laboratory, field: str) -> NDArray[np.float64]:
    """Return the log change of a field per worker in the last two years, over the log change of density."""

    def a_worker(life: Life) -> float:
        return float(life.path(field)[-24:].sum() / life.path("employment")[-24:].sum())

    dense, base = (laboratory.read(world, a_worker) for world in (DENSE, BASE))
    return np.asarray(np.log(dense / base) / np.log(TIMES))
