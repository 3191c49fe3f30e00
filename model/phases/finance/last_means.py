"""What a firm does when nobody lends it more: it sells machines, and its owner brings in savings; then it closes."""

from poverty_nodes.model.ledger import CAPITAL_SOLD, OWNER_BACKING, REPAID
from poverty_nodes.model.phases.finance.firm_accounts import bought_by_patron
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.loans import advance_ceiling


@rule
def credit_limit(firm, p):
    """Dollars that traders, kin and its buyer or patron lend a firm at most."""
    advance = advance_ceiling(firm.base_revenue, bought_by_patron(firm, p), p.advance_months)
    return p.debt_limit * firm.base_revenue + advance


@rule
def stave_off(firms, households, places, parameters, flows):
    """Firms that owe more than anybody lends them repay it from what they and their owners still have.

    Machines are sold first, at the discount of a forced sale, since they stand idle in a slump and savings are what the
    household lives on. Who still owes too much afterwards closes (`firm_demography.close_firms`).
    """
    p = parameters[0]
    for f in range(len(firms)):
        firm = firms[f]
        if not firm.alive:
            continue
        over = firm.debt - credit_limit(firm, p)
        if over <= 0.0:
            continue
        sold = sell_machines(firm, places[firm.place], over, p)
        flows[CAPITAL_SOLD] += sold
        household = households[firm.household]
        brought = min(over - sold, p.owner_backing * max(household.savings, 0.0))
        household.savings -= brought
        flows[OWNER_BACKING] += brought
        firm.debt -= sold + brought
        flows[REPAID] += sold + brought


@rule
def sell_machines(firm, place, wanted, p):
    """Dollars that a firm gets for machines sold to raise so much: at most a share of its capital in a month."""
    if p.capital_recovered <= 0.0:
        return 0.0
    capital = min(wanted / p.capital_recovered, p.machine_sales * firm.capital)
    firm.capital -= capital
    place.used_machines += p.machines_stay * capital
    return p.capital_recovered * capital
