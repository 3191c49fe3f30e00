"""Every payment has a payer and a payee, and a dollar that goes astray is seen."""

from __future__ import annotations

import pytest

from poverty_nodes.model import ledger
from poverty_nodes.model.ledger import FLOWS, SECTORS, imbalance, net_inflow, new_flows


def test_every_payment_has_a_payer_and_a_payee_among_the_sectors() -> None:
    assert {payer for _, payer, _ in FLOWS} | {payee for _, _, payee in FLOWS} <= set(SECTORS)


def test_every_sector_pays_or_is_paid() -> None:
    assert set(SECTORS) == {each for _, payer, payee in FLOWS for each in (payer, payee)}


def test_every_kind_of_payment_has_one_name_and_one_number() -> None:
    names = [name for name, _, _ in FLOWS]
    assert len(set(names)) == len(names)
    numbers = [
        value
        for name, value in vars(ledger).items()
        if name.isupper() and isinstance(value, int) and not isinstance(value, bool)
    ]
    assert sorted(numbers) == list(range(len(FLOWS)))


@pytest.mark.parametrize(
    ("number", "name"),
    [
        (ledger.EXPORT_SALES, "export_sales"),
        (ledger.PUTOUT_WORK, "putout_work"),
        (ledger.WAGES, "wages"),
        (ledger.OWNER_DRAWS, "owner_draws"),
        (ledger.LOANS, "working_capital_loans"),
        (ledger.REPAID, "working_capital_repaid"),
        (ledger.INTEREST, "working_capital_interest"),
        (ledger.MICRO_LOANS, "micro_loans"),
        (ledger.MICRO_TO_HOUSEHOLD, "micro_loans_to_household"),
        (ledger.MICRO_REPAID, "micro_repaid"),
        (ledger.CLOSING_CASH, "closing_cash"),
        (ledger.OUTSIDE_INCOME, "outside_income"),
        (ledger.LOCAL_SPENDING, "local_spending"),
        (ledger.LEVY, "programme_levy"),
        (ledger.DELIVERY, "programme_delivery"),
        (ledger.TO_LENDER, "programme_to_lender"),
    ],
)
def test_the_number_of_a_payment_is_its_place_in_the_list(number: int, name: str) -> None:
    assert FLOWS[number][0] == name


def test_a_new_month_has_no_payments() -> None:
    flows = new_flows()
    assert flows.shape == (len(FLOWS),)
    assert not flows.any()


def test_what_one_sector_gets_net_another_loses() -> None:
    flows = new_flows()
    flows[:] = range(1, len(FLOWS) + 1)
    assert sum(net_inflow(flows, sector) for sector in SECTORS) == pytest.approx(0.0)


def test_net_inflow_is_what_came_in_less_what_went_out() -> None:
    flows = new_flows()
    flows[ledger.EXPORT_SALES] = 100.0
    flows[ledger.WAGES] = 60.0
    flows[ledger.PUTOUT_WORK] = 25.0  # between firms: cancels
    assert net_inflow(flows, "firms") == 40.0
    assert net_inflow(flows, "households") == 60.0
    assert net_inflow(flows, "buyers") == -100.0


def test_books_that_agree_have_no_imbalance() -> None:
    flows = new_flows()
    flows[ledger.EXPORT_SALES] = 100.0
    flows[ledger.WAGES] = 60.0
    before = {"firms": 10.0, "households": 5.0}
    assert imbalance(flows, before, {"firms": 50.0, "households": 65.0}) == 0.0


def test_a_dollar_that_goes_astray_is_seen_relative_to_the_turnover() -> None:
    flows = new_flows()
    flows[ledger.EXPORT_SALES] = 100.0
    flows[ledger.WAGES] = 60.0
    before = {"firms": 10.0, "households": 5.0}
    assert imbalance(flows, before, {"firms": 49.0, "households": 65.0}) == pytest.approx(1 / 160)
    assert imbalance(flows, before, {"firms": 50.0, "households": 66.0}) == pytest.approx(1 / 160)


def test_a_payment_that_nobody_received_is_seen() -> None:
    flows = new_flows()
    flows[ledger.WAGES] = 60.0
    stocks = {"firms": 10.0, "households": 5.0}
    assert imbalance(flows, stocks, stocks) == 1.0
