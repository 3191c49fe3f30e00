"""Buyers order, choose among suppliers, and work goes down the tiers."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.phases.goods import orders
from tests.model.village import (
    SPECIALIST,
    SUBCONTRACTOR,
    Table,
    buyers,
    firms,
    instruments,
    parameters,
    places,
    setting,
)

EXPORTS = {"buyer": 0, "export_share": 0.8}


def demand(
    table: Table, buying: Table, place: Table, instrument: Table | None = None, **given: float
) -> None:
    """The month's demand for exporters, then for the others."""
    p = parameters(**given)
    instrument = instruments() if instrument is None else instrument
    orders.demand_for_exporters(table, buying, place, p, setting(input_share=0.4), instrument)
    orders.demand_for_suppliers(table, place, p, instrument)


def order(buying: Table, month: int = 1, instrument: Table | None = None, **given: float) -> None:
    """Buyers' volumes of a month."""
    instrument = instruments() if instrument is None else instrument
    orders.place_orders(buying, parameters(**given), instrument, 1, month)


def test_a_buyer_without_shocks_follows_its_trend() -> None:
    table = buyers({"growth": 0.01}, {"growth": 0.0})
    for month in (1, 2, 3):
        order(table, month)
    assert table["volume"] == pytest.approx([1.01**3, 1.0])


def test_shocks_to_orders_average_out() -> None:
    table = buyers(*[{"volatility": 0.05}] * 4000)
    for month in range(1, 21):
        order(table, month, order_persistence=0.5)
    assert np.mean(table["volume"]) == pytest.approx(1.0, abs=0.004)
    assert np.std(table["state"]) == pytest.approx(0.05, rel=0.05)


def test_a_buyers_luck_is_its_own() -> None:
    both = buyers({"id": 5, "volatility": 0.1}, {"id": 9, "volatility": 0.1})
    alone = buyers({"id": 9, "volatility": 0.1})
    for table in (both, alone):
        order(table)
    assert both["volume"][1] == alone["volume"][0] != both["volume"][0]


def test_a_buyer_who_has_left_orders_nothing_and_comes_back() -> None:
    table = buyers({}, {})
    order(table, instrument=instruments(buyer_gone=1))
    assert table["volume"].tolist() == [1.0, 0.0]
    order(table)
    assert table["volume"].tolist() == [1.0, 1.0]


def test_a_slump_and_a_change_of_one_buyers_orders_multiply() -> None:
    table = buyers({}, {})
    order(table, instrument=instruments(export_orders=0.8, buyer_orders=0.5, governance_buyer=1))
    assert table["volume"] == pytest.approx([0.8, 0.4])


def test_a_change_of_governance_sets_the_terms_of_one_buyer_while_it_lasts() -> None:
    table = buyers({"base_markdown": 0.05}, {"base_markdown": 0.05}, base_governance=0)
    order(
        table,
        instrument=instruments(governance_buyer=1, governance_type=3, markdown_change=0.02),
        captive_markdown=0.2,
    )
    assert table["markdown"] == pytest.approx([0.05, 0.22])
    assert table["governance"].tolist() == [0, 3]
    order(table)
    assert table["markdown"] == pytest.approx([0.05, 0.05])
    assert table["governance"].tolist() == [0, 0]


def test_an_exporters_demand_is_its_buyers_and_the_home_markets() -> None:
    table = firms({"order_weight": 1.2, "base_price": 1.0}, **EXPORTS)
    place = places({"local_demand": 0.9, "demand_scale": 1.02})
    demand(table, buyers({"volume": 1.1}), place, expectation_speed=0.3)
    expected = 1.02 * (0.2 * 0.9 + 0.8 * 1.1 * 1.2)
    assert table["demand"][0] == pytest.approx(expected)
    assert table["expected_demand"][0] == pytest.approx(1.0 + 0.3 * (expected - 1.0))


def test_a_rise_of_all_prices_shifts_each_firms_demand_by_the_difference_of_elasticities() -> None:
    table = firms({"base_price": 1.0}, **EXPORTS)
    place = places({"price_export": 1.1, "price_local": 0.9})
    demand(
        table,
        buyers({}),
        place,
        demand_elasticity=6.0,
        export_elasticity=2.0,
        local_elasticity=3.0,
    )
    assert table["demand"][0] == pytest.approx(0.2 * 0.9**3 + 0.8 * 1.1**4)


def test_a_changed_markdown_moves_the_price_of_the_exported_part_only() -> None:
    table = firms({"base_price": 0.9}, **EXPORTS)  # a markdown of 0.1 at base
    demand(table, buyers({"markdown": 0.2}), places({}))
    assert table["price_factor"][0] == pytest.approx(1.0 + 0.8 * (0.8 / 0.9 - 1.0))


def test_a_tie_follows_delivery_against_the_plan() -> None:
    table = firms({"tie": 0.5, "output": 0.9, "planned_output": 1.0}, **EXPORTS)
    demand(table, buyers({}), places({}), tie_growth=0.1)
    assert table["tie"][0] == pytest.approx(0.5 + 0.1 * 0.4)


def test_a_tie_is_drawn_closer_with_what_the_buyer_takes() -> None:
    sold = {"tie": 0.5, "base_revenue": 100.0, "abroad_part": 0.8, **EXPORTS}
    table = firms({**sold, "revenue": 100.0}, {**sold, "revenue": 200.0}, {**sold, "revenue": 50.0})
    demand(
        table,
        buyers({"closeness": 0.5}),
        places({}),
        tie_growth=0.1,
        standard_margin=0.15,
        tie_trade=1.0,
    )
    usual, more, less = table["tie"]
    assert usual == pytest.approx(0.5)
    assert more == pytest.approx(0.5 + 0.1 * (2.0 / 3.0 - 0.5))
    assert less == pytest.approx(0.5 + 0.1 * (1.0 / 3.0 - 0.5))


def test_at_base_an_exporter_plans_and_puts_out_what_it_did() -> None:
    table = firms({"putout_share": 0.4, "base_putout": 300.0, "base_price": 1.0}, **EXPORTS)
    place = places({"base_putout": 300.0})
    demand(table, buyers({}), place)
    assert table["planned_output"][0] == pytest.approx(1.0)
    assert table["volume_putout"][0] == pytest.approx(1.0)
    assert place["putout"][0] == pytest.approx(1.0)


def test_work_moved_out_to_evade_a_standard_is_added_to_what_is_put_out() -> None:
    """A tenth of the own part 0.6, against a part 0.4 put out: 0.15 of it on top."""
    table = firms({"putout_share": 0.4, "base_putout": 300.0, "base_price": 1.0}, **EXPORTS)
    table["putout_shift"] = 0.1
    table["own_output"] = 0.9
    demand(table, buyers({}), places({"base_putout": 300.0}))
    assert table["volume_putout"][0] == pytest.approx(1.15)


def test_the_places_work_put_out_is_a_mean_over_exporters() -> None:
    table = firms(
        {"putout_share": 0.4, "base_putout": 300.0, "own_output": 1.0},
        {"putout_share": 0.4, "base_putout": 100.0, "own_output": 0.25},
        base_price=1.0,
        **EXPORTS,
    )
    place = places({"base_putout": 400.0})
    demand(table, buyers({}), place, putout_pressure=0.5)
    assert table["volume_putout"] == pytest.approx([1.0, 2.0])
    assert place["putout"][0] == pytest.approx((300.0 + 2 * 100.0) / 400.0)


def test_a_subcontractor_works_for_its_patron_and_for_the_others() -> None:
    table = firms(
        {"putout_share": 0.4, "base_putout": 300.0, "base_price": 1.0, "own_output": 0.25},
        {"tier": SUBCONTRACTOR, "patron": 0},
        {"tier": SUBCONTRACTOR, "patron": -1},
        buyer=-1,
    )
    place = places({"base_putout": 600.0})
    demand(table, buyers({}), place, patron_share=0.6, putout_pressure=0.5)
    assert place["putout"][0] == pytest.approx(1.0)
    assert table["demand"] == pytest.approx([1.0, 0.6 * 2.0 + 0.4 * 1.0, 1.0])


def test_a_subcontractor_whose_patron_has_closed_works_for_all() -> None:
    working = {"base_putout": 200.0, "putout_share": 0.4}
    table = firms({"alive": 0}, {"tier": SUBCONTRACTOR, "patron": 0}, working)
    place = places({"base_putout": 400.0})
    demand(table, buyers({}), place)
    assert place["putout"][0] == pytest.approx(0.5)
    assert table["demand"][1] == pytest.approx(0.5)


def test_specialists_sell_what_was_bought_last_month_at_a_price_that_all_notice() -> None:
    table = firms({"tier": SPECIALIST})
    place = places({"inputs": 0.8, "price_input": 1.1})
    demand(table, buyers({}), place, demand_elasticity=6.0, derived_elasticity=1.0)
    assert table["demand"][0] == pytest.approx(0.8 * 1.1**5)


def test_closed_firms_have_no_part_in_demand() -> None:
    table = firms({"alive": 0, "demand": 7.0, "base_putout": 100.0}, **EXPORTS)
    place = places({"base_putout": 200.0})
    demand(table, buyers({}), place)
    assert table["demand"][0] == 7.0
    assert place["putout"][0] == 0.0
