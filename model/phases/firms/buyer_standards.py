"""A standard that is coming or required: what a firm pays to meet it, what it would lose, and when it acts."""

from poverty_nodes.model.draws import STANDARD, stream_key, uniform
from poverty_nodes.model.ledger import LOANS, STANDARDS_MET
from poverty_nodes.model.phases.joint_facility import facility_for
from poverty_nodes.model.population.codes import EXPORTER
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.buyer_standards import (
    chance_to_act,
    lost_by_waiting,
    next_chance,
    next_saving,
    shared_cost,
)


@rule
def asked_of(firm, instrument):
    """The standard that is coming or required of a firm, whether or not it meets it; 0 when none is."""
    if instrument.closure_required <= 0.0 and firm.tier != EXPORTER:
        return 0.0
    return max(
        instrument.standard_announced,
        max(instrument.standard_required, instrument.closure_required),
    )


@rule
def goal_for(firm, instrument):
    """The standard that a firm has yet to meet; 0 when none is coming or required of it, or it meets it already."""
    goal = asked_of(firm, instrument)
    return goal if firm.standard < goal else 0.0


@rule
def cost_alone(firm, instrument, p):
    """Cost in dollars to a firm that meets the standard without help."""
    cost = instrument.standard_cost + p.standard_variable * firm.base_revenue
    if instrument.closure_announced > 0.0:
        cost *= 1.0 - firm.plant_part
    return cost


@rule
def teaching(firm, buyers, p):
    """Help that a firm with a full tie has from its buyer with a standard, in units of the joint facility at base."""
    return p.standard_teaching * buyers[firm.buyer].knowledge_process if firm.buyer >= 0 else 0.0


@rule
def help_with_standard(firm, buyers, place, p):
    """Help with a standard: from the facility, as the firm uses it, and from the buyer, by the strength of the tie."""
    return facility_for(firm, place, p) + firm.tie * teaching(firm, buyers, p)


@rule
def margin_abroad(firm, p):
    """Dollars a month that a firm earns on what it sells to buyers in its base month."""
    return p.standard_margin * firm.export_share * firm.base_revenue


@rule
def margin_at_stake(firm, instrument, p):
    """Dollars a month that a firm would lose without meeting it: the margin on the sales that it could not make."""
    if instrument.closure_required > 0.0:
        return p.standard_margin * firm.base_revenue
    return margin_abroad(firm, p)


@rule
def at_stake(firm, instrument, p):
    """Dollars that a firm would lose without meeting it, over the horizon of a loan."""
    return p.standard_horizon * margin_at_stake(firm, instrument, p)


@rule
def saved_by_help(firm, buyers, place, instrument, p):
    """Expected saving from one more unit of help, dollars a month: of the cost, and of what is lost by waiting.

    The first times the chance to act in the month, the second times what the help adds to that chance. Nothing when no
    standard is asked of the firm, or when it is not worth meeting; a part of it, `standard_upkeep`, once it is met.
    """
    asked = asked_of(firm, instrument)
    left = 1.0 if firm.standard < asked else p.standard_upkeep
    if asked <= 0.0 or left <= 0.0:
        return 0.0
    alone = cost_alone(firm, instrument, p)
    help = help_with_standard(firm, buyers, place, p)
    if at_stake(firm, instrument, p) <= shared_cost(alone, help, p.facility_saving):
        return 0.0
    chance = chance_to_act(p.standard_speed, help, p.standard_know_how)
    waiting = lost_by_waiting(
        margin_at_stake(firm, instrument, p), chance, instrument.standard_due, p.standard_horizon
    )
    return left * (
        chance * next_saving(alone, help, p.facility_saving)
        + next_chance(p.standard_speed, help, p.standard_know_how) * waiting
    )


@rule
def means_for_standard(firm, p):
    """Dollars that a firm can raise for a standard: its cash and half of what it may still borrow."""
    return firm.cash + max(p.debt_limit * firm.base_revenue - firm.debt, 0.0) * 0.5


@rule
def pay_for_standard(firm, cost, flows):
    """A firm pays for a standard from cash, and what that does not cover is lent to it."""
    paid = min(firm.cash, cost)
    firm.cash -= paid
    firm.debt += cost - paid
    flows[LOANS] += cost - paid
    flows[STANDARDS_MET] += cost


@rule
def meet_standards(firms, buyers, places, parameters, instruments, flows, seed, month):
    """Exporters below a standard that is coming or required invest in it when what they would lose exceeds the cost.

    Facility and buyer bear a part of the cost, and a firm with more of their help acts sooner. It borrows what its cash
    does not cover.
    """
    p = parameters[0]
    key = stream_key(seed, STANDARD, month)
    met = 0
    for f in range(len(firms)):
        firm = firms[f]
        instrument = instruments[firm.place]
        goal = goal_for(firm, instrument)
        if not firm.alive or goal <= 0.0:
            continue
        help = help_with_standard(firm, buyers, places[firm.place], p)
        cost = shared_cost(cost_alone(firm, instrument, p), help, p.facility_saving)
        worth = at_stake(firm, instrument, p) > cost and means_for_standard(firm, p) > cost
        chance = chance_to_act(p.standard_speed, help, p.standard_know_how)
        if worth and uniform(key, firm.id) < chance:
            pay_for_standard(firm, cost, flows)
            firm.standard = goal
            met += 1
    return met
