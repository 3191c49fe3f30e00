"""Money of a year and a place in dollars of the year of the lines."""

from __future__ import annotations

import pytest

from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.errors import QuestionError
from poverty_nodes.scenarios.prices import national_line, to_dollars


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
