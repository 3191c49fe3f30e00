"""A cluster's figures at a scale: whole firms, the same workers, dollars of 2021."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.scenarios.prices import to_dollars
from poverty_nodes.scenarios.synthesis.figures import Figures, read_figures
from tests.small_economy import cluster

CLUSTER, DISPERSED = 0, 1


@pytest.fixture(scope="module")
def figures() -> Figures:
    return read_figures(cluster(), 0.1)


def test_there_is_a_figure_for_each_place(figures: Figures) -> None:
    assert [place.code for place in figures.places] == [CLUSTER, DISPERSED]


@pytest.mark.parametrize("scale", [1.0, 0.1, 0.013, 0.001])
def test_rounding_firms_keeps_the_workers_that_they_stand_for(scale: float) -> None:
    whole, part = read_figures(cluster(), 1.0), read_figures(cluster(), scale)
    for one, other in zip(whole.places, part.places, strict=True):
        workers = (other.firms * other.mean_workers).sum()
        assert workers == pytest.approx(scale * (one.firms * one.mean_workers).sum(), rel=1e-3)
        assert other.firms.min() >= 1


def test_the_cluster_has_its_firms_by_tier(figures: Figures) -> None:
    firms = cluster().firms
    share = [firms.tier_share.exporter.value, firms.tier_share.subcontractor.value]
    wanted = 0.1 * firms.total.value * np.array(share)
    assert figures.places[CLUSTER].firms[:2] == pytest.approx(wanted, abs=0.5)


def test_posts_by_tier_add_up_to_all_posts(figures: Figures) -> None:
    assert figures.posts.sum(axis=1) == pytest.approx(np.ones(3), abs=1e-6)
    place = figures.places[CLUSTER]
    heads = place.heads(figures.posts)
    assert heads.sum() == pytest.approx((place.firms * place.mean_workers).sum())


def test_wages_are_dollars_of_2021_with_the_ratios_of_the_case(figures: Figures) -> None:
    w = cluster().workers
    skilled, regular, casual, home = figures.places[CLUSTER].wages
    dollars = to_dollars(w.regular_wage.value, w.regular_wage.year, cluster().money)
    assert regular == pytest.approx(dollars)
    assert skilled / regular == pytest.approx(w.skilled_ratio.value)
    assert casual / regular == pytest.approx(w.casual_ratio.value)
    assert home / casual == pytest.approx(w.home_ratio.value)


def test_the_comparator_stands_in_its_ratios_to_the_cluster(figures: Figures) -> None:
    there = cluster().places.dispersed
    here, far = figures.places
    assert far.wages / here.wages == pytest.approx(np.full(4, there.wage_ratio.value))
    assert far.outside_pay / here.outside_pay == pytest.approx(there.outside_ratio.value)
    assert far.export_share / here.export_share == pytest.approx(there.export_ratio.value)
    workers = (far.firms * far.mean_workers).sum()
    assert workers == pytest.approx(0.1 * there.workers.value, rel=1e-6)


def test_buyers_shares_add_up_to_one(figures: Figures) -> None:
    assert sum(buyer.share for buyer in figures.buyers) == pytest.approx(1.0)
