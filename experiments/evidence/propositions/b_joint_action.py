"""(b) Joint action adds to it and softens shocks from outside."""

from __future__ import annotations

from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.world import World
from poverty_nodes.experiments.evidence.propositions.gains import (
    MONTHS,
    Measure,
    field,
    less,
    per_cent,
)
from poverty_nodes.model.shocks.demand_slump import DemandSlump

SLUMP = DemandSlump(start=36, duration=12, ramp=3, recovery=6, orders_lost=0.25)
"""The case of conf/shock/demand_slump.yaml, in the fourth year."""
APART = tuple(
    (name, 0.0) for name in ("base_giving", "joint_buying", "joint_pooling", "joint_relief")
)
"""Nobody gives, and members buy, take orders and bear losses each for himself."""


def jobs_lost(cluster: str, together: bool) -> Measure:
    """What the slump takes of jobs in the two years from its start, %."""
    switched = () if together else APART
    hit, spared = (
        World(cluster, MONTHS, switched=switched, shocks=shocks) for shocks in ((SLUMP,), ())
    )
    return per_cent(hit, spared, lambda life: float(life.path("employment")[-24:].mean()))


def adds(cluster: str) -> Measure:
    """Value added with joint action over that without, no shock, %."""
    together, apart = (World(cluster, MONTHS, switched=switched) for switched in ((), APART))
    return per_cent(together, apart, field("value_added"))


def softens(cluster: str) -> Measure:
    """Jobs that joint action saves in the slump, points."""
    return less(jobs_lost(cluster, together=True), jobs_lost(cluster, together=False))


CLUSTERS = ("sialkot_surgical", "palar_leather")
PROPOSITION = pattern("propositions/b", (*map(adds, CLUSTERS), *map(softens, CLUSTERS)))
