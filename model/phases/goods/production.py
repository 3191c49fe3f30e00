"""Production of the month: labour at work, own output, and what subcontractors deliver."""

from poverty_nodes.model.draws import (
    PERSISTENT_PRODUCTIVITY,
    PRODUCTIVITY,
    normal,
    stream_key,
    uniform,
)
from poverty_nodes.model.phases.labour.labour_demand import (
    persistent_factor,
    productive_capital,
    unit_inputs,
)
from poverty_nodes.model.population.codes import EXPORTER, SUBCONTRACTOR
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.health import work_done
from poverty_nodes.model.rules.production import (
    bundle,
    next_experience,
    next_persistent_productivity,
    next_transitory_productivity,
    own_output,
    own_price,
    with_inputs,
    work_done_in_time,
)
from poverty_nodes.model.rules.training import hours_left
from poverty_nodes.model.rules.wages import labour_units


@rule
def move_productivity(firms, parameters, seed, month):
    """Each firm's transitory productivity of the month, and its persistent productivity, which moves slowly."""
    p = parameters[0]
    lasting = stream_key(seed, PERSISTENT_PRODUCTIVITY, month)
    key = stream_key(seed, PRODUCTIVITY, month)
    for f in range(len(firms)):
        firm = firms[f]
        if firm.alive:
            luck = normal(uniform(key, firm.id))
            firm.transitory_productivity = next_transitory_productivity(
                firm.transitory_productivity, p.shock_persistence, p.shock_spread, luck
            )
            if firm.productivity_spread > 0.0:
                firm.persistent_productivity = next_persistent_productivity(
                    firm.persistent_productivity,
                    firm.initial_productivity,
                    p.luck_persistence,
                    firm.productivity_spread,
                    firm.productivity_drift,
                    normal(uniform(lasting, firm.id)),
                )


@rule
def labour_at_work(workers, at_work, firms, parameters, instruments):
    """Efficiency units of labour in each firm, the owner's included; the injured and people kept from work have
    none."""
    p = parameters[0]
    for f in range(len(firms)):
        firms[f].labour = firms[f].owner_labour if firms[f].alive else 0.0
    for i in range(len(at_work)):
        worker = workers[at_work[i]]
        instrument = instruments[worker.place]
        units = labour_units(
            worker.post,
            worker.fit,
            p.fit_effect,
            p.units_skilled_regular,
            p.units_casual,
            p.units_homework,
        )
        done = work_done(
            worker.sick, worker.post, instrument.work_allowed, instrument.child_work_barred
        )
        firms[worker.employer].labour += units * done * hours_left(worker.in_training)


@rule
def produce(firms, places, parameters, settings, instruments):
    """Own output of every firm, then exporters' deliveries with the work that subcontractors filled."""
    p = parameters[0]
    share = settings[0].input_share
    for f in range(len(firms)):
        firm = firms[f]
        if not firm.alive:
            firm.own_output = 0.0
            firm.output = 0.0
            continue
        place = places[firm.place]
        firm.own_output = own_output(
            productive_capital(firm, place, p),
            firm.labour / (firm.base_labour * place.labour_scale),
            p.labour_elasticity,
        )
        if firm.tier == EXPORTER:
            continue
        inputs = unit_inputs(firm, place, instruments[firm.place], p)
        work = persistent_factor(firm) * firm.own_output
        firm.output = with_inputs(
            work, firm.price_factor, firm.demand, inputs, share, p.demand_elasticity
        )
    for i in range(len(places)):
        fill_orders(firms, places[i], i, p)
    for f in range(len(firms)):
        firm = firms[f]
        if firm.alive and firm.tier == EXPORTER:
            own = firm.own_output / max(1.0 - firm.putout_shift, 0.05)
            putout = 0.0
            if firm.putout_share > 0.0:
                moved = firm.putout_shift * (1.0 - firm.putout_share) / firm.putout_share
                putout = firm.volume_putout * places[firm.place].putout_filled / (1.0 + moved)
            work = persistent_factor(firm) * work_done_in_time(own, putout, firm.putout_share)
            inputs = unit_inputs(firm, places[firm.place], instruments[firm.place], p)
            firm.output = with_inputs(
                work, firm.price_factor, firm.demand, inputs, share, p.demand_elasticity
            )


@rule
def fill_orders(firms, place, code, p):
    """Share of the work put out in a place that its subcontractors deliver, by volume."""
    wanted = place.base_putout * place.putout
    if wanted <= 0.0:
        place.putout_filled = 1.0
        return
    value = weighted = base = 0.0
    for f in range(len(firms)):
        firm = firms[f]
        if not firm.alive or firm.place != code or firm.tier != SUBCONTRACTOR:
            continue
        price = own_price(1.0, firm.demand, firm.output, p.demand_elasticity)
        value += firm.base_revenue * price * firm.output * (1.0 - firm.direct_part)
        weighted += firm.base_revenue * price ** (1.0 - p.demand_elasticity)
        base += firm.base_revenue
    place.putout_filled = bundle(value, weighted, base, p.demand_elasticity) / wanted


@rule
def gain_experience(firms, places, parameters):
    """Firms and places learn by doing: experience follows output, and fades when output falls."""
    p = parameters[0]
    for i in range(len(places)):
        places[i].experience = next_experience(
            places[i].experience, places[i].made, p.experience_speed
        )
    for f in range(len(firms)):
        firm = firms[f]
        if firm.alive:
            firm.experience = next_experience(firm.experience, firm.output, p.experience_speed)
