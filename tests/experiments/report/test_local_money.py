"""The report in the currency of the place: by purchasing power, at prices that people remember."""

from __future__ import annotations

from dataclasses import replace

import pytest

from poverty_nodes.experiments.impact import assess
from poverty_nodes.experiments.report import Background
from poverty_nodes.experiments.report.figures import draw_all
from poverty_nodes.experiments.report.local_money import LocalMoney, local_table
from poverty_nodes.experiments.report.money_beside import MoneyBeside
from poverty_nodes.experiments.report.numbers import TIED
from poverty_nodes.experiments.report.page import render
from poverty_nodes.scenarios.catalogue import load_cluster


@pytest.fixture(scope="module")
def found(world, towns):
    return assess(towns(4, 1200), world.terms())


def test_rates_are_purchasing_power_over_the_growth_of_prices() -> None:
    local = LocalMoney.of(load_cluster("sialkot_surgical"))
    cluster = load_cluster("sialkot_surgical")
    year = cluster.workers.regular_wage.year
    assert dict(local.rates)[2021] == pytest.approx(43.5)
    assert dict(local.rates)[year] == pytest.approx(43.5 / cluster.money.price_index[year].value)


def test_amounts_stand_in_dollars_and_in_local_money_of_both_years(found) -> None:
    table = local_table(found, LocalMoney("PKR", ((2015, 28.9), (2021, 43.5))))
    assert table.heads == ("Amount", "Dollars of 2021", "PKR of 2015", "PKR of 2021")
    rows = {row.head: row.cells for row in table.rows}
    assert rows["an international dollar of 2021"] == ("$1.00", "28.9", "43.5")
    assert found.terms.line.monthly * 43.5 == pytest.approx(5557, abs=1)
    assert rows["the same, a person and month"][2] == "5,560"
    assert any("spent by the programme" in head for head in rows)
    assert any(head.endswith("women") for head in rows)


def test_the_page_has_the_section_of_the_cluster_whose_currency_is_known(found) -> None:
    background = Background.of(load_cluster("sialkot_surgical"), "0.1.0", "poverty-nodes compare")
    page = render(found, background, draw_all(found))
    assert '<h2 id="local">In PKR</h2>' in page
    assert "43.5 PKR at prices of 2021" in page


def test_the_page_has_local_money_beside_dollars_where_it_is_asked_for(found) -> None:
    cluster = load_cluster("sialkot_surgical")
    plain = Background.of(cluster, "0.1.0", "poverty-nodes compare")
    drawings = draw_all(found)
    assert "in PKR of 2015" not in render(found, plain, drawings)
    page = render(found, replace(plain, beside=MoneyBeside("PKR", 2015, 28.9)), drawings)
    assert '<th scope="col">in PKR of 2015</th>' in page
    assert "A dollar of 2021 buys what 28.9 PKR bought in 2015" in page
    assert f" [PKR{TIED}" in page


def test_the_page_says_the_line_in_both_moneys(found) -> None:
    background = Background.of(load_cluster("sialkot_surgical"), "0.1.0", "poverty-nodes compare")
    page = render(found, background, draw_all(found))
    assert "The poverty line is $4.20 of 2021 a person and day" in page
    assert "183 PKR at prices of 2021 buy" in page
