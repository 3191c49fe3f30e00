"""(c) Social capital strengthens agglomeration and joint action."""

from __future__ import annotations

from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.world import World
from poverty_nodes.experiments.evidence.propositions.b_joint_action import SLUMP
from poverty_nodes.experiments.evidence.propositions.gains import (
    MONTHS,
    Measure,
    field,
    less,
    per_cent,
)

TRUST = {True: 0.8, False: 0.2}
"""Trust of members in the base month: both ends of what is not known of it."""


def world(cluster: str, trusting: bool, hit: bool) -> World:
    """A cluster whose members trust each other much or little, from the base month on."""
    trust = (("base_trust", TRUST[trusting]),)
    return World(cluster, MONTHS, parameters=trust, shocks=(SLUMP,) if hit else ())


def adds(cluster: str) -> Measure:
    """Value added where trust is high over where it is low, %."""
    high, low = (world(cluster, trusting, hit=False) for trusting in (True, False))
    return per_cent(high, low, field("value_added"))


def softens(cluster: str) -> Measure:
    """Jobs that high trust saves in a slump, points."""
    high, low = (
        per_cent(
            world(cluster, each, hit=True), world(cluster, each, hit=False), field("employment")
        )
        for each in (True, False)
    )
    return less(high, low)


CLUSTERS = ("sialkot_surgical", "palar_leather")
PROPOSITION = pattern("propositions/c", (*map(adds, CLUSTERS), *map(softens, CLUSTERS)))
