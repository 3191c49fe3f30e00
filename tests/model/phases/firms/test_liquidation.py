"""A firm that closes sells its capital at a loss; lenders come first, the owner keeps the rest."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.ledger import (
    CAPITAL_SOLD,
    CLOSING_CASH,
    MICRO_REPAID,
    PARTNERS_REPAID,
    REPAID,
    new_flows,
)
from poverty_nodes.model.phases.firms import liquidation
from tests.model.village import Dollars, firms, households, parameters, places


def wound_up(**firm: float) -> tuple[np.record, float, Dollars, Dollars]:
    """The firm, what its owner got, the payments and the micro-lender's losses."""
    table, homes, flows, lost = firms(firm), households({"savings": 0.0}), new_flows(), np.zeros(2)
    liquidation.wind_up(
        table[0], homes[0], places({})[0], parameters(capital_recovered=0.5)[0], flows, lost
    )
    received = flows[CAPITAL_SOLD] + firm.get("cash", 0.0)
    assert received == pytest.approx(flows[REPAID] + flows[MICRO_REPAID] + flows[CLOSING_CASH])
    return table[0], float(homes["savings"][0]), flows, lost


def test_half_of_the_capital_and_all_the_cash_go_to_an_owner_without_debts() -> None:
    firm, owner, flows, lost = wound_up(cash=80.0)
    assert owner == pytest.approx(580.0)
    assert flows[CAPITAL_SOLD] == pytest.approx(500.0)
    assert not lost.any()
    assert firm.alive == 0


def test_working_capital_is_repaid_before_the_micro_lender_and_she_before_the_owner() -> None:
    _, owner, flows, lost = wound_up(cash=0.0, debt=300.0, micro_debt=250.0)
    assert flows[REPAID] == pytest.approx(300.0)
    assert flows[MICRO_REPAID] == pytest.approx(200.0)
    assert lost.tolist() == [pytest.approx(50.0), 1.0]
    assert owner == 0.0


def test_debts_that_cannot_be_paid_are_written_off() -> None:
    firm, owner, flows, _ = wound_up(cash=10.0, debt=9000.0)
    assert flows[REPAID] == pytest.approx(510.0)
    assert owner == 0.0
    assert firm.debt == firm.micro_debt == 0.0


def test_nothing_is_left_in_a_closed_firm() -> None:
    firm, *_ = wound_up(cash=80.0, debt=3.0, micro_debt=5.0, monitored=1, draw=7.0, labour=4.0)
    for name in ("capital", "cash", "debt", "micro_debt", "draw", "labour", "monitored"):
        assert firm[name] == 0, name


def test_the_group_answers_for_what_a_closed_firm_leaves_unpaid() -> None:
    firm, _, _, lost = wound_up(cash=0.0, debt=300.0, micro_debt=250.0, micro_group=4)
    assert (firm.micro_unpaid, firm.micro_debt) == (pytest.approx(50.0), 0.0)
    assert not lost.any()


def closed_with_partners(claim: float) -> tuple[float, float, float]:
    """What partners and the owner of a firm got of 580 dollars, and the used machines that others can buy."""
    table, homes, place = firms({"cash": 80.0, "outside_share": 0.75}), households({}), places({})
    given = parameters(capital_recovered=0.5, partners_claim=claim, machines_stay=0.4)[0]
    flows = new_flows()
    liquidation.wind_up(table[0], homes[0], place[0], given, flows, np.zeros(2))
    assert flows[CLOSING_CASH] == pytest.approx(homes["savings"][0])
    return (
        float(flows[PARTNERS_REPAID]),
        float(flows[CLOSING_CASH]),
        float(place["used_machines"][0]),
    )


def test_partners_from_outside_get_their_share_of_what_is_left() -> None:
    partners, owner, _ = closed_with_partners(1.0)
    assert (partners, owner) == (pytest.approx(435.0), pytest.approx(145.0))


def test_without_a_claim_the_owner_keeps_it_all() -> None:
    assert closed_with_partners(0.0)[:2] == (0.0, pytest.approx(580.0))


def test_a_part_of_the_machines_is_for_sale_in_the_place() -> None:
    assert closed_with_partners(0.0)[2] == pytest.approx(400.0)
