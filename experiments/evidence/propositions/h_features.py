"""(h) Features of the poor (rural, informal, home work, women, unskilled) make the effect on poverty more direct."""

from __future__ import annotations

from poverty_nodes.experiments.evidence.harness.acts import HomeMarketGrows, OrdersGrow
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.world import World
from poverty_nodes.experiments.evidence.propositions.gains import (
    LATE,
    MONTHS,
    Measure,
    Values,
    field,
    headcount,
)

BETTER_OFF = "leon_footwear"
"""Urban, and with the fewest of these features in the catalogue."""
MONTHLY = 0.005


def direct(cluster: str) -> Measure:
    """Points of headcount that fall for each per cent of jobs that a growing market brings."""
    grown = World(
        cluster,
        MONTHS,
        keep=LATE,
        prepare=(OrdersGrow(MONTHLY),),
        guide=(HomeMarketGrows(MONTHLY),),
    )
    still = World(cluster, MONTHS, keep=LATE)

    def measure(laboratory: Laboratory) -> Values:
        poor, jobs = (
            (laboratory.read(grown, reading), laboratory.read(still, reading))
            for reading in (headcount, field("employment"))
        )
        return (poor[1] - poor[0]) / (jobs[0] / jobs[1] - 1.0)

    return measure


def more_direct(cluster: str) -> Measure:
    """The same less that of a cluster of the better off."""

    def measure(laboratory: Laboratory) -> Values:
        return direct(cluster)(laboratory) - direct(BETTER_OFF)(laboratory)

    return measure


CLUSTERS = ("central_java_rooftiles", "sialkot_footballs", "agra_footwear")
PROPOSITION = pattern("propositions/h", tuple(map(more_direct, CLUSTERS)))
