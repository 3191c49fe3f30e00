"""The association: members give, the fund builds the joint facility, trust follows, and standards are met."""

from model.draws import STANDARD, stream_key, uniform
from model.ledger import JOINT_FACILITY, JOINT_GIVING, JOINT_GRANT, LOANS, STANDARDS_MET
from model.rule import rule
from model.rules.joint_action import (
    next_facility,
    next_giving,
    next_trust,
    shared_cost,
    worth_of_acting,
)

EXPORTER = 1


@rule
def pressure(place, lever):
    """A common threat, 0 in quiet times: a standard that is coming, or orders well under the base."""
    coming = 1.0 if lever.standard_announced > 0.5 or lever.closure_required > 0.5 else 0.0
    slump = min(max(1.0 - place.fortune, 0.0) * 2.0, 1.0)
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
            place.fortune += 0.2 * (demand / base - place.fortune)
        others = place.giving / place.base_giving if place.base_giving > 0.0 else 1.0
        threat = pressure(place, lever)
        for f in range(len(firms)):
            firm = firms[f]
            if not firm.alive or firm.place != i or not firm.member:
                continue
            dependence = outside_link(firm, buyers)
            worth = worth_of_acting(1.0, p.threat_worth * threat, dependence)
            mine = firm.contribution / place.base_giving if place.base_giving > 0.0 else 1.0
            firm.trust = next_trust(
                firm.trust,
                min(p.base_trust + firm.brokered, 0.95),
                others,
                mine,
                place.returned,
                p.trust_memory,
                p.trust_lesson,
            )
            firm.contribution = next_giving(
                firm.contribution,
                place.base_giving,
                firm.trust,
                p.base_trust,
                others,
                worth,
                p.giving_speed,
            )


@rule
def outside_link(firm, buyers):
    """How far a strong buyer stands in for one's neighbours, 0-1: only what the link has grown since the base."""
    if firm.buyer < 0:
        return 0.0
    return min(
        max(firm.export_share * (buyers[firm.buyer].volume * firm.order_weight - 1.0), 0.0), 1.0
    )


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
    """The fund is spent on the facility; what it returns is measured against the base."""
    p = parameters[0]
    for i in range(len(places)):
        place = places[i]
        spent = place.fund
        place.fund = 0.0
        flows[JOINT_FACILITY] += spent
        before = place.facility
        place.facility = next_facility(place.facility, spent, place.base_fund, p.facility_wear)
        place.returned += 0.1 * (before / (1.0 + before) * 2.0 - place.returned)


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
            places[firm.place].facility,
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
