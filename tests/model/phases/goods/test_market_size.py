"""What is spent in a place, which would-be founders see."""

from __future__ import annotations

from typing import Any

import pytest

from poverty_nodes.model.instruments import neutral
from poverty_nodes.model.phases.goods import market_size
from poverty_nodes.model.state import Table
from tests.model.village import buyers, firms, parameters, places

EXPORTER, SUBCONTRACTOR = 1, 2
PLACE = {
    "market": 1.0, "base_market": 1000.0, "base_home_sales": 400.0, "local_demand": 1.0,
    "price_export": 1.0, "price_local": 1.0,
}  # fmt: skip
SELLER = {"tier": EXPORTER, "base_revenue": 1000.0, "price_factor": 1.0}
BUYER = {"base_orders": 600.0, "volume": 1.0, "appeal": 1.0}


def market(
    *sellers: dict[str, Any], place: dict[str, Any] | None = None, instruments: Table | None = None,
    **buyer: Any,
) -> float:  # fmt: skip
    """The market after a month in which would-be founders see all of it at once."""
    table = places({**PLACE, **(place or {})})
    market_size.see_markets(
        firms(*sellers or (SELLER,)), buyers({**BUYER, **buyer}), table,
        parameters(fortune_speed=1.0, export_elasticity=2.0, local_elasticity=1.5),
        neutral(1) if instruments is None else instruments,
    )  # fmt: skip
    return float(table["market"][0])


def test_at_base_the_market_is_the_bases() -> None:
    assert market() == pytest.approx(1.0)


def test_orders_and_the_home_market_count_at_their_prices() -> None:
    assert market(volume=2.0) == pytest.approx(1.6)
    assert market(place={"price_export": 1.25}) == pytest.approx(0.6 / 1.25 + 0.4)
    assert market(place={"price_local": 1.21}) == pytest.approx(0.6 + 0.4 / 1.1)


def test_instruments_move_it() -> None:
    instruments = neutral(1)
    instruments["home_demand"] = 1.5
    instruments["rival_price"] = 0.8
    assert market(instruments=instruments) == pytest.approx(0.6 * 0.8**2.0 + 0.4 * 1.5)


def test_orders_wait_for_firms_that_would_fill_them() -> None:
    assert market({**SELLER, "alive": 0}) == pytest.approx(1.0)


def test_what_exporters_keep_of_a_dollar_and_sell_at_fairs_counts() -> None:
    assert market({**SELLER, "price_factor": 0.9}) == pytest.approx(0.9)
    helper = {"tier": SUBCONTRACTOR, "base_revenue": 200.0, "won_orders": 0.5}
    assert market(SELLER, helper) == pytest.approx(1.1)


def test_would_be_founders_see_it_by_and_by() -> None:
    table = places(PLACE)
    market_size.see_markets(
        firms(SELLER),
        buyers({**BUYER, "volume": 2.0}),
        table,
        parameters(fortune_speed=0.1),
        neutral(1),
    )
    assert table["market"][0] == pytest.approx(1.06)


def test_a_place_that_sells_nothing_has_no_market() -> None:
    assert market(place={"base_market": 0.0}) == 1.0
