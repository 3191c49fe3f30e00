"""Money that no honest source gives is asked about, and is taken once it is confirmed."""

from __future__ import annotations

import pytest

from poverty_nodes.scenarios.catalogue import cluster_ids, load_cluster
from poverty_nodes.scenarios.description.plausible_money import CONFIRMED, implausible
from poverty_nodes.scenarios.description.sections import Money


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
