"""Month 0 at rest: the labour market runs alone, then incomes, savings and local services are set.

Steps 2 and 3 of the base month (docs/model/05_initialization.md). While firms stand still, people quit, search and
match until posts, fits, tenures and reservation incomes agree with each other; then every lagged pool starts filled.
"""

from __future__ import annotations

import numpy as np

from poverty_nodes.model.month import Month
from poverty_nodes.model.phases import tally
from poverty_nodes.model.phases.finance import firm_accounts, overheads
from poverty_nodes.model.phases.firms import firm_demography, upgrading
from poverty_nodes.model.phases.firms.entrant import paid_by_partners
from poverty_nodes.model.phases.goods import foreign_buyers, production, sales
from poverty_nodes.model.phases.labour import reference_wages, separations
from poverty_nodes.model.phases.people import households, income_risk, local_services
from poverty_nodes.model.population.codes import OWNER
from poverty_nodes.model.population.employment_index import index_employment
from poverty_nodes.model.rules.lifecycle import learning_weight
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.base_month.calibration import LEVELS
from poverty_nodes.scenarios.base_month.generations import PASSED, hand_on
from poverty_nodes.scenarios.base_month.learners import learners_needed
from poverty_nodes.scenarios.base_month.usual_tenure import take_usual_tenure

BURN_IN = 36
"""Months that the labour market runs alone before month 0."""
HURRIED, HURRY = 24, 4.0
"""Of these so many months, first, in which people quit so many times as often, whatever the contract, up to `MOST`."""
REGULAR_QUITS = ("quit_skilled_regular", "quit_regular")
QUITS = (*REGULAR_QUITS, "quit_casual", "quit_homework")
MOST = 0.2
"""Largest share that leaves in such a month: casual posts, at the usual rate, just reach it."""
SETTLING = 24
"""Months more in which households also earn, spend and save."""
MEETING = 120
"""Months before those in which exporters find and lose foreign buyers, so that relations are of all ages."""
BEFORE = 1_000_000
"""Number of the first of those months."""


def run_in(state: State, months: int = BURN_IN, first: int = 0) -> None:
    """Run the labour market alone for so many months before month 0, with posts frozen and wages fixed.

    These months have far larger numbers than those of a run, so that their draws are not those of any of its months;
    `first` continues where an earlier call stopped.
    """
    index_employment(state)
    Month().pay(state)
    for step in range(months):
        live_one_month(state, BEFORE + first + step)
    state.month = 0
    state.households["income"] = 0.0
    state.firms["severance"] = 0.0
    state.flows[:] = 0.0


def live_one_month(state: State, number: int) -> None:
    """Quits, layoffs and search of one month with the posts of the base; draws are those of month `number`.

    Posts were assigned without regard to preferences, and people hold regular ones for years. So in the first months
    people quit faster, and age and learn faster still: at month 0 posts are held by people who would take them, and
    skills by people who had time to learn them.
    """
    month, workspace = Month(), state.workspace
    state.month = number
    parameters = state.parameters.copy()
    hurried = number < BEFORE + HURRIED
    income_risk.renew_shocks(
        state.workers, parameters, state.seed, number, PASSED if hurried else 1
    )
    if hurried:
        hand_on(state, number - BEFORE)
        usual = max(float(state.places["turnover"].max()), 1.0)
        for name in QUITS:
            most = MOST / usual if name in REGULAR_QUITS else MOST
            parameters[name] = np.minimum(HURRY * parameters[name], most)
    index_employment(state)
    separations.quit_posts(
        state.workers, workspace.at_work, workspace.outside, state.places, parameters, workspace.staff,
        workspace.stayed, state.seed, number,
    )  # fmt: skip
    month.layoffs(state)
    month.search(state)
    take_usual_tenure(state)
    # Pay and access of the base month do not move: the share of posts that stays empty is taken as the usual one.
    for kind in ("skilled", "regular", "casual"):
        state.places[f"base_unfilled_{kind}"] = state.places[f"unfilled_{kind}"]


def set_month_zero(state: State) -> None:
    """Wages, sales, draws, incomes, consumption, savings and local services of the base month, all consistent."""
    _meet_buyers(state)
    close_first_month(state)
    _settle_households(state)
    _fill_services_income(state)
    _set_outside_shares(state)
    firm_demography.count_firms(state.firms, state.places)
    tally.add_up(state.firms, state.places, state.parameters, state.setting)
    places = state.places
    places["base_surplus"] = places["left_over"]
    places["surplus"] = 1.0
    set_paces(state)
    state.flows[:] = 0.0
    state.firms["profit_ratio"] = 1.0
    state.firms["premium"] = state.firms["size_premium"]
    state.firms["age"] -= 1


def close_first_month(state: State) -> None:
    """One month's sales, pay and draws of firms whose orders, prices and capital are where the stationary solver
    found them."""
    s, d = state, state.workspace
    reference_wages.move_reference_wages(
        s.households, s.firms, d.staff, s.places, s.parameters, s.setting
    )
    for name in ("skilled_regular", "regular", "casual", "homework"):
        s.places[f"wage_{name}"] = s.places[f"base_wage_{name}"]
    _fill_cash(s)
    index_employment(s)
    production.labour_at_work(s.workers, d.at_work, s.firms, s.parameters, s.instruments)
    _set_demand(s)
    production.produce(s.firms, s.places, s.parameters, s.setting, s.instruments)
    prices = {name: s.places[name].copy() for name in LEVELS}
    sales.sell(s.firms, s.places, s.parameters, s.flows)
    sales.pay_suppliers(s.firms, s.places, s.parameters, s.setting, s.instruments, s.flows, d.pool)
    overheads.pay_overheads(s.firms, s.places, s.parameters, s.setting, s.flows)
    for name, level in prices.items():
        s.places[name] = level
    Month().pay(s)
    firm_accounts.close_month(
        s.firms,
        s.workers,
        s.households,
        s.parameters,
        s.setting,
        s.instruments,
        s.seed,
        s.flows,
        np.zeros(2),
    )


def _meet_buyers(state: State) -> None:
    """Ten years in which exporters find and lose foreign buyers, so that their relations are of all ages."""
    s = state
    for month in range(MEETING):
        foreign_buyers.keep_relations(
            s.firms, s.buyers, s.places, s.relations, s.parameters, s.seed, BEFORE + 30_000 + month
        )


def _set_outside_shares(state: State) -> None:
    """Partners paid as much of each firm as they would if its owner founded it now: those who are founded in place of
    others are then paid for like them, and what owners have from firms that close does not change over the years."""
    p, firms = state.parameters[0], state.firms
    for row in np.flatnonzero(firms["alive"] == 1):
        firm = firms[row]
        needed = firm["base_capital"] + 0.5 * p.cash_target * firm["base_revenue"]
        savings = state.households["savings"][firm["household"]]
        own = min(p.founder_stake * savings, needed)
        firms["outside_share"][row] = paid_by_partners(own, needed)


def _settle_households(state: State) -> None:
    """Two years of households' lives with firms standing still: what they consume and hold reflects their past.

    A household that consumed its income of one month would look poorer or richer than it is.
    """
    s, d = state, state.workspace
    owned = np.flatnonzero(s.firms["alive"] == 1)
    world = s.places["outside_pay"].copy()
    for step in range(SETTLING):
        if step:
            live_one_month(s, BEFORE + 10_000 + step)
        index_employment(s)
        s.households["income"] = 0.0
        Month().pay(s)
        np.add.at(s.households["income"], s.firms["household"][owned], s.firms["draw"][owned])
        s.workers["earnings"][s.firms["owner"][owned]] = s.firms["draw"][owned]
        s.places["services_income"] = 0.0
        s.places["outside_world"] = world
        local_services.outside_incomes(
            s.workers, d.outside, s.households, s.places, s.flows, d.weight
        )
        if not step:
            income = s.households["income"]
            s.households["smoothed_income"] = income
            s.households["savings"] = s.households["buffer_months"] * income
        households.consume_and_save(s.households, s.places, s.parameters, s.flows)
    s.month = 0
    s.firms["severance"] = 0.0


def _fill_services_income(state: State) -> None:
    """Local services earn the local part of spending; the rest of outside incomes comes from the world."""
    for code, place in enumerate(state.places):
        weight = state.workspace.weight[code]
        share = min(float(place.services_income), 0.95 * place.outside_pay * weight)
        place.services_income = place.services = share
        place.outside_world = place.outside_pay - share / weight


def _set_demand(state: State) -> None:
    """Demand where prices and volumes rest: orders are those of the base, work between firms as the stationary solver
    found it."""
    p = state.parameters[0]
    firms, place = state.firms, state.places[state.firms["place"]]
    e = p.demand_elasticity
    home = place["price_local"] ** (e - p.local_elasticity)
    abroad = place["price_export"] ** (e - p.export_elasticity)
    share = firms["export_share"]
    volume = np.where(firms["buyer"] >= 0, state.buyers["volume"][firms["buyer"]], 1.0)
    sold = share * abroad * volume * firms["reach"]
    both = (1.0 - share) * home + sold
    firms["abroad_part"] = sold / both
    exporters = place["demand_scale"] * both
    putout = (
        place["putout_scale"]
        * place["putout"]
        * place["price_putout"] ** (e - p.derived_elasticity)
    )
    stages = (
        place["stage_scale"] * place["inputs"] * place["price_input"] ** (e - p.derived_elasticity)
    )
    demand = np.choose(firms["tier"], [np.ones(len(firms)), exporters, putout, stages])
    firms["demand"] = firms["expected_demand"] = demand
    puts = firms["putout_share"] > 0
    firms["volume_putout"] = np.where(puts, place["putout"], 0.0)


def _fill_cash(state: State) -> None:
    """Cash at its target, investment at replacement, so that an owner draws the long-run profit."""
    p = state.parameters[0]
    firms = state.firms
    firms["cash"] = p.cash_target * firms["base_revenue"]
    firms["capital"] = firms["base_capital"] * state.places["capital_level"][firms["place"]]
    firms["investment"] = p.depreciation * firms["capital"]
    firms["cash"] -= firms["investment"]
    firms["debt"] = 0.0


def set_paces(state: State) -> None:
    """Set what keeps the economy stationary: upgrading at the world's pace, and learning that replaces the retired."""
    s = state
    p = s.parameters[0]
    upgrading.set_base_pace(s.firms, s.buyers, s.places, s.parameters)
    firms, types = s.firms, s.workspace.types
    alive = np.flatnonzero(firms["alive"] == 1)
    scale = s.workspace.pace_scale[firms["place"][alive], firms["tier"][alive] - 1]
    for kind, name in enumerate(("process_pace", "product_pace", "functional_pace")):
        firms[name][alive] *= scale[:, kind]
        types[name][firms["type_number"][alive]] = firms[name][alive]
    w = s.workers
    weight = np.array([learning_weight(post) for post in range(6)])[w["post"]] * (w["skill"] == 0)
    learned = (w["skill"] == 1) & (w["post"] != OWNER)
    left = p.retirement_age - w["age"]
    for code, place in enumerate(s.places):
        for gender, name in enumerate(("learn_men", "learn_women")):
            mine = (w["place"] == code) & (w["gender"] == gender)
            needed = learners_needed(left[mine & learned], left[mine], weight[mine])
            place[name] = min(needed / max(weight[mine].sum(), 1.0), 0.05)
        place.base_prospect = (
            place.slack * place.outside_pay + (1.0 - place.slack) * place.wage_regular
        )
