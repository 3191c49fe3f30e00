"""Firms that owe more than anybody lends them sell machines and get their owners' savings before they close."""

from __future__ import annotations

import pytest

from poverty_nodes.model.ledger import CAPITAL_SOLD, OWNER_BACKING, REPAID, new_flows
from poverty_nodes.model.phases.finance import last_means
from tests.model.village import Dollars, Table, firms, households, parameters, places

TERMS = {"debt_limit": 1.0, "advance_months": 0.0, "capital_recovered": 0.5}
MEANS = {"machine_sales": 0.2, "owner_backing": 0.5, "machines_stay": 0.5}
"""A firm of 1000 in machines gets 100 for the fifth of them that it can sell in a month."""


def pressed(debt: float, savings: float, **means: float) -> tuple[Table, Table, Table, Dollars]:
    """The firm, its household and place, and the payments, after what could be done."""
    table, homes, place = (
        firms({"debt": debt, "household": 0}),
        households({"savings": savings}),
        places({}),
    )
    flows = new_flows()
    last_means.stave_off(table, homes, place, parameters(**TERMS, **means), flows)
    paid_in = flows[CAPITAL_SOLD] + flows[OWNER_BACKING]
    assert flows[REPAID] == pytest.approx(paid_in)
    assert table["debt"][0] == pytest.approx(debt - paid_in)
    assert homes["savings"][0] == pytest.approx(savings - flows[OWNER_BACKING])
    return table, homes, place, flows


def test_who_owes_no_more_than_is_lent_sells_nothing() -> None:
    *_, flows = pressed(1000.0, 500.0, **MEANS)
    assert not flows.any()


def test_machines_go_first_and_at_a_discount() -> None:
    table, _, place, flows = pressed(1060.0, 500.0, **MEANS)
    assert flows[CAPITAL_SOLD] == pytest.approx(60.0)
    assert flows[OWNER_BACKING] == 0.0
    assert table["capital"][0] == pytest.approx(880.0)
    assert place["used_machines"][0] == pytest.approx(60.0)


def test_the_owner_brings_in_what_machines_do_not_raise() -> None:
    table, _, _, flows = pressed(1250.0, 500.0, **MEANS)
    assert flows[CAPITAL_SOLD] == pytest.approx(100.0)
    assert flows[OWNER_BACKING] == pytest.approx(150.0)
    assert table["debt"][0] == pytest.approx(1000.0)


def test_a_part_of_the_savings_is_kept_for_the_household() -> None:
    table, homes, _, flows = pressed(2000.0, 500.0, **MEANS)
    assert flows[OWNER_BACKING] == pytest.approx(250.0)
    assert homes["savings"][0] == pytest.approx(250.0)
    assert table["debt"][0] > last_means.credit_limit(table[0], parameters(**TERMS)[0])


def test_switched_off_nothing_moves() -> None:
    neutral = {"machine_sales": 0.0, "owner_backing": 0.0}
    table, _, place, flows = pressed(5000.0, 500.0, **neutral)
    assert not flows.any()
    assert (table["capital"][0], place["used_machines"][0]) == (1000.0, 0.0)


def test_a_firm_that_has_closed_raises_nothing() -> None:
    table, homes, flows = (
        firms({"alive": 0, "debt": 5000.0}),
        households({"savings": 9.0}),
        new_flows(),
    )
    last_means.stave_off(table, homes, places({}), parameters(**TERMS, **MEANS), flows)
    assert not flows.any()
