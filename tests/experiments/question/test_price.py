"""What a question costs, before it is asked."""

from __future__ import annotations

import pytest

from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.experiments.question.price import price


def test_two_scenarios_a_seed_are_compared_and_one_is_run() -> None:
    assert price(ask(["seeds=7"])).runs == 14
    assert price(ask(["seeds=7"], "run")).runs == 7


def test_an_empty_package_costs_the_runs_without_it_only() -> None:
    assert price(ask(["seeds=7", "policy=[]"])).runs == 7


def test_the_price_grows_with_scale_and_falls_with_cores() -> None:
    small, large = price(ask(["scale=0.1"])), price(ask(["scale=0.2"]))
    assert large.people == pytest.approx(2 * small.people, abs=1)
    assert large.megabytes > small.megabytes
    assert price(ask(["workers=1"])).minutes == pytest.approx(4 * price(ask(["workers=4"])).minutes)


def test_a_scale_that_is_not_said_has_the_price_of_the_one_that_is_taken() -> None:
    assert price(ask(["scale=null"])) == price(ask(["scale=0.1"]))


def test_shocks_cost_no_run_of_their_own() -> None:
    assert price(ask(["seeds=7", "shock=[flood]"])).runs == 14


def test_the_price_is_said_in_a_line() -> None:
    assert str(price(ask([]))).startswith("40 runs of ")
