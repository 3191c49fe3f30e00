"""Firms take upgrading steps when they can, and the trade in the world moves on."""

import math

from poverty_nodes.model.draws import UPGRADE, stream_key, uniform_pair
from poverty_nodes.model.ledger import UPGRADING
from poverty_nodes.model.phases.joint_facility import facility_for
from poverty_nodes.model.population.codes import SUBCONTRACTOR
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.management import next_practices
from poverty_nodes.model.rules.upgrading import facility_help, new_machines, spillover, step_chance


@rule
def chances(firm, buyers, firms, facility, cash, target, p):
    """Chances of a process, a product and a functional step of one firm this month."""
    process = product = p.patron_help
    functional = 1.0
    if firm.buyer >= 0:
        process = buyers[firm.buyer].knowledge_process
        product = buyers[firm.buyer].knowledge_product
        functional = buyers[firm.buyer].knowledge_functional
    elif firm.tier == SUBCONTRACTOR and firm.patron >= 0 and firms[firm.patron].buyer >= 0:
        process = p.patron_help * buyers[firms[firm.patron].buyer].knowledge_process
        product = p.patron_help * buyers[firms[firm.patron].buyer].knowledge_product
    # Coaching, and what a firm learns from buyers met at fairs, add to the main buyer's help.
    process *= 1.0 + firm.coached
    product *= 1.0 + firm.coached + firm.won_orders
    functional *= 1.0 + firm.marketing
    help = facility_help(facility, p.facility_power)
    most = p.cash_for_steps
    return (
        step_chance(p.process_hazard, process, help, cash, target, most),
        step_chance(p.product_hazard, product, help, cash, target, most),
        step_chance(p.functional_hazard, functional, help, cash, target, most),
    )


@rule
def set_base_pace(firms, buyers, places, parameters):
    """Set the pace at which each firm upgrades in its base month; the trade in the world moves on at that pace."""
    p = parameters[0]
    for f in range(len(firms)):
        firm = firms[f]
        if firm.alive:
            facility = facility_for(firm, places[firm.place], p)
            process, product, functional = chances(firm, buyers, firms, facility, 1.0, 1.0, p)
            firm.process_pace = process
            firm.product_pace = product
            firm.functional_pace = functional


@rule
def upgrade(firms, buyers, places, parameters, flows, seed, month):
    """Each firm tries one step of each kind a month, process steps by the machines that it buys, and pays from cash."""
    p = parameters[0]
    key = stream_key(seed, UPGRADE, month)
    for f in range(len(firms)):
        firm = firms[f]
        if not firm.alive:
            continue
        facility = facility_for(firm, places[firm.place], p)
        target = p.cash_target * firm.base_revenue
        process, product, functional = chances(firm, buyers, firms, facility, firm.cash, target, p)
        worn = p.depreciation * firm.capital
        process *= new_machines(firm.investment, worn, p.embodied)
        firm.process_level -= firm.process_pace
        firm.product_level -= firm.product_pace
        firm.functional_level -= firm.functional_pace
        cost = p.step_cost_months * firm.base_revenue
        if uniform_pair(key, firm.id, 0) < process and firm.cash > cost:
            firm.process_level += 1.0
            firm.process_steps += 1
            firm.cash -= cost
            flows[UPGRADING] += cost
        if uniform_pair(key, firm.id, 1) < product and firm.cash > cost:
            firm.product_level += 1.0
            firm.product_steps += 1
            firm.cash -= cost
            flows[UPGRADING] += cost
        if uniform_pair(key, firm.id, 2) < functional and firm.cash > cost:
            firm.functional_level += 1.0
            firm.functional_steps += 1
            firm.cash -= cost
            flows[UPGRADING] += cost
        firm.quality = min(max(firm.base_quality + p.product_gain * firm.product_level, 0.0), 1.0)
        firm.functions = min(max(p.functional_gain * firm.functional_level, 0.0), 1.0)


@rule
def learn(firms, places, parameters):
    """Productivity grows with density beyond the base and by copying better neighbours.

    Management practices follow advice, including that of new buyers, who say what they expect and how to meet it
    (Alfaro-Urena and others 2022); neighbours do not copy them (Bloom and others 2020).
    """
    p = parameters[0]
    for i in range(len(places)):
        total = 0.0
        weight = 0.0
        for f in range(len(firms)):
            if firms[f].alive and firms[f].place == i:
                total += firms[f].base_revenue * math.log(firms[f].productivity)
                weight += firms[f].base_revenue
        places[i].frontier = math.exp(total / weight) if weight > 0.0 else 1.0
    for f in range(len(firms)):
        firm = firms[f]
        if firm.alive:
            place = places[firm.place]
            growth = spillover(
                firm.productivity, place.frontier, place.density, p.learning, p.imitation
            )
            firm.productivity *= math.exp(growth)
            days = firm.advised + p.buyer_advice * firm.won_orders
            firm.practices = next_practices(
                firm.practices, days, p.practice_pace, p.practice_dropped
            )
