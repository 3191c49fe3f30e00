"""A buyers' code of conduct: audited suppliers meet its standard at a cost that buyers may share, or lose orders."""

from poverty_nodes.model.draws import CODE, stream_key, uniform
from poverty_nodes.model.ledger import WORKS
from poverty_nodes.model.phases.firms.buyer_standards import (
    margin_abroad,
    means_for_standard,
    pay_for_standard,
)
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.buyer_standards import chance_to_act, shared_cost


@rule
def failed_audit(firm, instrument):
    """Whether audits found a firm below the code for longer than the notice, so that its buyers order elsewhere."""
    return (
        firm.audited == 1
        and firm.standard < instrument.code_standard
        and firm.warned > instrument.code_notice
    )


@rule
def warn(firms, instruments):
    """Count the months in which audits find a firm below the code; whoever meets it starts afresh."""
    for f in range(len(firms)):
        firm = firms[f]
        if not firm.audited:
            continue
        below = firm.alive and firm.standard < instruments[firm.place].code_standard
        firm.warned = firm.warned + 1 if below else 0


@rule
def meet_code(firms, places, parameters, instruments, left, paid, flows, seed, month):
    """Audited firms below the code meet it when what they would lose exceeds their part of the cost. Returns how many
    did.

    The cost is that of a standard (months of base sales, shared by the joint facility); the programme pays its part as
    far as `left` (1,) dollars go and adds it to `paid` (1,). The firm borrows what its cash does not cover. It would
    lose the margin on sales to buyers.
    """
    p = parameters[0]
    key = stream_key(seed, CODE, month)
    met = 0
    for f in range(len(firms)):
        firm = firms[f]
        instrument = instruments[firm.place]
        if not firm.alive or not firm.audited or firm.standard >= instrument.code_standard:
            continue
        help = places[firm.place].facility
        cost = shared_cost(
            instrument.standard_cost + p.standard_variable * firm.base_revenue,
            help,
            p.facility_saving,
        )
        helped = min(instrument.code_paid * cost, left[0])
        own = cost - helped
        stake = p.standard_horizon * margin_abroad(firm, p)
        able = means_for_standard(firm, p) > own
        chance = chance_to_act(p.standard_speed, help, p.standard_know_how)
        if stake > own and able and uniform(key, firm.id) < chance:
            pay_for_standard(firm, own, flows)
            flows[WORKS] += helped
            left[0] -= helped
            paid[0] += helped
            firm.standard = instrument.code_standard
            met += 1
    return met
