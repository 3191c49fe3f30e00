"""Informal firms that are helped to register weigh a bank's credit against tax; who registers stays registered."""

from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.loans import worth_registering


@rule
def usual_profit(firm, input_share):
    """Profit of a usual month, at base: registering is for good, so one bad month does not decide it."""
    return firm.base_revenue * (1.0 - input_share) - firm.base_wage_bill - firm.base_putout


@rule
def register(firms, instruments, settings):
    """Firms that are offered help register if it is worth it in a usual month; returns how many did.

    From then on they have a bank, pay tax and owe severance, and inspectors count them among the registered.
    """
    registered = 0
    for f in range(len(firms)):
        firm = firms[f]
        instrument = instruments[firm.place]
        if not firm.alive or not firm.offered_bank or firm.formal:
            continue
        ceiling = instrument.bank_limit * firm.base_revenue
        if worth_registering(
            firm.own_rate,
            instrument.bank_rate,
            ceiling,
            instrument.tax_rate,
            usual_profit(firm, settings[0].input_share),
            instrument.tax_burden,
        ):
            firm.formal = 1
            firm.bank_rate = instrument.bank_rate
            firm.bank_limit = instrument.bank_limit
            firm.tax_rate = instrument.tax_rate
            registered += 1
    return registered
