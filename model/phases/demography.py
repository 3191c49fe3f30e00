"""Firms close, households found new ones, and young firms grow up."""

from model.draws import (
    EXIT,
    FIRM_TYPE,
    FOUNDER,
    FOUNDING,
    stream_key,
    uniform,
    uniform_pair,
)
from model.ledger import FOUNDERS_EQUITY, INVESTMENT, OUTSIDE_EQUITY
from model.phases.closing import wind_up
from model.phases.separations import dismiss, leave
from model.rule import rule
from model.rules.entry_exit import exit_hazard, founding_chance, least_investment, maturity
from model.rules.insurance import daring

ENTRANT = 1 << 40
"""Identities of entrants: this, plus 64 times the founding household's identity, plus its how-manieth firm."""
OWNER = 5
EXPORTER = 1
SUBCONTRACTOR = 2


@rule
def close_firms(firms, places, staff, parameters, households, flows, lost, seed, month):
    """Firms that cannot pay close, and others by their hazard; returns how many closed."""
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
        heads = float(staff[f, 0] + staff[f, 1] + staff[f, 2] + staff[f, 3])
        hazard = place.exit_scale * exit_hazard(
            heads, firm.age, firm.profit_ratio, p.exit_size, p.exit_youth, p.exit_profit
        )
        if firm.debt > p.debt_limit * firm.base_revenue or uniform(key, firm.id) < hazard:
            closed += 1
            place.exits += 1.0
            wind_up(firm, households, p, flows, lost)
    return closed


@rule
def dismiss_all(firms, workers, staff):
    """Everybody who worked for or owned a closed firm is outside from now on."""
    for w in range(len(workers)):
        if workers[w].post > 0 and not firms[workers[w].employer].alive:
            dismiss(workers[w])
    for f in range(len(firms)):
        if not firms[f].alive:
            staff[f, :] = 0
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
def found_firms(
    firms,
    types,
    type_start,
    type_steps,
    workers,
    households,
    places,
    parameters,
    flows,
    seed,
    month,
):
    """Households found firms; a founder's firm copies the type of a firm that might have closed. Returns how many.

    `types` are the base month's firms, `type_steps` their cumulated weights by place (`type_start`, places + 1). A
    closed firm's row is taken over; without a free row the founding waits.
    """
    p = parameters[0]
    wish = stream_key(seed, FOUNDING, month)
    which = stream_key(seed, FIRM_TYPE, month)
    who = stream_key(seed, FOUNDER, month)
    founded = 0
    row = 0
    for i in range(len(places)):
        place = places[i]
        place.entries = 0.0
        place.step_cost = least_investment(
            p.whole_process,
            place.specialists * place.base_specialists,
            p.stages_half,
            p.stages_floor,
        )
    for h in range(len(households)):
        household = households[h]
        place = places[household.place]
        expected = p.founder_income * place.wage_skilled_regular * place.surplus
        expected = daring(expected, household.insured_job, p.insurance_dares)
        chance = founding_chance(
            place.entry_scale,
            household.savings,
            p.family_credit * household.smoothed_income,
            place.step_cost,
            household.smoothed_income / household.adults,
            expected,
        )
        if uniform(wish, household.id) >= chance:
            continue
        gender = 1 if uniform_pair(who, household.id, 0) < place.women_owners else 0
        owner = choose_founder(workers, household, gender)
        if owner < 0:
            continue
        while row < len(firms) and firms[row].alive:
            row += 1
        if row >= len(firms):
            break
        start = type_start[household.place]
        stop = type_start[household.place + 1]
        point = uniform_pair(which, household.id, 1) * type_steps[stop - 1]
        t = start
        while t < stop - 1 and type_steps[t] < point:
            t += 1
        begin(firms[row], types[t], workers, owner, household, p, flows)
        firms[row].household = h
        workers[owner].employer = row
        place.entries += 1.0
        founded += 1
    return founded


@rule
def choose_founder(workers, household, gender):
    """Row of the founder: the most skilled adult of that gender who owns nothing yet, else of the other; or -1."""
    for turn in range(2):
        best = -1
        for w in range(household.first_worker, household.first_worker + household.adults):
            worker = workers[w]
            wanted = worker.gender == gender if turn == 0 else worker.gender != gender
            if wanted and worker.post != OWNER and (best < 0 or worker.skill > workers[best].skill):
                best = w
        if best >= 0:
            return best
    return -1


@rule
def begin(firm, type_of, workers, owner, household, p, flows):
    """A new firm in a free row: its type at entrant's size, paid by the founder and, beyond her means, by partners."""
    small = maturity(0.0, p.entrant_size, p.maturing) / maturity(
        type_of.age, p.entrant_size, p.maturing
    )
    if workers[owner].post > 0:
        leave(workers[owner])
    workers[owner].post = OWNER
    firm.id = ENTRANT + 64 * household.id + household.founded
    household.founded += 1
    firm.owner = owner
    firm.place = type_of.place
    firm.tier = type_of.tier
    firm.formal = type_of.formal
    firm.member = type_of.member
    firm.buyer = type_of.buyer
    firm.patron = -1
    firm.age = 0
    firm.alive = 1
    firm.monitored = 0
    firm.evasion = 0
    firm.process_steps = firm.product_steps = firm.functional_steps = 0
    firm.export_share = type_of.export_share
    firm.capital_elasticity = type_of.capital_elasticity
    firm.own_rate = type_of.own_rate
    firm.base_price = type_of.base_price
    firm.quality = firm.base_quality = type_of.base_quality
    firm.tie = firm.base_tie = type_of.base_tie
    firm.standard = type_of.standard
    firm.functions = type_of.functions
    firm.trust = type_of.trust
    firm.contribution = type_of.contribution
    firm.share_skilled_regular = type_of.share_skilled_regular
    firm.share_regular = type_of.share_regular
    firm.share_casual = type_of.share_casual
    firm.share_homework = type_of.share_homework
    firm.owner_labour = type_of.owner_labour
    firm.size_premium = firm.premium = type_of.size_premium
    firm.putout_share = type_of.putout_share
    firm.base_heads = type_of.base_heads * small
    firm.base_labour = type_of.owner_labour + (type_of.base_labour - type_of.owner_labour) * small
    firm.base_revenue = type_of.base_revenue * small
    firm.base_wage_bill = type_of.base_wage_bill * small
    firm.base_putout = type_of.base_putout * small
    firm.base_capital = type_of.base_capital * small
    firm.shock = 0.0
    firm.productivity = type_of.productivity
    firm.order_weight = firm.demand = firm.expected_demand = firm.planned_output = 1.0
    firm.price_factor = firm.volume_putout = firm.wage_cost = firm.profit_ratio = 1.0
    firm.own_output = firm.output = 1.0
    firm.desired_heads = firm.steady_heads = firm.base_heads
    firm.casual_shift = firm.home_shift = firm.putout_shift = firm.head_limit = 0.0
    firm.revenue = firm.base_revenue
    firm.debt = firm.micro_debt = firm.severance = firm.draw = 0.0
    firm.centre_shift = firm.home_registered = firm.home_dues = firm.safety_bill = 0.0
    firm.micro_months = firm.micro_taken = 0
    firm.capital = firm.base_capital
    cash = 0.5 * p.cash_target * firm.base_revenue
    own = min(0.8 * household.savings, firm.capital + cash)
    household.savings -= own
    flows[FOUNDERS_EQUITY] += own
    flows[OUTSIDE_EQUITY] += firm.capital + cash - own
    flows[INVESTMENT] += firm.capital
    firm.cash = cash


@rule
def count_firms(firms, places):
    """Producers and specialists as multiples of the base month, and the room that others leave for each firm.

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
        place.specialists = place.specialists / max(place.specialist_rows, 1.0)
        place.room_putout = room(place.base_putout, putout)
        place.room_stages = room(place.base_stage_sales, stages)
        place.room_home = room(place.base_home_sales, home)


@rule
def room(base, now):
    """Work for one firm as others come and go: base capacity over capacity now, between a fifth and five times."""
    if base <= 0.0 or now <= 0.0:
        return 1.0
    return min(max(base / now, 0.2), 5.0)
