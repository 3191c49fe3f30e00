"""The scale at which a cluster is simulated when none is given."""

from __future__ import annotations

from poverty_nodes.scenarios.description.cluster import ClusterDescription

MOST_WORKERS = 5_000
"""Workers of the cluster that a run simulates at most; the comparator's come on top."""
MOST_SOLVED = 20_000
"""Workers of the cluster with which a base month is solved at most: what is solved are chances and ratios, which do
not change with the number of people, and that many people settle them."""


def automatic_scale(cluster: ClusterDescription) -> float:
    """The share of the real head-count at which the cluster has at most `MOST_WORKERS` workers."""
    return min(1.0, MOST_WORKERS / cluster.workers.total.value)


def solving_scale(cluster: ClusterDescription, scale: float) -> float:
    """The scale at which the base month is solved for runs at a scale: the same, up to `MOST_SOLVED` workers."""
    return min(scale, MOST_SOLVED / cluster.workers.total.value)
