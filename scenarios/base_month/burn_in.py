"""The burn-in: the economy runs before month 0 until prices, local services, orders and posts have come to rest.

Every firm starts at its own average. Chance then sets firms apart. Because its effects are not symmetric (a good month
gains more than a bad one loses, posts are whole, cash has a floor), the economy comes to rest beside that average.
Month 0 is the month in which it has: a run that started earlier would show the way there as a drift.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.advance import months_of
from poverty_nodes.model.instruments import set_neutral
from poverty_nodes.model.month import Month
from poverty_nodes.model.phases.association import joint_action, membership
from poverty_nodes.model.phases.firms import entrant, firm_demography, upgrading
from poverty_nodes.model.phases.goods import production, supplier_rematching
from poverty_nodes.model.phases.people import lifecycle
from poverty_nodes.model.population import ring
from poverty_nodes.model.population.employment_index import index_employment
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.base_month.calibration import Calibration
from poverty_nodes.scenarios.base_month.founding import would_be_founders
from poverty_nodes.scenarios.base_month.labour_market_at_rest import (
    BEFORE,
    run_in,
    set_month_zero,
    set_paces,
)
from poverty_nodes.scenarios.base_month.population import synthesise
from poverty_nodes.scenarios.base_month.usual_tenure import MEMORY, take_usual_tenure
from poverty_nodes.scenarios.description.cluster import ClusterDescription

BURN_IN_MONTHS = 36
"""Months of the whole economy before month 0."""
USUAL = 24
"""The last of these months, whose means are what a place usually makes and spends on its joint facility."""
FIRST = BEFORE + 20_000
"""Number of the first of those months."""


class QuietMonth(Month):
    """A month before month 0: trade, work and households as ever, in a place that has the firms of its description.

    A firm that closes is founded again at once, as one of its type and by a household that the rules of founding draw,
    so that ages, debts, half-filled posts, machines that lag behind growth, new owners and those who once owned are
    those of a trade in which firms come and go. Steps of upgrading are paid for and lead nowhere, experience is that of
    a place that makes what it always made. People age, learn and are followed by heirs, and do not move.
    """

    def advance(self, state: State) -> None:
        """Advance by one month; `state.month` counts on."""
        state.month += 1
        state.flows[:] = 0.0
        state.households["income"] = 0.0
        set_neutral(state.instruments)
        self.orders(state)
        self.finance(state)
        index_employment(state)
        self.labour(state)
        index_employment(state)
        self.production(state)
        self.sales_and_pay(state)
        self.household_budgets(state)
        self.learning(state)
        self.joint_action(state)
        self.demography(state)
        self.tally(state)

    def labour(self, state: State) -> None:
        """Quits, layoffs, search and wages; the share of posts that stays empty is taken as the usual one."""
        super().labour(state)
        usual_vacancies(state)
        take_usual_tenure(state, MEMORY)

    def learning(self, state: State) -> None:
        """Firms pay for steps but stay level with the trade in the world; people age and learn as ever."""
        s = state
        lifecycle.live(
            s.workers,
            s.workspace.at_work,
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
        s.places["experience"] = 1.0

    def joint_action(self, state: State) -> None:
        """Members give and are helped, and the facility is built; how unlike members are does not change, and no
        standard is required."""
        s = state
        membership.meet(s.firms, s.workers, s.places)
        s.places["base_unlike"] = s.places["unlike"]
        joint_action.give(s.firms, s.buyers, s.places, s.parameters, s.instruments, s.flows)
        joint_action.relieve(s.firms, s.places, s.parameters, s.flows)
        joint_action.build(s.places, s.parameters, s.flows)

    def demography(self, state: State) -> None:
        """Firms close and are founded again in their own place; subcontractors find new patrons."""
        s = state
        self.closures(s)
        firm_demography.dismiss_all(s.firms, s.workers, s.workspace.at_work, s.workspace.staff)
        firm_demography.grow_up(s.firms, s.parameters)
        found_again(s)
        supplier_rematching.find_patrons(s.firms, s.parameters, s.seed, s.month)
        firm_demography.count_firms(s.firms, s.places)


def usual_vacancies(state: State) -> None:
    """Take the share of posts that stay empty now as the base of pay, access and teaching."""
    for kind in ("skilled", "regular", "casual"):
        state.places[f"base_unfilled_{kind}"] = state.places[f"unfilled_{kind}"]


def stand_level(state: State) -> None:
    """Set every firm level with the trade in the world: no steps ahead or behind."""
    firms = state.firms
    for kind in ("process", "product", "functional"):
        firms[f"{kind}_level"] = 0.0
        firms[f"{kind}_steps"] = 0
    firms["quality"] = firms["base_quality"]
    firms["functions"] = 0.0


def found_again(state: State) -> None:
    """Firms whose type is missing are founded again, in their own rows, by households that would found one now."""
    s, d = state, state.workspace
    missing = np.flatnonzero((s.firms["alive"] == 0) & (s.firms["type_number"] >= 0))
    d.openings[:] = 0
    if not len(missing):
        return
    _, turn, founder = would_be_founders(s)
    for code in range(len(s.places)):
        rows = missing[s.firms["place"][missing] == code]
        waiting = np.where(s.households["place"] == code, turn, np.inf)
        first = np.argsort(waiting, kind="stable")[: len(rows)]
        for row, home in zip(rows, first, strict=True):
            # Where nobody else can found, the old owner does.
            able = waiting[home] < np.inf
            home = int(home if able else s.firms["household"][row])
            owner = int(founder[home] if able else s.firms["owner"][row])
            kind = d.types[s.firms["type_number"][row]]
            entrant.begin(
                s.firms, row, kind, s.workers, owner, s.households, home, s.parameters[0], s.flows
            )
    ring.rebuild(s)


def run_burn_in(state: State, months: int = BURN_IN_MONTHS) -> None:
    """Run so many quiet months, then measure month 0 against where the economy rests."""
    made: list[NDArray[np.float64]] = []
    market: list[NDArray[np.float64]] = []
    exporters = []
    facility = [state.places["facility"].copy()]
    state.month = FIRST
    for _ in months_of(state, QuietMonth(), FIRST + months):
        if len(made) == months - USUAL:
            # Sales have come to rest beside the description by now; overheads would follow for years.
            state.firms["usual_sales"] = state.firms["revenue"]
        made.append(state.places["made"].copy())
        market.append(state.places["market"].copy())
        exporters.append(state.places["exporters"].copy())
        facility.append(state.places["facility"].copy())
    wear = float(state.parameters["facility_wear"][0])
    spent = usual_spending(np.array(facility[-USUAL - 1 :]), wear)
    state.places["base_exporters"] = np.mean(exporters[-USUAL:], axis=0)
    settle(state, np.mean(made[-USUAL:], axis=0), np.mean(market[-USUAL:], axis=0), spent)


def usual_spending(facility: NDArray[np.float64], wear: float) -> NDArray[np.float64]:
    """What was spent a month on the joint facility (places,), over the base, as its path (months + 1, places) tells.

    In a month J' = J + w (spent - J), so that spent = J + (J' - J)/w (model/rules/joint_action.py).

    >>> usual_spending(np.array([[1.0], [0.95], [0.9025]]), 0.1).round(6)
    array([0.4875])
    """
    before, after = facility[:-1], facility[1:]
    return np.asarray((before + (after - before) / wear).mean(axis=0))


def settle(
    state: State,
    made: NDArray[np.float64],
    market: NDArray[np.float64],
    spent: NDArray[np.float64],
) -> None:
    """Make the last month month 0, with which the rules compare from now on.

    `made` (places,) is what places usually make, over the description: experience goes by it, so that it neither grows
    nor fades while they make that. `market` (places,) is what is usually spent in them, which founding goes by. `spent`
    (places,) is what is usually spent on the joint facility, over what members give by description: some have no cash
    to give, and a part goes to those whose orders fall away.
    """
    places = state.places
    places["base_surplus"] *= places["surplus"]
    places["surplus"] = 1.0
    places["base_fund"] *= spent
    places["facility"] = places["returned"] = places["aspiration"] = 1.0
    usual = np.where(made > 0.0, made, 1.0)
    places["base_final"] *= usual
    places["made"] /= usual
    places["experience"] = 1.0
    places["base_market"] *= np.where(market > 0.0, market, 1.0)
    places["market"] = 1.0
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
    run_burn_in(state)
    return state
