"""Numbers set to others, and the rest that is made to hold together with them."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.scenarios import QuestionError, load_cluster
from poverty_nodes.scenarios.catalogue import list_clusters
from poverty_nodes.scenarios.description.coherence import implied_workers
from poverty_nodes.scenarios.inputs import inputs_of, with_inputs
from poverty_nodes.scenarios.inputs.draws import draw_inputs

CLUSTER = load_cluster("sialkot_surgical")


def values(cluster: object) -> dict[str, float]:
    return {key: each.value for key, each in cluster.estimates()}  # type: ignore[attr-defined]


def test_no_input_leaves_the_very_same_description() -> None:
    assert with_inputs(CLUSTER, {}) is CLUSTER
    assert with_inputs(CLUSTER, {"parameters.demand_elasticity": 4.0}) is CLUSTER


def test_one_number_is_set_and_no_other_moves() -> None:
    moved = with_inputs(CLUSTER, {"workers.casual_ratio": 0.6})
    before, after = values(CLUSTER), values(moved)
    assert {key for key in before if before[key] != after[key]} == {"workers.casual_ratio"}
    assert after["workers.casual_ratio"] == 0.6


def test_a_share_that_is_set_holds_and_the_others_keep_their_proportions() -> None:
    moved = with_inputs(CLUSTER, {"firms.tier_share.exporter": 0.32}).firms.tier_share
    assert moved.exporter.value == 0.32
    assert moved.subcontractor.value / moved.specialist.value == pytest.approx(7.5)
    total = moved.exporter.value + moved.subcontractor.value + moved.specialist.value
    assert total == pytest.approx(1)


def test_shares_that_are_all_set_are_divided_by_their_sum() -> None:
    names = ("german_brands", "us_distributors", "spot_traders")
    moved = with_inputs(CLUSTER, {f"chain.buyers.{name}.share": 0.5 for name in names})
    assert [buyer.share.value for buyer in moved.chain.buyers] == pytest.approx([1 / 3] * 3)


def test_a_size_that_is_set_holds_and_the_other_tiers_make_up_the_workers() -> None:
    moved = with_inputs(CLUSTER, {"firms.mean_workers.exporter": 80.0})
    assert moved.firms.mean_workers.exporter.value == 80
    assert moved.firms.mean_workers.subcontractor.value > 13.1
    held = implied_workers(moved) / moved.workers.total.value
    assert held == pytest.approx(implied_workers(CLUSTER) / CLUSTER.workers.total.value)


def test_adults_scale_with_the_size_of_the_household() -> None:
    moved = with_inputs(CLUSTER, {"households.size": 3.3}).households
    assert moved.adults.value == pytest.approx(3.7 / 2)


@pytest.mark.parametrize("name", [entry.id for entry in list_clusters()])
def test_draws_of_all_inputs_hold_together_by_construction(name: str) -> None:
    cluster = load_cluster(name)
    before = implied_workers(cluster) / cluster.workers.total.value
    refused = 0
    for drawn in draw_inputs(inputs_of(cluster).values(), 60):
        try:
            moved = with_inputs(cluster, drawn)
        except QuestionError:
            refused += 1
            continue
        assert implied_workers(moved) / moved.workers.total.value == pytest.approx(before)
        for tier in ("exporter", "subcontractor", "specialist"):
            posts = getattr(moved.workers.posts, tier)
            parts = (posts.skilled_regular, posts.regular, posts.casual, posts.homework)
            assert sum(each.value for each in parts) == pytest.approx(1)
        assert moved.households.adults.value <= moved.households.size.value
    assert refused <= 6  # firms scaled below one worker, mostly: counted where draws are made


def test_everything_wrong_is_said_at_once() -> None:
    with pytest.raises(QuestionError) as caught:
        with_inputs(CLUSTER, {"workers.casual_ratoi": 1.0, "firms.input_share": 1.2})
    first, second = caught.value.problems
    assert (first.where, first.nearest) == ("inputs.workers.casual_ratoi", "workers.casual_ratio")
    assert second.where == "inputs.firms.input_share"
    assert "0 to 1" in second.accepted


def test_shares_beyond_one_are_refused() -> None:
    two = {"firms.tier_share.exporter": 0.8, "firms.tier_share.specialist": 0.4}
    with pytest.raises(QuestionError, match=r"sum to 1\.2"):
        with_inputs(CLUSTER, two)


def test_a_draw_stays_what_it_is_when_more_are_drawn_or_other_inputs_join() -> None:
    known = inputs_of(CLUSTER)
    few = draw_inputs([known["workers.casual_ratio"]], 3)
    many = draw_inputs(known.values(), 8)
    name = "workers.casual_ratio"
    assert [each[name] for each in few] == [each[name] for each in many[:3]]
    table = np.array([list(each.values()) for each in many])
    assert len(np.unique(table[:, 0])) == 8
