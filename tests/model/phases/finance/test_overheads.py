"""Overheads are due whether or not there are orders; at usual sales a firm pays what it paid without them."""

from __future__ import annotations

import pytest

from poverty_nodes.model.ledger import IMPORTED_INPUTS, OVERHEADS, new_flows
from poverty_nodes.model.phases.finance import overheads
from tests.model.village import (
    SPECIALIST,
    Dollars,
    Row,
    Table,
    firms,
    parameters,
    places,
    setting,
)

ON = {"overhead_share": 0.1, "overhead_heads": 4.0, "overhead_speed": 0.03}
"""A firm of four posts that sells for 1000 pays 50 in overheads."""


def month(firm: Row, place: Row | None = None, **given: float) -> tuple[Table, Dollars]:
    """A firm that bought inputs for half of its sales, after its overheads, and the payments."""
    table, flows = firms({"usual_sales": 1000.0, "inputs": 500.0, **firm}), new_flows()
    overheads.pay_overheads(
        table, places(place or {}), parameters(**{**ON, **given}), setting(input_share=0.5), flows
    )
    return table, flows


def test_at_usual_sales_what_is_bought_comes_to_the_same() -> None:
    table, flows = month({})
    assert table["inputs"][0] == pytest.approx(500.0)
    assert flows[OVERHEADS] == pytest.approx(50.0)
    assert flows[IMPORTED_INPUTS] == pytest.approx(-50.0)
    assert table["usual_sales"][0] == pytest.approx(1000.0)


def test_a_firm_without_orders_owes_them_in_full_and_they_fade_slowly() -> None:
    table, flows = month({"revenue": 0.0, "inputs": 0.0})
    assert table["inputs"][0] == pytest.approx(50.0)
    assert flows[OVERHEADS] == pytest.approx(50.0)
    assert table["usual_sales"][0] == pytest.approx(970.0)


def test_in_a_good_month_they_stay_behind() -> None:
    table, _ = month({"revenue": 1200.0, "inputs": 600.0})
    assert table["inputs"][0] == pytest.approx(600.0 + 50.0 - 60.0)


@pytest.mark.parametrize("firm", [{"base_heads": 0.0}, {"share_homework": 1.0}])
def test_who_works_at_home_has_none(firm: Row) -> None:
    _, flows = month({"revenue": 0.0, "inputs": 0.0, **firm})
    assert flows[OVERHEADS] == 0.0


def test_nobody_has_more_of_them_than_it_buys_outside_the_place() -> None:
    local: Row = {"local_input_share": 0.95}
    _, flows = month({}, local)
    assert flows[OVERHEADS] == pytest.approx(0.05 * 0.5 * 1000.0)
    _, specialist = month({"tier": SPECIALIST}, local)
    assert specialist[OVERHEADS] == pytest.approx(50.0)


def test_switched_off_no_payment_moves() -> None:
    table, flows = month({"revenue": 400.0, "inputs": 200.0}, overhead_share=0.0)
    assert table["inputs"][0] == 200.0
    assert not flows.any()


def test_a_closed_firm_owes_none() -> None:
    _, flows = month({"alive": 0})
    assert not flows.any()
