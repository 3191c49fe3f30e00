"""How much of a cluster is simulated when nobody says."""

from __future__ import annotations

from scenarios.cluster import ClusterDescription

MOST_WORKERS = 5_000
"""Workers of the cluster that a run simulates at most; the comparator's come on top."""


def automatic_scale(cluster: ClusterDescription) -> float:
    """The share of the real head-count at which the cluster has at most `MOST_WORKERS` workers."""
    return min(1.0, MOST_WORKERS / cluster.workers.total.value)
