"""The association: members give, the fund builds the joint facility, trust follows, and standards are met."""

from model.draws import STANDARD, stream_key, uniform
from model.ledger import JOINT_FACILITY, JOINT_GIVING, JOINT_GRANT, LOANS, STANDARDS_MET
from model.rule import rule
from model.rules.joint_action import (
    facility_used,
    next_facility,
    next_giving,
    next_trust,
    shared_cost,
    worth_of_acting,
)

EXPORTER = 1
NOTICED = 0.1
"""Fall of orders, as a share of the base, that members take for the ups and downs of any year."""


@rule
def pressure(place, lever):
    """A common threat, 0 in quiet times: a standard that is coming, or orders more than a tenth under the base."""
    coming = 1.0 if lever.standard_announced > 0.5 or lever.closure_required > 0.5 else 0.0
    slump = min(max(1.0 - NOTICED - place.fortune, 0.0) * 2.0, 1.0)
    return max(coming, slump)


@rule
def give(firms, buyers, places, parameters, levers, flows):
    """Members pay in; next month's giving and trust follow from what others gave and what came back."""
    p = parameters[0]
    for i in range(len(places)):
        place = places[i]
        lever = levers[i]
        given = 0.0
        sales = 0.0
        demand = 0.0
        base = 0.0
        for f in range(len(firms)):
            firm = firms[f]
            if not firm.alive or firm.place != i:
                continue
            if firm.brokered > 0.0 and not firm.member:
                firm.member = 1
                firm.trust = p.base_trust
                firm.contribution = place.base_giving
            if firm.tier == EXPORTER:
                demand += firm.base_revenue * firm.demand
                base += firm.base_revenue
            if firm.member:
                paid = min(firm.contribution * firm.revenue, firm.cash)
                firm.cash -= paid
                place.fund += paid
                flows[JOINT_GIVING] += paid
                given += firm.contribution * firm.base_revenue
                sales += firm.base_revenue
        place.giving = given / sales if sales > 0.0 else place.base_giving
        if base > 0.0:
            place.fortune += 0.2 * (demand / (base * place.demand_scale) - place.fortune)
        others = place.giving / place.base_giving if place.base_giving > 0.0 else 1.0
        threat = pressure(place, lever)
        orders = placed_here(buyers, i)
        for f in range(len(firms)):
            firm = firms[f]
            if not firm.alive or firm.place != i or not firm.member:
                continue
            dependence = outside_link(firm, buyers, orders)
            worth = worth_of_acting(
                p.threat_worth * threat, dependence, place.facility, p.facility_need
            )
            mine = firm.contribution / firm.base_contribution if place.base_giving > 0.0 else 1.0
            firm.trust = next_trust(
                firm.trust,
                min(p.base_trust + firm.brokered, 0.95),
                others,
                mine,
                1.0 + place.returned - place.aspiration,
                p.trust_memory,
                p.trust_lesson,
            )
            firm.contribution = next_giving(
                firm.contribution,
                firm.base_contribution,
                firm.trust,
                p.base_trust,
                others,
                worth,
                p.giving_speed,
            )


@rule
def placed_here(buyers, place_code):
    """Dollars a month that all buyers order from a place."""
    total = 0.0
    for b in range(len(buyers)):
        if buyers[b].place == place_code:
            total += buyers[b].base_orders * buyers[b].volume
    return total


@rule
def outside_link(firm, buyers, orders):
    """How far a strong buyer stands in for one's neighbours, 0-1: x (t V/V_all + growth of the link since the base).

    A supplier tied to the buyer who takes most of a place's orders looks to that buyer and not to its neighbours.
    """
    if firm.buyer < 0:
        return 0.0
    buyer = buyers[firm.buyer]
    weight = buyer.base_orders * buyer.volume / orders if orders > 0.0 else 0.0
    grown = max(buyer.volume * firm.order_weight - 1.0, 0.0)
    return min(max(firm.export_share * (firm.tie * weight + grown), 0.0), 1.0)


@rule
def match_giving(places, levers, place_code, room, paid, flows):
    """A grant to the association for each dollar that its members have given, as long as the programme has money.

    `place_code` is the place that the programme is for (-1 all); `room` (1,) the dollars that it has left this month
    and `paid` (1,) those that it has paid.
    """
    for i in range(len(places)):
        if place_code >= 0 and i != place_code:
            continue
        grant = min(levers[i].matching * places[i].fund, room[0])
        room[0] -= grant
        paid[0] += grant
        places[i].fund += grant
        flows[JOINT_GRANT] += grant


@rule
def build(places, parameters, flows):
    """The fund is spent on the facility; what it returns is measured against the base, and members get used to it."""
    p = parameters[0]
    for i in range(len(places)):
        place = places[i]
        spent = place.fund
        place.fund = 0.0
        flows[JOINT_FACILITY] += spent
        before = place.facility
        place.facility = next_facility(place.facility, spent, place.base_fund, p.facility_wear)
        place.returned += 0.1 * (before / (1.0 + before) * 2.0 - place.returned)
        place.aspiration += p.aspiration_speed * (place.returned - place.aspiration)


@rule
def facility_for(firm, place, p):
    """The joint facility as one firm has it, by what it gives itself; who is no member has the common part."""
    giving = firm.contribution if firm.member else 0.0
    return facility_used(place.facility, giving, place.base_giving, p.own_use)


@rule
def meet_standards(firms, places, parameters, levers, flows, seed, month):
    """Exporters below a standard that is coming or required invest in it when what is at stake is worth the cost.

    The cost is shared when the facility is there in time; what cash does not cover is borrowed. What is at stake is
    the margin on sales to buyers over the horizon of a loan.
    """
    p = parameters[0]
    key = stream_key(seed, STANDARD, month)
    met = 0
    for f in range(len(firms)):
        firm = firms[f]
        lever = levers[firm.place]
        goal = max(lever.standard_announced, max(lever.standard_required, lever.closure_required))
        if not firm.alive or goal <= 0.0 or firm.standard >= goal:
            continue
        if lever.closure_required <= 0.0 and firm.tier != EXPORTER:
            continue
        cost = shared_cost(
            lever.standard_cost + p.standard_variable * firm.base_revenue,
            facility_for(firm, places[firm.place], p),
            p.facility_saving,
        )
        if lever.closure_announced > 0.0:
            cost *= 1.0 - firm.plant_part
        part = 1.0 if lever.closure_required > 0.0 else firm.export_share
        stake = p.standard_horizon * p.standard_margin * part * firm.base_revenue
        means = firm.cash + max(p.debt_limit * firm.base_revenue - firm.debt, 0.0) * 0.5
        if stake > cost and means > cost and uniform(key, firm.id) < p.standard_speed:
            paid = min(firm.cash, cost)
            firm.cash -= paid
            firm.debt += cost - paid
            flows[LOANS] += cost - paid
            flows[STANDARDS_MET] += cost
            firm.standard = goal
            met += 1
    return met
