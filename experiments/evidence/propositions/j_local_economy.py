"""(j) Gains reach the wider local economy: households that have nobody in the trade."""

from __future__ import annotations

import numpy as np

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.world import Life, World
from poverty_nodes.experiments.evidence.propositions.e_buyers import ORDERS
from poverty_nodes.experiments.evidence.propositions.gains import MONTHS, Measure, Values


def outside(grown: Life, still: Life) -> float:
    """Rise of consumption of households without a post or firm of the trade at both ends of both lives, %."""
    alone = still.frames[0].households["place"] == 0
    for life in (grown, still):
        for frame in life.frames.values():
            held = frame.workers["household"][frame.workers["post"] > 0]
            alone &= np.bincount(held, minlength=len(alone)) == 0
    with_, without = (life.frames[MONTHS].households["consumption"] for life in (grown, still))
    return float(100.0 * (with_[alone].mean() / without[alone].mean() - 1.0))


def reaches(cluster: str) -> Measure:
    """The rise that growing orders bring to them, %."""
    keep = (0, 24, 48, MONTHS)
    grown, still = (
        World(cluster, MONTHS, keep=keep, prepare=ORDERS),
        World(cluster, MONTHS, keep=keep),
    )

    def measure(laboratory: Laboratory) -> Values:
        pairs = zip(laboratory.lives(grown), laboratory.lives(still), strict=True)
        return np.array([outside(*pair) for pair in pairs])

    return measure


CLUSTERS = ("sialkot_surgical", "tirupur_knitwear")
PROPOSITION = pattern("propositions/j", tuple(map(reaches, CLUSTERS)))
