"""(k) Clustering, against a matched dispersed trade, gains jobs and incomes."""

from __future__ import annotations

from poverty_nodes.experiments.evidence.harness.acts import HomeMarketGrows
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.world import World
from poverty_nodes.experiments.evidence.propositions.gains import MONTHS, Measure, Values, over

MARKET = (HomeMarketGrows(0.004),)
"""A home market that grows by 5 % a year for both."""


def jobs(cluster: str) -> Measure:
    """Growth of jobs in the cluster less that among the dispersed, points."""
    world = World(cluster, MONTHS, guide=MARKET)

    def measure(laboratory: Laboratory) -> Values:
        here, there = (
            laboratory.read(world, lambda life, place=place: life.ratio("employment", 12, place))  # type: ignore[misc]
            for place in (0, 1)
        )
        return 100.0 * (here - there)

    return measure


def incomes(cluster: str) -> Measure:
    """Pay a worker in the cluster over that among the dispersed, less one, %."""
    world = World(cluster, MONTHS, guide=MARKET)

    def measure(laboratory: Laboratory) -> Values:
        here, there = (
            laboratory.read(world, over("wage_bill", "employment", place)) for place in (0, 1)
        )
        return 100.0 * (here / there - 1.0)

    return measure


CLUSTERS = ("gamarra_garments", "central_java_rooftiles")
PROPOSITION = pattern("propositions/k", (*map(jobs, CLUSTERS), *map(incomes, CLUSTERS)))
