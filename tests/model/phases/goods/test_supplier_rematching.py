"""Links along the chain that are lost are found again after a while."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.phases.goods import supplier_rematching
from tests.model.village import SUBCONTRACTOR, buyers, firms, parameters

LOST = {"tier": SUBCONTRACTOR, "patron": -1}


def test_a_subcontractor_without_a_patron_finds_one_at_its_chance() -> None:
    table = firms({"base_putout": 100.0}, *[LOST] * 4000)
    supplier_rematching.find_patrons(table, parameters(rematch=0.1), 1, 1)
    assert np.mean(table["patron"][1:] == 0) == pytest.approx(0.1, abs=0.02)


def test_patrons_are_found_in_proportion_to_the_work_that_they_put_out() -> None:
    table = firms({"base_putout": 300.0}, {"base_putout": 100.0}, *[LOST] * 4000)
    supplier_rematching.find_patrons(table, parameters(rematch=1.0), 1, 1)
    assert np.mean(table["patron"][2:] == 0) == pytest.approx(0.75, abs=0.03)


@pytest.mark.parametrize(
    "exporter", [{"alive": 0}, {"place": 1}, {"base_putout": 0.0}, {"tier": SUBCONTRACTOR}]
)
def test_who_puts_out_no_work_there_is_nobodys_patron(exporter: dict[str, float]) -> None:
    table = firms({"base_putout": 100.0, "patron": 5, **exporter}, LOST)
    supplier_rematching.find_patrons(table, parameters(rematch=1.0), 1, 1)
    assert table["patron"][1] == -1


def test_a_subcontractor_keeps_the_patron_that_it_has() -> None:
    table = firms({"base_putout": 1.0}, {"base_putout": 1e9}, {"tier": SUBCONTRACTOR, "patron": 0})
    supplier_rematching.find_patrons(table, parameters(rematch=1.0), 1, 1)
    assert table["patron"][2] == 0


def test_an_exporter_whose_buyer_has_left_starts_small_with_another_of_its_place() -> None:
    table = firms({"buyer": 0}, {"buyer": 1}, {"buyer": -1})
    buying = buyers(
        {"volume": 0.0, "base_orders": 900.0},
        {"base_orders": 100.0},
        {"base_orders": 9e9, "place": 1},
    )
    supplier_rematching.find_buyers(table, buying, parameters(rematch=1.0, new_supplier=0.4), 1, 1)
    assert table["buyer"].tolist() == [1, 1, -1]
    assert table["order_weight"].tolist() == [0.4, 1.0, 1.0]


def test_new_buyers_are_found_in_proportion_to_their_orders() -> None:
    table = firms(*[{"buyer": 0}] * 4000)
    buying = buyers({"volume": 0.0}, {"base_orders": 300.0}, {"base_orders": 50.0, "volume": 2.0})
    supplier_rematching.find_buyers(table, buying, parameters(rematch=1.0), 1, 1)
    assert np.mean(table["buyer"] == 1) == pytest.approx(0.75, abs=0.03)


def test_where_all_buyers_have_left_nobody_is_found() -> None:
    table = firms({"buyer": 0})
    supplier_rematching.find_buyers(table, buyers({"volume": 0.0}), parameters(rematch=1.0), 1, 1)
    assert table["buyer"][0] == 0
