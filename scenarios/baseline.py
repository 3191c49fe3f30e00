"""Month 0 made stationary: the labour market runs itself in, then incomes, savings and tills are set.

Step 2 and 3 of the base month (docs/model.md): with firms frozen, people quit, search and match until posts, fits,
tenures and reservation incomes agree with each other; then every lagged pool starts filled.
"""

from __future__ import annotations

import numpy as np

from model.month import Month
from model.phases import (
    accounts,
    demography,
    households,
    lifecycle,
    pay,
    production,
    sales,
    separations,
    tally,
    upgrading,
    wage_setting,
)
from model.rules.lifecycle import learning_weight
from model.state import State

BURN_IN = 60
"""Months that the labour market runs alone before month 0."""
BEFORE = 1_000_000
"""Number of the first of those months."""


def run_in(state: State, months: int = BURN_IN, first: int = 0) -> None:
    """Run the labour market alone for so many months before month 0, with posts frozen and wages fixed.

    These months are numbered from far off, so that their luck is not that of any month of the run; `first` goes on
    where an earlier call stopped.
    """
    month, desk, s = Month(), state.desk, state
    pay.pay_wages(
        s.workers, s.firms, s.households, s.places, s.parameters, s.setting, s.levers, s.flows
    )
    for step in range(months):
        state.month = BEFORE + first + step
        separations.quit_posts(state.workers, state.parameters, desk.staff, state.seed, state.month)
        month.layoffs(state)
        month.search(state)
    state.month = 0
    state.households["income"] = 0.0
    state.firms["severance"] = 0.0
    state.flows[:] = 0.0


def set_month_zero(state: State) -> None:
    """Wages, sales, draws, incomes, consumption, savings and tills of the base month, all consistent.

    Households save what they aim at and consume their income; each place's till holds the local part of that
    spending, and what outside incomes exceed it by comes from the world.
    """
    s, d = state, state.desk
    p = s.parameters[0]
    wage_setting.move_reference_wages(s.workers, s.places, s.parameters, s.setting)
    for name in ("skilled_regular", "regular", "casual", "homework"):
        s.places[f"wage_{name}"] = s.places[f"base_wage_{name}"]
    production.labour_at_work(s.workers, s.firms, s.parameters, s.levers)
    production.produce(s.firms, s.places, s.parameters)
    s.firms["volume_putout"] = np.where(s.firms["putout_share"] > 0, 1.0, 0.0)
    sales.sell(s.firms, s.places, s.parameters, s.flows)
    for name in ("price_export", "price_local", "price_putout", "price_input"):
        s.places[name] = 1.0
    sales.pay_suppliers(s.firms, s.places, s.parameters, s.setting, s.levers, s.flows, d.pool)
    pay.pay_wages(
        s.workers, s.firms, s.households, s.places, s.parameters, s.setting, s.levers, s.flows
    )
    _fill_cash(s)
    accounts.close_month(
        s.firms, s.workers, s.households, s.parameters, s.levers, s.seed, s.flows, np.zeros(2)
    )
    for place in s.places:
        place.till = 0.0
    households.outside_incomes(s.workers, s.households, s.places, s.flows, d.weight)
    income = s.households["income"]
    s.households["smoothed_income"] = income
    s.households["consumption"] = income
    s.households["savings"] = s.households["buffer_months"] * income
    spent = np.minimum(income, p.local_ceiling * s.households["size"]) * p.local_spending
    local = np.bincount(s.households["place"], weights=spent, minlength=len(s.places))
    for code, place in enumerate(s.places):
        share = min(local[code], 0.95 * place.outside_pay * d.weight[code])
        place.till = place.services = share
        place.outside_world = place.outside_pay - share / d.weight[code]
    demography.count_firms(s.firms, s.places)
    tally.add_up(s.firms, s.places, s.parameters)
    s.places["base_surplus"] = (s.places["value_added"] - s.places["wage_bill"]) / s.places["firms"]
    s.places["surplus"] = 1.0
    _set_paces(s)
    s.flows[:] = 0.0
    s.firms["profit_ratio"] = 1.0
    s.firms["premium"] = s.firms["size_premium"]
    s.firms["age"] -= 1


def _fill_cash(state: State) -> None:
    """Cash at its target, investment at replacement: what a firm draws is then its lasting profit."""
    p = state.parameters[0]
    firms = state.firms
    firms["cash"] = p.cash_target * firms["base_revenue"]
    firms["investment"] = p.depreciation * firms["capital"]
    firms["cash"] -= firms["investment"]
    firms["debt"] = 0.0


def _set_paces(state: State) -> None:
    """What keeps a standing economy standing: upgrading at the world's pace, learning that replaces the retired."""
    s = state
    p = s.parameters[0]
    upgrading.set_base_pace(s.firms, s.buyers, s.parameters)
    w = s.workers
    weight = np.array([learning_weight(post) for post in range(6)])[w["post"]] * (w["skill"] == 0)
    leaving = 1.0 / (p.retirement_age - lifecycle.YOUNGEST)
    for code, place in enumerate(s.places):
        for gender, name in enumerate(("learn_men", "learn_women")):
            mine = (w["place"] == code) & (w["gender"] == gender)
            needed = leaving * (w["skill"][mine] == 1).sum()
            place[name] = min(needed / max(weight[mine].sum(), 1.0), 0.05)
        place.base_prospect = (
            place.slack * place.outside_pay + (1.0 - place.slack) * place.wage_regular
        )
