"""What must hold between the sections of a cluster."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from poverty_nodes.experiments.evidence.harness.observed_run import changed
from poverty_nodes.scenarios.catalogue import cluster_ids, load_cluster
from poverty_nodes.scenarios.description.coherence import (
    HEAD_COUNT_TOLERANCE,
    implied_workers,
    incoherences,
)
from poverty_nodes.scenarios.errors import Problem

Spoil = Callable[[str, str, str], None]
Refusal = Callable[[], tuple[Problem, ...]]


@pytest.mark.parametrize("identifier", cluster_ids())
def test_firms_times_sizes_give_the_workers(identifier: str) -> None:
    cluster = load_cluster(identifier)
    implied = implied_workers(cluster)
    assert implied == pytest.approx(cluster.workers.total.value, rel=HEAD_COUNT_TOLERANCE)


def test_head_counts_that_do_not_add_up_are_refused_with_both_sums(
    spoil: Spoil, refusal: Refusal
) -> None:
    spoil("firms", "{value: 93,", "{value: 130,")
    (problem,) = refusal()
    assert "firms.mean_workers" in problem.where
    assert "60,850" in problem.message
    assert "50,000" in problem.message


def test_a_wage_of_a_year_without_prices_is_refused(spoil: Spoil, refusal: Refusal) -> None:
    spoil("workers", "year: 2015", "year: 2012")
    (problem,) = refusal()
    assert "workers.yaml: workers.regular_wage.year" in problem.where
    assert problem.remedy == "add 2012 to money.price_index"


def test_more_adults_than_persons_are_refused(spoil: Spoil, refusal: Refusal) -> None:
    spoil("households", "value: 3.7, low: 3.2, high: 4.3", "value: 7.7, low: 3.2, high: 8.3")
    (problem,) = refusal()
    assert "households.adults" in problem.where


def test_specialists_who_sell_more_than_the_others_buy_are_refused(
    spoil: Spoil, refusal: Refusal
) -> None:
    """Inputs of a hundredth of sales cannot feed a tenth of the firms."""
    spoil(
        "firms",
        "input_share:\n  {value: 0.5, low: 0.25,",
        "input_share:\n  {value: 0.005, low: 0.001,",
    )
    (problem,) = refusal()
    assert "firms.tier_share.specialist" in problem.where
    assert "times what the other firms spend on inputs" in problem.message


def test_a_cluster_in_which_nobody_sells_the_product_is_refused() -> None:
    alone = changed(load_cluster("sialkot_surgical"), "firms.tier_share.exporter", 0.0)
    problems = incoherences(alone, {name: f"{name}.yaml" for name in ("firms", "workers", "money")})
    assert "firms.yaml: firms.tier_share.exporter" in [each.where for each in problems]
