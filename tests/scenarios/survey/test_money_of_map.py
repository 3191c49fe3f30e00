"""Money of a survey: a number alone is enough, and one refusal shows the whole shape."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.scenarios.survey.conftest import build_of, refusal, spoil


def in_shillings(text: str) -> str:
    return text.replace("currency: PKR", "currency: KES")


def test_another_currency_is_told_the_shape_of_the_section_and_the_shape_is_taken(
    town: Path,
) -> None:
    """Two attempts: the refusal shows what to write, and what it shows can be pasted."""
    spoil(town, "map.yaml", in_shillings)
    said = refusal(town)
    assert said.startswith("1 problem:")
    shown = re.search(r"\n( +)money:\n(.*)", said, re.DOTALL)
    assert shown
    section = "\n".join(
        line.removeprefix(shown[1]) for line in f"{shown[1]}money:\n{shown[2]}".split("\n")
    )
    assert set(yaml.safe_load(section)["money"]) >= {
        "currency",
        "ppp_2021",
        "national_line",
        "exchange_rate",
    }
    spoil(town, "map.yaml", lambda text: f"{text}\n{section}\n")
    built = build_of(town)
    assert built.cluster.money.currency == "KES"
    assert built.cluster.money.ppp_2021.value == 40.0


def test_an_exact_value_has_no_wider_range_than_its_rounding(town: Path) -> None:
    own = "money: {ppp_2021: 43.5, exchange_rate: {value: 101.5, year: 2015}}"
    spoil(town, "map.yaml", lambda text: f"{text}\n{own}\n")
    money = build_of(town).cluster.money
    assert (money.ppp_2021.low, money.ppp_2021.high) == (43.45, 43.55)
    assert (money.exchange_rate.year, money.exchange_rate.high) == (2015, 101.55)
    assert (
        money.national_line.value == 3030.32
    )  # the rest is the like cluster's, whose currency is the same


def test_one_year_of_prices_can_be_added_to_those_of_the_like_cluster(town: Path) -> None:
    spoil(
        town,
        "map.yaml",
        lambda text: text.replace("year: 2015                       # of", "year: 2013 # of"),
    )
    assert "money: {price_index: {2013: }} in map.yaml" in refusal(town)
    spoil(town, "map.yaml", lambda text: f"{text}\nmoney: {{price_index: {{2013: 1.71}}}}\n")
    assert sorted(build_of(town).cluster.money.price_index) == [2013, 2014, 2015]


@pytest.mark.parametrize(
    ("money", "said"),
    [
        ("{ppp_2021: '43,5'}", "map.yaml: money.ppp_2021"),
        ("{ppp_2021: 43.5, ppp_2017: 1}", "money.ppp_2017"),
        ("{national_line: {value: 3000, unit: rupees}}", "'rupees' is not a unit of this key"),
        ("{currency: INR}", "pay is in PKR, prices and the national line in INR"),
        ("[1, 2]", "map.yaml: money"),
    ],
)
def test_a_fault_in_money_is_told_where_it_stands(town: Path, money: str, said: str) -> None:
    spoil(town, "map.yaml", lambda text: f"{text}\nmoney: {money}\n")
    assert said in refusal(town)
