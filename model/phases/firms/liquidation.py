"""Liquidation of a firm that closes: capital is sold at a loss, lenders come first, the owner keeps the rest."""

from poverty_nodes.model.ledger import CAPITAL_SOLD, CLOSING_CASH, MICRO_REPAID, REPAID
from poverty_nodes.model.phases.finance.group_liability import leave_unpaid
from poverty_nodes.model.rule import rule


@rule
def wind_up(firm, households, p, flows, lost):
    """Sell the capital, repay what it covers, hand the rest to the owner; what is left of debts is written off."""
    sold = p.capital_recovered * firm.capital
    flows[CAPITAL_SOLD] += sold
    cash = firm.cash + sold
    repaid = min(cash, firm.debt)
    flows[REPAID] += repaid
    cash -= repaid
    micro = min(cash, firm.micro_debt)
    flows[MICRO_REPAID] += micro
    cash -= micro
    if firm.micro_debt > micro:
        leave_unpaid(firm, firm.micro_debt - micro, lost)
    flows[CLOSING_CASH] += cash
    households[firm.household].savings += cash
    firm.alive = 0
    firm.monitored = 0
    firm.capital = 0.0
    firm.cash = 0.0
    firm.debt = 0.0
    firm.micro_debt = 0.0
    firm.micro_months = 0
    firm.draw = 0.0
    firm.labour = 0.0
