"""One more household or firm changes nobody else's luck: draws hang on identity alone."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

import numpy as np
import pytest
from numpy.typing import NDArray

from poverty_nodes.model.month import Month
from poverty_nodes.model.phases.firms import firm_demography, upgrading
from poverty_nodes.model.phases.firms.entrant import ENTRANT
from poverty_nodes.model.phases.goods import orders, production
from poverty_nodes.model.phases.labour import labour_demand, separations
from poverty_nodes.model.phases.people import lifecycle
from poverty_nodes.model.population.employment_index import rows_by_post
from poverty_nodes.model.state import State
from tests.laws.entrants import with_firm, with_household
from tests.small_economy import CREDIT, STANDARDS, live, rough_economy

Decision = Callable[[State], None]


def quits(s: State) -> None:
    """Who leaves a post."""
    at_work, outside = rows_by_post(s.workers)
    separations.quit_posts(
        s.workers, at_work, outside, s.places, s.parameters, s.workspace.staff, np.empty_like(at_work), s.seed, 3
    )  # fmt: skip


def productivity(s: State) -> None:
    """Firms' passing shocks."""
    production.move_productivity(s.firms, s.parameters, s.seed, 3)


def posts(s: State) -> None:
    """The rounding of fractional posts to whole ones, left in `desired_heads` and targets."""
    labour_demand.plan_posts(
        s.firms, s.places, s.parameters, s.setting, s.instruments, s.workspace.target, s.workspace.post_scale,
        s.seed,
    )  # fmt: skip


def buyers(s: State) -> None:
    """Buyers' order shocks."""
    orders.place_orders(s.buyers, s.parameters, s.instruments, s.seed, 3)


def lives(s: State) -> None:
    """Ageing, injuries and learning."""
    lifecycle.live(
        s.workers,
        rows_by_post(s.workers)[0],
        s.firms,
        s.households,
        s.places,
        s.parameters,
        s.flows,
        s.seed,
        3,
    )


def upgrades(s: State) -> None:
    """Upgrading steps."""
    upgrading.upgrade(s.firms, s.buyers, s.places, s.parameters, s.flows, s.seed, 3)


def exits(s: State) -> None:
    """Firms that close."""
    s.places["exit_scale"] *= 30.0
    firm_demography.close_firms(
        s.firms, s.places, s.workspace.openings, s.parameters, s.households, s.flows, np.zeros(2), s.seed, 3,
    )  # fmt: skip


def foundings(s: State) -> None:
    """Households that found firms, and the types of what they found."""
    d = s.workspace
    s.places["entry_scale"] *= 5.0  # not so many that free rows run out
    firm_demography.found_firms(
        s.firms, d.firm_types, s.workers, s.households, s.places, s.parameters, s.flows, s.seed, 3,
    )  # fmt: skip


def programmes(s: State) -> None:
    """Take-up of loans and the pick of inspectors."""
    month = Month()
    month.calendar(s)
    month.finance(s)
    month.standards(s)


def search(s: State) -> None:
    """Who looks for a post, whom they meet, which offers reach them and what they take."""
    posts(s)
    quits(s)
    month = Month()
    month.layoffs(s)
    month.search(s)


DECISIONS = (quits, productivity, posts, buyers, lives, upgrades, exits, programmes, search)
PACKAGE = tuple(policy.model_copy(update={"start": 1}) for policy in (CREDIT, STANDARDS))
OWN = ("post", "employer", "skill", "sick", "age", "id", "tenure", "fit", "wage")


@pytest.fixture(scope="module")
def town() -> State:
    """An economy some months old, with both policies about to start."""
    return live(rough_economy(seed=11, policies=PACKAGE), 0)


def others(state: State, rows: int, firms: NDArray[np.intp]) -> dict[str, NDArray[np.generic]]:
    """Everything of those who were there before: people by row, firms by row, buyers."""
    seen: dict[str, NDArray[np.generic]] = {name: state.workers[name][:rows] for name in OWN}
    for name in state.firms.dtype.names or ():
        seen[f"firm.{name}"] = state.firms[name][firms]
    seen["buyers"] = state.buyers["state"]
    seen["target"] = state.workspace.target[firms]
    return seen


@pytest.mark.parametrize("decide", DECISIONS, ids=lambda decide: decide.__name__)
@pytest.mark.parametrize("entrant", ["household", "firm"])
def test_a_entrant_changes_nobody_elses_luck(town: State, decide: Decision, entrant: str) -> None:
    before = deepcopy(town)
    incumbents = np.flatnonzero(before.firms["alive"] == 1)
    if entrant == "household":
        after = with_household(before)
    else:
        after, row = with_firm(before)
        after.workspace.post_scale[:] = before.workspace.post_scale
        # A firm without open posts: what its vacancies change is economics and tested below.
        after.firms["base_heads"][row] = after.firms["desired_heads"][row] = 0.0
        after.firms["steady_heads"][row] = 0.0
    decide(before)
    decide(after)
    one = others(before, len(before.workers), incumbents)
    other = others(after, len(before.workers), incumbents)
    assert [name for name in one if not np.array_equal(one[name], other[name])] == []


@pytest.mark.parametrize("decide", DECISIONS, ids=lambda decide: decide.__name__)
def test_each_decision_really_draws(town: State, decide: Decision) -> None:
    """The same decision under another seed comes out differently: the law above is not empty."""
    one, other = deepcopy(town), deepcopy(town)
    other.seed += 1
    decide(one)
    decide(other)
    incumbents = np.flatnonzero(town.firms["alive"] == 1)
    before, after = (others(each, len(town.workers), incumbents) for each in (one, other))
    assert [name for name in before if not np.array_equal(before[name], after[name])] != []


def test_the_vacancies_of_a_new_firm_touch_a_few_people_only(town: State) -> None:
    """Through a whole month: those who met the entrant's posts, and whom they made room for."""
    before = deepcopy(town)
    after, _ = with_firm(before)
    live(before, 1)
    live(after, 1)
    rows = len(before.workers)
    moved = before.workers["employer"] != after.workers["employer"][:rows]
    posts_open = 10
    assert moved.sum() <= 3 * posts_open


def test_the_order_of_programmes_and_the_ring_of_others_stay_when_a_firm_is_added(
    town: State,
) -> None:
    after, row = with_firm(town)
    alive = set(np.flatnonzero(town.firms["alive"] == 1))
    assert [f for f in after.queue if f in alive] == [f for f in town.queue if f in alive]
    kept = after.workspace.ring_firm != row
    assert np.array_equal(after.workspace.ring_firm[kept], town.workspace.ring_firm)
    assert np.array_equal(after.workspace.ring_key[kept], town.workspace.ring_key)


@pytest.mark.parametrize("entrant", [with_household, lambda state: with_firm(state)[0]])
def test_a_entrant_changes_nobody_elses_founding(
    town: State, entrant: Callable[[State], State]
) -> None:
    """Which row an entrant takes does not matter: entrants are told by identity."""
    before, after = deepcopy(town), entrant(town)
    entrants = []
    for state in (before, after):
        foundings(state)
        new = state.firms[state.firms["id"] >= ENTRANT]
        new = new[new["household"] < len(town.households)]
        entrants.append(sorted(zip(new["id"], new["tier"], new["base_revenue"], strict=True)))
    assert len(entrants[0]) > 2
    assert entrants[0] == entrants[1]


@pytest.mark.slow
def test_a_entrant_leaves_most_lives_as_they_were_for_two_years(town: State) -> None:
    """Economic ties spread slowly: in the prototype 92 % were with the same employer."""
    before, after = deepcopy(town), with_firm(town)[0]
    live(before, 24)
    live(after, 24)
    rows = len(before.workers)
    at_work = before.workers["post"] > 0
    mine = before.firms["id"][before.workers["employer"]]
    theirs = after.firms["id"][after.workers["employer"][:rows]]
    same = (mine == theirs)[at_work] & (after.workers["post"][:rows] > 0)[at_work]
    assert same.mean() > 0.5
