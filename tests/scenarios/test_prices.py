"""Money of a year and a place in dollars of the year of the lines."""

from __future__ import annotations

import pytest

from poverty_nodes.model.measures.local_line import local_line
from poverty_nodes.scenarios.catalogue import cluster_ids, load_cluster
from poverty_nodes.scenarios.description.cluster import Money
from poverty_nodes.scenarios.errors import QuestionError
from poverty_nodes.scenarios.prices import (
    CONFIRMED,
    implausible,
    line_in_dollars,
    line_problem,
    national_line,
    to_dollars,
)
from poverty_nodes.scenarios.scenario import Scenario


def test_money_of_2021_is_only_divided_by_the_purchasing_power() -> None:
    money = load_cluster("sialkot_surgical").money
    assert to_dollars(money.ppp_2021.value, 2021, money) == pytest.approx(1.0)


def test_money_of_another_year_is_carried_by_consumer_prices() -> None:
    money = load_cluster("sialkot_surgical").money
    expected = 13000 * money.price_index[2015].value / money.ppp_2021.value
    assert to_dollars(13000, 2015, money) == pytest.approx(expected)


def test_money_of_a_year_without_prices_is_an_error_not_a_guess() -> None:
    money = load_cluster("sialkot_surgical").money
    with pytest.raises(QuestionError, match="money of 1995"):
        to_dollars(1.0, 1995, money)


def test_a_line_per_adult_equivalent_is_less_per_person() -> None:
    money = load_cluster("sialkot_surgical").money
    line = money.national_line
    per_person = line.model_copy(update={"unit": "local currency per person per month"})
    other = money.model_copy(update={"national_line": per_person})
    ratio = national_line(money) / national_line(other)
    assert ratio == pytest.approx(money.adult_equivalents.value)


def test_the_national_line_lies_between_the_two_lower_international_lines() -> None:
    a_day = national_line(load_cluster("sialkot_surgical").money) * 12 / 365
    assert 3.0 < a_day < 4.2


def test_a_line_of_local_currency_is_carried_by_prices_and_purchasing_power() -> None:
    money = load_cluster("tirupur_knitwear").money
    line = local_line("43 INR 2011-12 a day")
    assert line is not None
    found = line_in_dollars(line, money)
    index, ppp = money.price_index[2012].value, money.ppp_2021.value
    assert found.daily == pytest.approx(43 * index / ppp)
    assert (found.name, found.price_year) == ("43 INR 2012 a day", 2021)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("43 INR 2012 a day", "INR is not the money of this cluster, which is PKR"),
        ("100 PKR 2013 a day", "no prices of 2013"),
    ],
)
def test_a_line_that_the_cluster_cannot_carry_is_refused_in_words(line: str, told: str) -> None:
    with pytest.raises(QuestionError, match=told):
        Scenario(load_cluster("sialkot_surgical"), line=line)
    problem = line_problem(line, load_cluster("sialkot_surgical").money)
    assert problem is not None
    assert "PKR of 2014, 2015, 2021" in problem.accepted


def changed(key: str, value: float, note: str = "") -> Money:
    """The money of Tirupur, which has an exchange rate of a year with prices, with one number changed."""
    content = load_cluster("tirupur_knitwear").money.model_dump()
    name, _, year = key.partition(".")
    leaf = content[name][int(year)] if year else content[name]
    leaf |= {"value": value, "low": value * 0.99, "high": value * 1.01}
    leaf |= {"note": note} if note else {}
    return Money.model_validate(content)


@pytest.mark.parametrize("identifier", cluster_ids())
def test_the_money_of_every_cluster_is_plausible(identifier: str) -> None:
    assert implausible(load_cluster(identifier).money, "money.yaml: money") == []


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("price_index.2012", 1 / 1.613, "The other way round it is 1.613"),
        ("ppp_2021", 1 / 19.469, "times those of the United States"),
        ("ppp_2021", 0.5, "international dollars of 2021 a day"),
        ("national_line", 200_000.0, "look at the line"),
        ("exchange_rate", 1 / 53.37, "times those of the United States"),
    ],
)
def test_what_is_upside_down_or_of_another_unit_is_asked_about(
    key: str, value: float, said: str
) -> None:
    problems = implausible(changed(key, value), "money.yaml: money")
    assert any(said in str(problem) for problem in problems)
    assert all(CONFIRMED in problem.remedy for problem in problems)


def test_what_is_confirmed_is_taken() -> None:
    note = f"{CONFIRMED} the index of the statistical office fell in these years."
    assert implausible(changed("price_index.2012", 0.97, note), "money.yaml: money") == []
