"""Firms close, households found new ones, and young firms grow up."""

import math

from poverty_nodes.model.draws import (
    EXIT,
    FIRM_TYPE,
    FOUNDER,
    FOUNDING,
    stream_key,
    uniform,
    uniform_pair,
)
from poverty_nodes.model.phases.finance.last_means import credit_limit
from poverty_nodes.model.phases.firms.entrant import begin
from poverty_nodes.model.phases.firms.founders import choose_founder, drawn_to_found, step_cost
from poverty_nodes.model.phases.firms.liquidation import wind_up
from poverty_nodes.model.phases.labour.separations import dismiss
from poverty_nodes.model.population.codes import EXPORTER, OWNER, SUBCONTRACTOR
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.entry_exit import (
    capacity_for_founders,
    capital_buffer,
    exit_hazard,
    market_firms,
    maturity,
    opportunity,
)


@rule
def close_firms(firms, places, openings, parameters, households, flows, lost, seed, month):
    """Firms that cannot pay close, and others by their hazard; returns how many closed.

    `openings` (types,) counts the closed firms of each type that have not been founded again. Size is the people that a
    firm asks for over the years and not its whole posts: otherwise firms whose posts are rounded up would live longer,
    and posts would grow in number while firms do not grow. Business is what sales leave relative to the firm's base,
    times its advantage from persistent productivity at the base. Measured against its own base alone, all firms would
    begin equally well off, would drift apart for decades, and more would close each year.
    """
    p = parameters[0]
    key = stream_key(seed, EXIT, month)
    closed = 0
    for i in range(len(places)):
        places[i].exits = 0.0
    for f in range(len(firms)):
        firm = firms[f]
        if not firm.alive:
            continue
        place = places[firm.place]
        hazard = place.exit_scale * exit_hazard(
            firm.steady_heads,
            firm.age,
            firm.left_over * firm.initial_advantage,
            p.exit_size,
            p.exit_youth,
            p.youth_months,
            p.exit_profit * capital_buffer(firm.capital, place.mean_capital, p.exit_cushion),
        )
        if firm.debt > credit_limit(firm, p) or uniform(key, firm.id) < hazard:
            closed += 1
            place.exits += 1.0
            openings[firm.type_number] += 1
            wind_up(firm, households[firm.household], place, p, flows, lost)
    return closed


@rule
def dismiss_all(firms, workers, at_work, staff):
    """Everybody who worked for or owned a closed firm leaves the sector."""
    for i in range(len(at_work)):
        worker = workers[at_work[i]]
        if worker.post > 0 and not firms[worker.employer].alive:
            dismiss(worker)
    for f in range(len(firms)):
        if not firms[f].alive:
            staff[f, :] = 0
            owner = firms[f].owner
            if owner >= 0 and workers[owner].post == OWNER and workers[owner].employer == f:
                dismiss(workers[owner])
        elif firms[f].patron >= 0 and not firms[firms[f].patron].alive:
            firms[f].patron = -1


@rule
def grow_up(firms, parameters):
    """Young firms grow towards their type: all base figures scale with age."""
    p = parameters[0]
    for f in range(len(firms)):
        firm = firms[f]
        if not firm.alive or firm.age > 240:
            continue
        step = maturity(firm.age + 1.0, p.entrant_size, p.maturing) / maturity(
            firm.age, p.entrant_size, p.maturing
        )
        firm.base_heads *= step
        firm.base_labour = firm.owner_labour + (firm.base_labour - firm.owner_labour) * step
        firm.base_revenue *= step
        firm.base_wage_bill *= step
        firm.base_putout *= step
        firm.base_capital *= step


@rule
def found_firms(firms, types, workers, households, places, parameters, flows, seed, month):
    """Households found firms; a founder's firm copies the type of one that has closed. Returns how many.

    `types` are those of model/population/firm_types.py: more are founded where more have closed. A closed firm's row is
    taken over; without a free row the founding waits.
    """
    p = parameters[0]
    wish = stream_key(seed, FOUNDING, month)
    which = stream_key(seed, FIRM_TYPE, month)
    who = stream_key(seed, FOUNDER, month)
    for i in range(len(places)):
        look_for_founders(places[i], types, i, p)
    founded = row = 0
    at = -1
    scale = 0.0
    for h in range(len(households)):
        household = households[h]
        place = places[household.place]
        if household.place != at:
            at = int(household.place)
            scale = place.entry_scale * place.capacity_firms
            scale *= opportunity(place.surplus, p.entry_response)
        draw = uniform(wish, household.id)
        # Means and prospects only lower the chance, so that they are reckoned for few.
        if draw >= scale or draw >= drawn_to_found(household, place, scale, p):
            continue
        gender = 1 if uniform_pair(who, household.id, 0) < place.women_owners else 0
        owner = choose_founder(workers, household, gender)
        if owner < 0:
            continue
        row = next_free_row(firms, row)
        if row >= len(firms):
            break
        t = choose_type(types, household.place, which, household.id)
        types.openings[t] -= 1
        begin(firms, row, types.rows[t], workers, owner, households, h, p, flows)
        place.entries += 1.0
        founded += 1
    return founded


@rule
def look_for_founders(place, types, number, p):
    """Set how many founders a place has room for this month and what it costs to start; nobody has founded yet."""
    place.entries = 0.0
    missing = 0
    for t in range(types.start[number], types.start[number + 1]):
        missing += types.openings[t]
    wanting = market_firms(place.base_firms, place.market, p.market_room)
    place.capacity_firms = capacity_for_founders(
        missing + wanting, p.exit_yearly * place.base_firms, p.openings_years
    )
    place.step_cost = step_cost(place, p)


@rule
def next_free_row(firms, row):
    """The first row from `row` on whose firm has closed; the number of rows when there is none."""
    while row < len(firms) and firms[row].alive:
        row += 1
    return row


@rule
def choose_type(types, place, key, identity):
    """Row of the type that a founder copies, by how likely each is to close: among the missing types if there are any.

    The largest u^(1/w) falls on each type with its weight w; one opening more or less changes no other founder's.
    """
    start, stop = types.start[place], types.start[place + 1]
    missing = False
    for t in range(start, stop):
        missing = missing or types.openings[t] > 0
    chosen = stop - 1
    best = -1e300
    for t in range(start, stop):
        weight = float(max(types.openings[t], 0)) if missing else types.weight[t]
        if weight <= 0.0:
            continue
        luck = math.log(uniform_pair(key, identity, types.rows[t].id)) / weight
        if luck > best:
            best = luck
            chosen = t
    return chosen


@rule
def count_firms(firms, places):
    """Set the numbers of producers and specialists, and the capacity share of each firm, as multiples of the base
    month.

    Demand handed down the tiers or sold at home is shared by whoever is in business: when firms close, those that
    stay get their work.
    """
    for i in range(len(places)):
        place = places[i]
        place.firms = place.specialists = 0.0
        putout = stages = home = 0.0
        for f in range(len(firms)):
            firm = firms[f]
            if not firm.alive or firm.place != i:
                continue
            place.firms += 1.0
            if firm.tier == EXPORTER:
                home += firm.base_revenue * (1.0 - firm.export_share)
            elif firm.tier == SUBCONTRACTOR:
                putout += firm.base_revenue
            else:
                stages += firm.base_revenue
                place.specialists += 1.0
        place.density = place.firms / place.base_firms
        rows = place.specialist_rows
        place.specialists = place.specialists / rows if rows > 0.0 else 1.0
        place.capacity_putout = capacity_share(place.base_putout, putout)
        place.capacity_stages = capacity_share(place.base_stage_sales, stages)
        place.capacity_home = capacity_share(place.base_home_sales, home)


@rule
def capacity_share(base, now):
    """Work for one firm as others close or are founded: base capacity over capacity now, between 0.2 and 5."""
    if base <= 0.0 or now <= 0.0:
        return 1.0
    return min(max(base / now, 0.2), 5.0)
