"""Orders of the month: buyers' volumes and terms, the home market, and work handed down the tiers."""

import math

from poverty_nodes.model.draws import BUYER as BUYER_STREAM
from poverty_nodes.model.draws import normal, stream_key, uniform
from poverty_nodes.model.phases.firms.buyer_standards import margin_abroad, saved_by_help, teaching
from poverty_nodes.model.phases.goods.buyers_terms import set_terms
from poverty_nodes.model.phases.labour.labour_demand import (
    persistent_factor,
    plan_sales,
    productive_capital,
    unit_inputs,
)
from poverty_nodes.model.population.codes import EXPORTER, SUBCONTRACTOR
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.governance import (
    let_near,
    market_shift,
    next_order_state,
    next_tie,
    price_factor,
    tie_worth,
    work_put_out,
)
from poverty_nodes.model.rules.production import final_output, with_inputs


@rule
def place_orders(buyers, parameters, instruments, seed, month):
    """Each buyer's volume: trend growth times a shock whose mean is one; nothing from one who has left."""
    p = parameters[0]
    key = stream_key(seed, BUYER_STREAM, month)
    for b in range(len(buyers)):
        buyer = buyers[b]
        instrument = instruments[buyer.place]
        number = buyer.id % 1000
        set_terms(buyer, instrument, number, p)
        luck = normal(uniform(key, buyer.id))
        buyer.state = next_order_state(buyer.state, p.order_persistence, buyer.volatility, luck)
        variance = buyer.volatility**2
        trend = (1.0 + buyer.growth) ** month
        own = 1.0
        if instrument.governance_buyer < 0 or instrument.governance_buyer == number:
            own = instrument.buyer_orders
        buyer.volume = (
            instrument.export_orders * own * trend * math.exp(buyer.state - 0.5 * variance)
        )
        if number == instrument.buyer_gone:
            buyer.volume = 0.0


@rule
def demand_for_exporters(firms, buyers, places, parameters, settings, instruments):
    """Demand of the month for each exporter, and the volume that it puts out; sums the work put out by place."""
    p = parameters[0]
    for i in range(len(places)):
        places[i].putout = 0.0
    for f in range(len(firms)):
        firm = firms[f]
        if not firm.alive or firm.tier != EXPORTER:
            continue
        place = places[firm.place]
        instrument = instruments[firm.place]
        home = (
            place.capacity_home
            * place.local_demand
            * instrument.home_demand
            * market_shift(place.price_local, p.demand_elasticity, p.local_elasticity)
        )
        abroad = 0.0
        if firm.buyer >= 0:
            abroad = ordered_abroad(firm, buyers[firm.buyer], place, instrument, p)
            meet_buyer(firm, buyers, place, instrument, p)
        add_demand(firm, home, abroad, place.demand_scale)
        if firm.standard < instrument.closure_required:
            firm.demand *= p.closed_sales
        firm.expected_demand += p.expectation_speed * (firm.demand - firm.expected_demand)
        plan_work(firm, place, settings[0], instrument, p)
        place.putout += firm.base_putout * firm.volume_putout
    for i in range(len(places)):
        place = places[i]
        place.putout = place.putout / place.base_putout if place.base_putout > 0.0 else 1.0


@rule
def ordered_abroad(firm, buyer, place, instrument, p):
    """Orders of its buyer to an exporter, as a multiple of the base."""
    return (
        buyer.volume
        * instrument.rival_price**p.export_elasticity
        * firm.order_weight
        * firm.reach
        * market_shift(place.price_export, p.demand_elasticity, p.export_elasticity)
    )


@rule
def meet_buyer(firm, buyers, place, instrument, p):
    """Set the price that an exporter gets under its buyer's governance, and move the strength of its tie."""
    buyer = buyers[firm.buyer]
    markdown = buyer.markdown * (1.0 - firm.price_gain)
    factor = price_factor(buyer.premium, firm.quality, markdown, firm.functions)
    factor *= instrument.exchange_rate / firm.base_price
    firm.price_factor = 1.0 + firm.export_share * (factor - 1.0)
    delivered = firm.output / max(firm.planned_output, 0.05)
    near = let_near(buyer.closeness, worth_of_tie(firm, buyers, place, instrument, p))
    firm.tie = next_tie(firm.tie, delivered, near, p.tie_growth)


@rule
def add_demand(firm, home, abroad, scale):
    """Demand from the home market, the buyer, fairs and the state, and the shares of the buyer and of the state."""
    both = (1.0 - firm.export_share) * home + firm.export_share * abroad
    direct = firm.won_orders + firm.public_orders
    firm.demand = scale * (both + direct)
    won = firm.won_orders / (both + direct) if direct > 0.0 else 0.0
    firm.abroad_part = firm.export_share * abroad / (both + direct) + won if both > 0.0 else won
    firm.public_part = firm.public_orders / (both + direct) if direct > 0.0 else 0.0


@rule
def worth_of_tie(firm, buyers, place, instrument, p):
    """Worth of a tie, as a multiple of the base month: last month's sales to the buyer, and what its help saves."""
    taken = p.standard_margin * firm.abroad_part * firm.revenue
    saved = teaching(firm, buyers, p) * saved_by_help(firm, buyers, place, instrument, p)
    return tie_worth(taken, margin_abroad(firm, p), saved, p.tie_trade)


@rule
def plan_work(firm, place, setting, instrument, p):
    """Plan what an exporter delivers and puts out, from expected demand and the costs of last month."""
    productive = productive_capital(firm, place, p)
    sales = plan_sales(firm, place, setting, instrument, p)
    own = productive * (sales / firm.wage_cost) ** p.labour_elasticity
    planned = sales / place.price_putout
    firm.planned_output = with_inputs(
        persistent_factor(firm) * final_output(own, planned, firm.putout_share),
        firm.price_factor,
        firm.expected_demand,
        unit_inputs(firm, place, instrument, p),
        setting.input_share,
        p.demand_elasticity,
    )
    firm.volume_putout = 0.0
    if firm.putout_share > 0.0:
        moved = firm.putout_shift * (1.0 - firm.putout_share) / firm.putout_share
        capacity = firm.own_output / max(1.0 - firm.putout_shift, 0.05)
        firm.volume_putout = (1.0 + moved) * work_put_out(planned, own, capacity, p.putout_pressure)


@rule
def demand_for_suppliers(firms, places, parameters, instruments):
    """Demand for subcontractors (patron and pool) and for specialists (inputs bought last month)."""
    p = parameters[0]
    for f in range(len(firms)):
        firm = firms[f]
        if not firm.alive or firm.tier == EXPORTER:
            continue
        place = places[firm.place]
        instrument = instruments[firm.place]
        if firm.tier == SUBCONTRACTOR:
            work = place.putout
            if firm.patron >= 0 and firms[firm.patron].alive:
                patron = firms[firm.patron].volume_putout
                work = p.patron_share * patron + (1.0 - p.patron_share) * place.putout
            work *= place.putout_scale * place.capacity_putout
            price = place.price_putout
        else:
            work = place.stage_scale * place.capacity_stages * place.inputs
            price = place.price_input
        handed = work * market_shift(price, p.demand_elasticity, p.derived_elasticity)
        direct = firm.won_orders + firm.public_orders
        firm.demand = handed + direct
        firm.direct_part = direct / firm.demand if direct > 0.0 else 0.0
        firm.public_part = firm.public_orders / firm.demand if direct > 0.0 else 0.0
        firm.price_factor = 1.0 + (firm.price_gain if firm.tier == SUBCONTRACTOR else 0.0)
        if firm.standard < instrument.closure_required:
            firm.demand *= p.closed_sales
        firm.expected_demand += p.expectation_speed * (firm.demand - firm.expected_demand)
