"""Features read off a cluster's numbers, by hand and by law."""

from __future__ import annotations

import pytest

from poverty_nodes.scenarios.catalogue import cluster_ids, load_cluster
from poverty_nodes.scenarios.description.coherence import implied_workers
from poverty_nodes.scenarios.description.estimate import Estimate
from poverty_nodes.scenarios.description.features import (
    POSTS,
    RULES,
    TIERS,
    _below,
    feature_values,
    post_share,
    tier_workers,
)


def at_value(estimate: Estimate) -> float:
    return estimate.value


@pytest.mark.parametrize("identifier", cluster_ids())
def test_every_rule_gives_a_number_inside_its_own_range(identifier: str) -> None:
    told = feature_values(load_cluster(identifier))
    assert set(told) == set(RULES) | {"phase", "setting", "joint_action"}
    for key in RULES:
        feature = told[key]
        assert isinstance(feature.value, float)
        assert feature.low is not None
        assert feature.high is not None
        assert feature.low <= feature.value <= feature.high
        if feature.unit == "share":
            assert feature.low >= 0.0
            assert feature.high <= 1.0


@pytest.mark.parametrize("identifier", cluster_ids())
def test_posts_and_tiers_are_complete(identifier: str) -> None:
    cluster = load_cluster(identifier)
    assert sum(tier_workers(cluster).values()) == pytest.approx(1.0)
    assert sum(post_share(cluster, post, at_value) for post in POSTS) == pytest.approx(1.0)


def test_home_work_is_weighted_by_the_workers_of_the_tiers() -> None:
    cluster = load_cluster("sialkot_surgical")
    firms, posts = cluster.firms, cluster.workers.posts
    heads = [
        firms.total.value
        * getattr(firms.tier_share, tier).value
        * getattr(firms.mean_workers, tier).value
        for tier in TIERS
    ]
    homes = [
        each * getattr(posts, tier).homework.value for each, tier in zip(heads, TIERS, strict=True)
    ]
    by_hand = sum(homes) / implied_workers(cluster)
    assert feature_values(cluster)["home_work"].value == pytest.approx(by_hand)


def test_the_largest_buyer_counts_with_what_is_exported() -> None:
    cluster = load_cluster("sialkot_surgical")
    told = feature_values(cluster)
    assert told["one_buyer"].value == pytest.approx(0.95 * 0.4)
    assert told["tight_governance"].value == pytest.approx(0.95 * 0.4)


def test_half_of_the_firms_are_below_the_median_of_a_log_normal() -> None:
    # Mean m and spread s have the median m exp(-s^2/2).
    assert _below(10.0, 10.0 * 2.718281828459045 ** (0.7**2 / 2), 0.7) == pytest.approx(0.5)
    assert _below(10.0, 9.0, 0.0) == 1.0
    assert _below(10.0, 11.0, 0.0) == 0.0
