"""(a) Agglomeration cuts costs and raises capabilities: what a worker adds, with neighbours near and without."""

from __future__ import annotations

from poverty_nodes.experiments.evidence.harness.acts import NeighboursGone
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.world import World
from poverty_nodes.experiments.evidence.propositions.gains import MONTHS, Measure, over, per_cent


def gain(cluster: str) -> Measure:
    """Value added a worker with neighbours over that without, %."""
    alone = World(
        cluster,
        MONTHS,
        switched=(("base_contacts", 1.0), ("learning", 0.0)),
        guide=(NeighboursGone(0.05),),
    )
    return per_cent(World(cluster, MONTHS), alone, over("value_added", "employment"))


CLUSTERS = ("central_java_rooftiles", "gamarra_garments", "sialkot_surgical")
PROPOSITION = pattern("propositions/a", tuple(map(gain, CLUSTERS)))
