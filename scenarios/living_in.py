"""The economy lives itself in before month 0: prices, tills, orders and posts find where they rest.

Every firm starts as its own average. Luck then sets firms apart, and because luck is lopsided (a good month gains more
than a bad one loses, posts are whole, cash has a floor) the whole comes to rest beside that average. Month 0 is taken
when it has: a run that started earlier would show the way there as a drift.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from model.levers import NEUTRAL
from model.month import Month
from model.phases import (
    demography,
    joint_action,
    lifecycle,
    newcomer,
    production,
    relinking,
    upgrading,
)
from model.population import ring
from model.population.roll_call import call_roll
from model.state import State
from scenarios.baseline import BEFORE, run_in, set_month_zero, set_paces
from scenarios.calibration import Calibration
from scenarios.cluster import ClusterDescription
from scenarios.population import synthesise

LIVED_IN = 36
"""Months of the whole economy before month 0."""
FIRST = BEFORE + 20_000
"""Number of the first of those months."""


class QuietMonth(Month):
    """A month before month 0: trade, work and households as ever, in a place that has the firms of its description.

    A firm that closes is founded again at once, by its owner and as one of its type, so that ages, debts, half-filled
    posts and machines that lag behind growth are those of a trade in which firms come and go. Steps of upgrading are
    paid for and lead nowhere. People age, learn and are followed by heirs, and do not move between places.
    """

    def advance(self, state: State) -> None:
        """Live through one month; `state.month` counts on."""
        state.month += 1
        state.flows[:] = 0.0
        state.households["income"] = 0.0
        state.levers[:] = NEUTRAL
        self.orders(state)
        self.finance(state)
        call_roll(state)
        self.labour(state)
        call_roll(state)
        self.production(state)
        self.sales_and_pay(state)
        self.household_budgets(state)
        self.learning(state)
        self.joint_action(state)
        self.demography(state)
        self.tally(state)

    def labour(self, state: State) -> None:
        """Quits, layoffs, search and wages; whatever share of posts stays empty is the usual one."""
        super().labour(state)
        usual_vacancies(state)

    def learning(self, state: State) -> None:
        """Steps cost what they cost, and every firm stays level with the trade in the world; people live on."""
        s = state
        lifecycle.live(
            s.workers,
            s.desk.at_work,
            s.firms,
            s.households,
            s.places,
            s.parameters,
            s.flows,
            s.seed,
            s.month,
        )
        upgrading.upgrade(s.firms, s.buyers, s.places, s.parameters, s.flows, s.seed, s.month)
        stand_level(s)
        production.gain_experience(s.firms, s.places, s.parameters)

    def joint_action(self, state: State) -> None:
        """Members give and the facility is built; there is no standard to meet."""
        s = state
        joint_action.give(s.firms, s.buyers, s.places, s.parameters, s.levers, s.flows)
        joint_action.build(s.places, s.parameters, s.flows)

    def demography(self, state: State) -> None:
        """Firms close and are founded again in their own place; subcontractors find new patrons."""
        s = state
        self.closures(s)
        demography.dismiss_all(s.firms, s.workers, s.desk.staff)
        demography.grow_up(s.firms, s.parameters)
        found_again(s)
        relinking.find_patrons(s.firms, s.parameters, s.seed, s.month)
        demography.count_firms(s.firms, s.places)


def usual_vacancies(state: State) -> None:
    """The posts that stay empty now are what pay, doors and teaching are used to."""
    for kind in ("skilled", "regular", "casual"):
        state.places[f"base_unfilled_{kind}"] = state.places[f"unfilled_{kind}"]


def stand_level(state: State) -> None:
    """Every firm where the trade in the world is: no steps ahead or behind."""
    firms = state.firms
    for kind in ("process", "product", "functional"):
        firms[f"{kind}_level"] = 0.0
        firms[f"{kind}_steps"] = 0
    firms["quality"] = firms["base_quality"]
    firms["functions"] = 0.0


def found_again(state: State) -> None:
    """Firms whose type is missing are founded again, in their own rows and by their own owners."""
    s, d = state, state.desk
    missing = np.flatnonzero((s.firms["alive"] == 0) & (s.firms["type_number"] >= 0))
    for row in missing:
        firm = s.firms[row]
        owner, home = int(firm["owner"]), int(firm["household"])
        kind, household = d.types[firm["type_number"]], s.households[home]
        # What the owner got for the old firm stays hers, as if somebody else had founded the new one.
        kept = float(household["savings"])
        household["savings"] = 0.0
        newcomer.begin(firm, kind, s.workers, owner, household, s.parameters[0], s.flows)
        household["savings"] = kept
        firm["household"] = home
        s.workers["employer"][owner] = row
    d.openings[:] = 0
    if len(missing):
        ring.rebuild(s)


def live_in(state: State, months: int = LIVED_IN) -> None:
    """So many quiet months, after which month 0 is measured against where the economy rests."""
    month = QuietMonth()
    state.month = FIRST
    for _ in range(months):
        month.advance(state)
    settle(state)


def settle(state: State) -> None:
    """Make the month just lived through month 0: what the rules compare with their base is compared with it."""
    places = state.places
    places["base_surplus"] *= places["surplus"]
    places["surplus"] = 1.0
    places["base_fund"] *= places["facility"]
    places["facility"] = places["returned"] = places["aspiration"] = 1.0
    places["base_final"] *= places["experience"]
    places["made"] /= np.maximum(places["experience"], 1e-9)
    places["experience"] = 1.0
    places["exits"] = places["entries"] = 0.0
    set_paces(state)
    state.month = 0
    state.flows[:] = 0.0
    state.conservation = 0.0


def start(
    cluster: ClusterDescription,
    solved: Calibration,
    scale: float,
    parameters: Mapping[str, float],
    seed: int,
) -> State:
    """Month 0 of one seed under a calibration."""
    state = synthesise(cluster, solved, scale, parameters, seed)
    run_in(state)
    set_month_zero(state)
    live_in(state)
    return state
