"""Ranks and their intervals, kinds and reasons, on small made tables and on two real clusters."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from poverty_nodes.experiments.identify.components import COMPONENTS, KEYS
from poverty_nodes.experiments.identify.draws import Drawn, draw_cluster
from poverty_nodes.experiments.identify.kinds import kind_of, with_poverty
from poverty_nodes.experiments.identify.ranking import Ranking, rank
from poverty_nodes.scenarios.catalogue import cluster_ids, load_cluster

NAMES = ("central_java_rooftiles", "tirupur_knitwear", "gamarra_garments")


def made(name: str, headcount: float, spread: float, draws: int = 200) -> Drawn:
    """A cluster of which only the headcount is uncertain."""
    row = np.array([headcount, 0.1, 1e4, 1e3, 1e3, 1e3, 0.2, 0.5])
    table = np.tile(row, (draws, 1))
    table[:, 0] = np.clip(
        np.random.default_rng(sum(map(ord, name))).normal(headcount, spread, draws), 0, 1
    )
    return Drawn(load_cluster(name), row, table)


def order_of(ranking: Ranking) -> list[str]:
    return list(ranking.clusters["cluster"])


def test_the_order_is_that_of_the_score() -> None:
    found = rank([made(n, h, 0.01) for n, h in zip(NAMES, (0.2, 0.8, 0.5), strict=True)], {})
    assert order_of(found) == ["tirupur_knitwear", "gamarra_garments", "central_java_rooftiles"]
    assert list(found.clusters["rank"]) == [1, 2, 3]


def test_clusters_far_apart_have_sure_ranks_and_near_ones_do_not() -> None:
    sure = rank([made(n, h, 0.01) for n, h in zip(NAMES, (0.2, 0.8, 0.5), strict=True)], {})
    assert (sure.clusters["rank_low"] == sure.clusters["rank_high"]).all()
    open_ = rank([made(n, 0.5 + 0.001 * k, 0.2) for k, n in enumerate(NAMES)], {})
    assert (open_.clusters["rank_low"] == 1).all()
    assert (open_.clusters["rank_high"] == 3).all()


def test_one_more_cluster_changes_no_score() -> None:
    two = rank([made(n, 0.4, 0.1) for n in NAMES[:2]], {})
    three = rank([made(n, 0.4, 0.1) for n in NAMES], {})
    merged = two.clusters.merge(three.clusters, on="cluster", suffixes=("", "_of_three"))
    pd.testing.assert_series_equal(merged["score"], merged["score_of_three"], check_names=False)


def test_intervals_hold_the_score_and_the_rank() -> None:
    found = rank([made(n, 0.3 + 0.1 * k, 0.1) for k, n in enumerate(NAMES)], {}).clusters
    assert ((found["low"] <= found["score"]) & (found["score"] <= found["high"])).all()
    assert (found["rank_low"] <= found["rank_high"]).all()
    assert (found["rank_low_if_weights_vary"] <= found["rank_low"] + 1).all()


def test_the_reason_says_how_poor_what_stands_out_and_what_kind() -> None:
    row = rank([made(n, 0.3, 0.1) for n in NAMES], {}).clusters.set_index("cluster")
    told = row.loc["central_java_rooftiles", "reason"]
    assert told.startswith("Incipient: 30 % of those who live from it are poor")
    assert "small steps that can be risked" in told
    assert "institutions are there to work with" in row.loc["tirupur_knitwear", "reason"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("central_java_rooftiles", "incipient"),
        ("tirupur_knitwear", "growth engine"),
        ("gamarra_garments", "growing alone"),
        ("leon_footwear", "declining"),
    ],
)
def test_incipient_clusters_are_told_from_growth_engines(name: str, kind: str) -> None:
    assert kind_of(load_cluster(name)) == kind


def test_every_cluster_of_the_catalogue_has_a_kind() -> None:
    kinds = {kind_of(load_cluster(name)) for name in cluster_ids()}
    assert {"incipient", "growth engine"} <= kinds
    assert with_poverty("incipient", 0.4) == "incipient, poverty high"


def test_draws_of_a_cluster_are_its_own_and_the_same_each_time() -> None:
    cluster = load_cluster("central_java_rooftiles")
    one, other = (draw_cluster(cluster, 10, "4.20", lambda _: None) for _ in range(2))
    np.testing.assert_array_equal(one.draws, other.draws)
    assert len(one.draws) + len(one.failures) == 10
    women = one.draws[:, KEYS.index("women")]
    assert women.std() > 0
    assert one.value[KEYS.index("women")] == pytest.approx(np.median(women), rel=0.5)


def test_archetypes_are_ranked_by_the_clusters_that_are_likest_to_them() -> None:
    found = rank([made(n, h, 0.05) for n, h in zip(NAMES, (0.2, 0.8, 0.5), strict=True)], {})
    table = found.archetypes
    assert list(table["rank"]) == list(range(1, len(table) + 1))
    assert table["score"].is_monotonic_decreasing
    assert {each for cell in table["clusters"] for each in cell.split(", ")} == set(NAMES)


def test_the_weights_are_positive_and_poverty_weighs_most() -> None:
    assert all(each.weight > 0 for each in COMPONENTS)
    assert max(COMPONENTS, key=lambda each: each.weight).key in ("headcount", "gap", "poor")
