"""The scale that is taken when nobody says one."""

from __future__ import annotations

import pytest

from poverty_nodes.scenarios.base_month.scale import MOST_WORKERS, automatic_scale, solving_scale
from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.description.cluster import ClusterDescription


def cluster_of(workers: float) -> ClusterDescription:
    sialkot = load_cluster("sialkot_surgical")
    total = sialkot.workers.total.model_copy(update={"value": workers})
    return sialkot.model_copy(
        update={"workers": sialkot.workers.model_copy(update={"total": total})}
    )


@pytest.mark.parametrize(
    ("workers", "scale"), [(50_000, 0.1), (5_000, 1.0), (300, 1.0), (20_000, 0.25)]
)
def test_a_cluster_is_simulated_with_at_most_5000_workers(workers: float, scale: float) -> None:
    assert automatic_scale(cluster_of(workers)) == scale


@pytest.mark.parametrize("workers", [5_001, 17_345, 300_000, 600_000])
def test_a_large_cluster_is_simulated_with_just_that_many(workers: float) -> None:
    assert automatic_scale(cluster_of(workers)) * workers == pytest.approx(MOST_WORKERS)


@pytest.mark.parametrize(
    ("workers", "asked", "solved"),
    [(50_000, 0.1, 0.1), (50_000, 1.0, 0.4), (200_000, 1.0, 0.1), (300, 1.0, 1.0)],
)
def test_a_base_month_is_solved_with_at_most_20000_workers(
    workers: float, asked: float, solved: float
) -> None:
    assert solving_scale(cluster_of(workers), asked) == pytest.approx(solved)
