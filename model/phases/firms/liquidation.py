"""Liquidation of a firm that closes: capital is sold at a loss, lenders come first, then partners; the owner keeps the
rest."""

from poverty_nodes.model.ledger import (
    CAPITAL_SOLD,
    CLOSING_CASH,
    MICRO_REPAID,
    PARTNERS_REPAID,
    REPAID,
)
from poverty_nodes.model.phases.finance.group_liability import leave_unpaid
from poverty_nodes.model.rule import rule


@rule
def wind_up(firm, household, place, p, flows, lost):
    """Sell the capital and repay what it covers; what is left of debts is written off.

    What is left of money is handed out to partners from outside, as far as they paid for the firm, and to the owner.
    """
    sold = p.capital_recovered * firm.capital
    flows[CAPITAL_SOLD] += sold
    place.used_machines += p.machines_stay * firm.capital
    cash = firm.cash + sold
    repaid = min(cash, firm.debt)
    flows[REPAID] += repaid
    cash -= repaid
    micro = min(cash, firm.micro_debt)
    flows[MICRO_REPAID] += micro
    cash -= micro
    if firm.micro_debt > micro:
        leave_unpaid(firm, firm.micro_debt - micro, lost)
    partners = p.partners_claim * firm.outside_share * cash
    flows[PARTNERS_REPAID] += partners
    cash -= partners
    flows[CLOSING_CASH] += cash
    household.savings += cash
    firm.alive = 0
    firm.monitored = 0
    firm.capital = 0.0
    firm.cash = 0.0
    firm.debt = 0.0
    firm.micro_debt = 0.0
    firm.micro_months = 0
    firm.draw = 0.0
    firm.labour = 0.0
