"""Poverty lines in local currency, and money shown in it: what the cluster can carry, and what it cannot."""

from __future__ import annotations

import pytest

from poverty_nodes.experiments.question.asked_packages import ask_packages
from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.scenarios.errors import QuestionError


@pytest.mark.parametrize(
    ("token", "name"),
    [
        ("line=140 PKR 2014-15 a day", "140 PKR 2015 a day"),
        ('line="4200 PKR of 2015 a month"', "4200 PKR 2015 a month"),
        ("line=3.65 USD 2021", "3.65"),
    ],
)
def test_a_line_is_typed_in_the_money_of_the_place_or_in_dollars(token: str, name: str) -> None:
    assert ask([token]).line == name


@pytest.mark.parametrize(
    ("token", "told"),
    [
        ("line=43 INR 2012", ["INR is not the money of this cluster, which is PKR"]),
        ("line=43 PKR 2012", ["no prices of 2012", "PKR of 2014, 2015, 2021", "price_index"]),
        ("line=3.65 USD 2017", ["purchasing power is known for 2021 alone"]),
        ("money=rupees", ["dollars", "local"]),
        ("money_year=2015", ["says nothing of dollars", "money=local"]),
    ],
)
def test_what_the_cluster_cannot_carry_is_refused_in_words(token: str, told: list[str]) -> None:
    with pytest.raises(QuestionError) as refused:
        ask([token])
    said = str(refused.value)
    assert f"command line: {token.partition('=')[0]}" in said
    for each in told:
        assert each in said


def test_a_year_without_prices_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(QuestionError, match="has no prices of 2012"):
        ask(["money=local", "money_year=2012"])


def test_local_money_is_of_the_page_of_one_comparison() -> None:
    with pytest.raises(QuestionError, match="is of the page of compare, not of run"):
        ask(["money=local"], "run")
    with pytest.raises(QuestionError, match="is asked of one package at a time"):
        ask_packages(["packages.a=[micro_credit]", "packages.b=[cash_transfer]", "money=local"])
