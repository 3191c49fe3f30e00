"""Informal firms that are helped to register: who does, and what follows for credit and tax."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.ledger import LOANS, PROFIT_TAX, new_flows
from poverty_nodes.model.phases.finance import firm_accounts, investment
from poverty_nodes.model.phases.firms import registration
from tests.model.village import (
    firms,
    households,
    instruments,
    parameters,
    places,
    setting,
    workers,
)

BANK = {"bank_rate": 0.01, "bank_limit": 3.0, "tax_rate": 0.1, "tax_burden": 0.1}
INFORMAL = {"offered_bank": 1, "own_rate": 0.04, "base_revenue": 1e3, "base_wage_bill": 900.0}


def registered(firm: dict[str, float], **instrument: float) -> bool:
    table = firms(firm)
    registration.register(table, instruments(**{**BANK, **instrument}), setting())
    kept = table["bank_rate"][0] == 0.01 and table["tax_rate"][0] == 0.1
    assert bool(table["formal"][0]) == bool(kept or firm.get("formal"))
    return bool(kept)


def test_a_firm_registers_when_cheaper_credit_is_worth_more_than_tax() -> None:
    assert registered(INFORMAL)


@pytest.mark.parametrize(
    ("firm", "instrument"),
    [
        ({"offered_bank": 0}, {}),
        ({"formal": 1}, {}),
        ({"alive": 0}, {}),
        ({"own_rate": 0.01}, {}),
        ({"base_wage_bill": 0.0}, {}),
        ({"base_wage_bill": 0.0, "profit": -500.0}, {}),
        ({}, {"bank_limit": 0.0}),
        ({}, {"tax_rate": 1.0}),
    ],
)
def test_who_is_not_helped_or_would_lose_stays_as_it_was(
    firm: dict[str, float], instrument: dict[str, float]
) -> None:
    assert not registered({**INFORMAL, **firm}, **instrument)


def invested(**firm: float) -> tuple[float, float, float]:
    """Investment, new debt and lending of a firm with no cash of its own, after a month."""
    table, flows = firms({"own_rate": 0.04, "cash": 0.0, "base_revenue": 1e3, **firm}), new_flows()
    investment.invest(table, places({}, {}), parameters(), instruments(), flows)
    return float(table["investment"][0]), float(table["debt"][0]), float(flows[LOANS])


def test_a_bank_pays_for_capital_that_a_cheaper_rate_makes_worth_having() -> None:
    assert invested() == (0.0, 0.0, 0.0)
    investment, debt, lent = invested(bank_rate=0.01, bank_limit=3.0)
    assert investment == debt == lent > 0.0


def test_a_bank_lends_up_to_its_ceiling_and_no_more() -> None:
    assert invested(bank_rate=0.01, bank_limit=0.005)[2] == pytest.approx(5.0)
    assert invested(bank_rate=0.01, bank_limit=3.0, debt=3000.0)[2] == 0.0


def closed(**firm: float) -> tuple[float, float]:
    """Profit and tax of a firm that sells for 1,000 and pays nothing else."""
    table, flows = firms({"revenue": 1000.0, "cash": 100.0, **firm}), new_flows()
    firm_accounts.close_month(
        *(
            table,
            workers({}),
            households({}),
            parameters(),
            setting(),
            instruments(),
            1,
            flows,
            np.zeros(2),
        )
    )
    return float(table["profit"][0]), float(flows[PROFIT_TAX])


def test_tax_is_a_share_of_profit_and_of_no_loss() -> None:
    assert closed() == (1000.0, 0.0)
    assert closed(tax_rate=0.1) == (900.0, 100.0)
    assert closed(tax_rate=0.1, wage_bill=1500.0) == (-500.0, 0.0)
