"""Where each policy should bite, on what, and in which direction its mechanism says.

An outcome is the mean over the months of a run in the cluster; `sign` is that of with less without, on the same luck.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from poverty_nodes.model.ledger import STANDARDS_MET
from poverty_nodes.model.month import Month
from poverty_nodes.model.policies import Policy
from poverty_nodes.model.shocks import ClosureOrder, Shock
from poverty_nodes.model.state import State, Table
from poverty_nodes.scenarios.shocks import settle
from tests.small_economy import cluster, rough_economy

Outcome = Callable[[State], float]
People = Callable[[Table], np.ndarray]
FEMALE = 1


def place(name: str) -> Outcome:
    """A field of the cluster."""
    return lambda state: float(state.places[name][0])


def firms(name: str, how: Callable[[np.ndarray], float] = np.sum) -> Outcome:
    """A field of the cluster's firms in business, added up or averaged."""

    def outcome(state: State) -> float:
        table = state.firms
        return float(how(table[name][(table["alive"] == 1) & (table["place"] == 0)]))

    return outcome


def pay(posts: tuple[int, ...] = (1, 2, 3)) -> Outcome:
    """Mean pay of posts in the cluster, dollars a month."""

    def outcome(state: State) -> float:
        people = state.workers
        return float(people["wage"][(people["place"] == 0) & np.isin(people["post"], posts)].mean())

    return outcome


def share(name: str, who: People) -> Outcome:
    """Mean of a flag over some of the cluster's adults."""

    def outcome(state: State) -> float:
        people = state.workers
        return float((people[name][(people["place"] == 0) & who(people)] > 0).mean())

    return outcome


def at_work(posts: tuple[int, ...], who: People) -> Outcome:
    """How many of some of the cluster's adults hold one of these posts."""

    def outcome(state: State) -> float:
        people = state.workers
        held = np.isin(people["post"], posts) & (people["place"] == 0)
        return float((held & who(people)).sum())

    return outcome


def homes(name: str) -> Outcome:
    """A field of the cluster's households, added up."""
    return lambda state: float(state.households[name][state.households["place"] == 0].sum())


@dataclass(frozen=True)
class Bite:
    """What a policy moves, which way, and under which circumstances."""

    outcome: Outcome
    sign: int
    terms: dict[str, object] = field(default_factory=dict)
    shocks: tuple[Shock, ...] = ()
    months: int = 18


def paid(flow: int) -> Outcome:
    """A kind of payment, dollars a month in both places."""
    return lambda state: float(state.flows[flow])


def dear(cost: float) -> Shock:
    """An order to treat effluent or to close, at a fixed cost for whoever does it alone."""
    return ClosureOrder(start=2, level=0.7, notice=6, cost=cost)


BITES: dict[str, tuple[Bite, ...]] = {
    "micro_credit": (Bite(firms("capital"), +1, {"take_up": 0.6}),),
    "labour_standards": (
        Bite(pay(), +1),
        Bite(firms("profit"), -1, {"wage_floor": 1.5}),
    ),
    "code_of_conduct": (
        Bite(pay(), +1),
        Bite(firms("standard", np.mean), +1),
        Bite(place("exports"), -1, {"notice": 1, "standard": 1.0, "take_up": 1.0}),
    ),
    "cluster_development": (
        Bite(place("facility"), +1),
        Bite(firms("functional_level", np.mean), +1, {"take_up": 1.0}),
    ),
    "technology_centre": (
        Bite(firms("process_level", np.mean), +1, {"take_up": 1.0}),
        Bite(place("value_added"), +1, {"take_up": 1.0}),
    ),
    "effluent_plant": (
        Bite(firms("standard", np.mean), +1, {"saved": 0.9}, shocks=(dear(40_000.0),)),
        Bite(paid(STANDARDS_MET), -1, shocks=(dear(8_000.0),)),
    ),
    "market_linkage": (Bite(place("value_added"), +1), Bite(place("exports"), +1)),
    "procurement": (
        Bite(place("value_added"), +1, {"capacity": None}),
        Bite(place("employment"), +1, {"capacity": None}),
    ),
    "vocational_training": (Bite(share("skill", lambda w: w["age"] > 0), +1),),
    "womens_technical_training": (
        Bite(share("technical", lambda w: w["gender"] == FEMALE), +1, {"take_up": 1.0}),
        Bite(at_work((1, 2), lambda w: w["gender"] == FEMALE), +1, {"take_up": 1.0}, months=36),
    ),
    # Not medical costs: they are bounded by savings, and a few dozen injuries are a small sample.
    "safety_and_health": (
        Bite(share("sick", lambda w: w["age"] > 0), -1, {"take_up": 1.0, "avoided": 0.6}),
    ),
    "home_worker_inclusion": (Bite(pay((4,)), +1),),
    "child_care": (Bite(at_work((1, 2, 3), lambda w: w["care"] == 1), +1, {"take_up": 1.0}),),
    "social_protection": (Bite(homes("savings"), -1, {"take_up": 1.0}),),
    "cash_transfer": (Bite(homes("consumption"), +1),),
    "cooperative": (
        Bite(pay(), +1, {"input_discount": 0.0, "price_gain": 0.0, "voice": 0.6}),
        Bite(firms("inputs"), +1, {"voice": 0.0}),
    ),
    "formalisation": (Bite(firms("formal"), +1), Bite(firms("capital"), +1)),
}


def mean_outcome(bite: Bite, seed: int, policies: tuple[Policy, ...] = ()) -> float:
    """The mean of the outcome over the months of a run."""
    state = rough_economy(seed=seed, policies=policies)
    state.shocks = settle(bite.shocks, cluster())
    month, total = Month(), 0.0
    for _ in range(bite.months):
        month.advance(state)
        total += bite.outcome(state)
    return total / bite.months
