"""Orders of the month: buyers' volumes, whom they buy from, the home market, and work handed down the tiers."""

import math

from model.draws import BUYER as BUYER_STREAM
from model.draws import normal, stream_key, uniform
from model.phases.staffing import margin, productive_capital
from model.rule import rule
from model.rules.governance import (
    market_shift,
    next_order_state,
    next_tie,
    preference,
    price_factor,
    work_put_out,
)
from model.rules.production import final_output, planned_sales

EXPORTER = 1
SUBCONTRACTOR = 2
STANDSTILL = 0.02
"""Share of its demand that a firm under a closure order can still serve from stock and elsewhere."""


@rule
def place_orders(buyers, parameters, levers, seed, month):
    """Each buyer's volume: trend growth times a shock whose mean is one; nothing from one who has left."""
    p = parameters[0]
    lever = levers[0]
    key = stream_key(seed, BUYER_STREAM, month)
    for b in range(len(buyers)):
        buyer = buyers[b]
        luck = normal(uniform(key, buyer.id))
        buyer.state = next_order_state(buyer.state, p.order_persistence, buyer.volatility, luck)
        variance = buyer.volatility**2 / (1.0 - p.order_persistence**2)
        trend = (1.0 + buyer.growth) ** month
        buyer.volume = lever.export_orders * trend * math.exp(buyer.state - 0.5 * variance)
        if buyer.id == lever.buyer_gone:
            buyer.volume = 0.0


@rule
def admits(buyer, firm, lever):
    """Whether a buyer orders from a firm at all: its quality, its standard and its capacity suffice."""
    capacity = firm.desired_heads / max(1.0 - firm.putout_share, 0.05)
    return (
        firm.quality >= buyer.minimum_quality
        and firm.standard >= max(buyer.minimum_standard, lever.standard_required)
        and capacity >= buyer.minimum_order
    )


@rule
def choose_suppliers(firms, buyers, parameters, levers):
    """Each buyer shifts its orders towards the admissible suppliers it prefers, and orders its volume in all."""
    p = parameters[0]
    lever = levers[0]
    for b in range(len(buyers)):
        buyer = buyers[b]
        base = 0.0
        liked = 0.0
        for f in range(len(firms)):
            firm = firms[f]
            if firm.alive and firm.buyer == b and admits(buyer, firm, lever):
                weight = firm.base_revenue * firm.export_share
                base += weight
                liked += weight * preference(
                    firm.quality - firm.base_quality,
                    firm.tie - firm.base_tie,
                    p.preference_quality,
                    p.preference_tie,
                )
        if base <= 0.0:
            continue
        total = 0.0
        for f in range(len(firms)):
            firm = firms[f]
            if not firm.alive or firm.buyer != b:
                continue
            if admits(buyer, firm, lever):
                wish = (
                    preference(
                        firm.quality - firm.base_quality,
                        firm.tie - firm.base_tie,
                        p.preference_quality,
                        p.preference_tie,
                    )
                    * base
                    / liked
                )
                firm.order_weight += buyer.switching * (wish - firm.order_weight)
            else:
                firm.order_weight = 0.0
            total += firm.base_revenue * firm.export_share * firm.order_weight
        if total <= 0.0:
            continue
        for f in range(len(firms)):
            firm = firms[f]
            if firm.alive and firm.buyer == b:
                firm.order_weight *= buyer.base_orders / total


@rule
def demand_for_exporters(firms, buyers, places, parameters, settings, levers):
    """Demand of the month for each exporter, and the volume that it puts out; sums the work put out by place."""
    p = parameters[0]
    setting = settings[0]
    lever = levers[0]
    rivals = lever.rival_price**p.export_elasticity
    for i in range(len(places)):
        places[i].putout = 0.0
    for f in range(len(firms)):
        firm = firms[f]
        if not firm.alive or firm.tier != EXPORTER:
            continue
        place = places[firm.place]
        home = (
            place.room_home
            * place.local_demand
            * lever.home_demand
            * market_shift(place.price_local, p.demand_elasticity, p.local_elasticity)
        )
        abroad = 0.0
        if firm.buyer >= 0:
            buyer = buyers[firm.buyer]
            abroad = (
                buyer.volume
                * rivals
                * firm.order_weight
                * market_shift(place.price_export, p.demand_elasticity, p.export_elasticity)
            )
            kept = min(buyer.markdown + lever.markdown_change, 0.9)
            factor = price_factor(buyer.premium, firm.quality, kept, firm.functions)
            factor *= lever.exchange_rate / firm.base_price
            firm.price_factor = 1.0 + firm.export_share * (factor - 1.0)
            firm.tie = next_tie(
                firm.tie, firm.output / max(firm.planned_output, 0.05), p.tie_growth
            )
        both = (1.0 - firm.export_share) * home + firm.export_share * abroad
        firm.abroad_part = firm.export_share * abroad / both if both > 0.0 else 0.0
        firm.demand = place.demand_scale * both
        if firm.standard < lever.closure_required:
            firm.demand *= STANDSTILL
        firm.expected_demand += p.expectation_speed * (firm.demand - firm.expected_demand)
        plan_work(firm, place, setting, lever, p)
        place.putout += firm.base_putout * firm.volume_putout
    for i in range(len(places)):
        place = places[i]
        place.putout = place.putout / place.base_putout if place.base_putout > 0.0 else 1.0


@rule
def plan_work(firm, place, setting, lever, p):
    """What an exporter plans to deliver and to put out, from expected demand and the costs of last month."""
    productive = productive_capital(firm, place, p)
    sales = planned_sales(
        firm.price_factor,
        firm.expected_demand,
        productive,
        margin(place, setting, lever, p),
        firm.wage_cost,
        place.price_putout,
        firm.putout_share,
        p.demand_elasticity,
        p.labour_elasticity,
    )
    own = productive * (sales / firm.wage_cost) ** p.labour_elasticity
    planned = sales / place.price_putout
    firm.planned_output = final_output(own, planned, firm.putout_share)
    firm.volume_putout = 0.0
    if firm.putout_share > 0.0:
        moved = firm.putout_shift * (1.0 - firm.putout_share) / firm.putout_share
        capacity = firm.own_output / max(1.0 - firm.putout_shift, 0.05)
        firm.volume_putout = (1.0 + moved) * work_put_out(planned, own, capacity, p.putout_pressure)


@rule
def demand_for_suppliers(firms, places, parameters, levers):
    """Demand for subcontractors (patron and pool) and for specialists (inputs bought last month)."""
    p = parameters[0]
    lever = levers[0]
    for f in range(len(firms)):
        firm = firms[f]
        if not firm.alive or firm.tier == EXPORTER:
            continue
        place = places[firm.place]
        if firm.tier == SUBCONTRACTOR:
            work = place.putout
            if firm.patron >= 0 and firms[firm.patron].alive:
                patron = firms[firm.patron].volume_putout
                work = p.patron_share * patron + (1.0 - p.patron_share) * place.putout
            work *= place.room_putout
            price = place.price_putout
        else:
            work = place.room_stages * place.inputs
            price = place.price_input
        firm.demand = work * market_shift(price, p.demand_elasticity, p.derived_elasticity)
        if firm.standard < lever.closure_required:
            firm.demand *= STANDSTILL
        firm.expected_demand += p.expectation_speed * (firm.demand - firm.expected_demand)
