"""One seed's runs without the package and with each component alone, until each component has had its chance.

A component *bites* from the first month in which anybody's life, or any firm's business, differs from the same month
without it. Its dry month is the first one at full strength. Components are tried as if a donor paid: a levy on firms is
felt by itself, and would hide that a component does nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.runs.simulate import Observer, month_by_month
from poverty_nodes.model.measures.outreach import Outreach, people_in
from poverty_nodes.model.phases.programmes.programmes import tables_of
from poverty_nodes.model.policies import Policy
from poverty_nodes.model.population.standing import contracts_of, tiers_of
from poverty_nodes.model.shocks import Shock
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.scenario import Scenario

CHANCE = 12
"""Months after full strength, or after a shock has come, in which a component must be felt: some act by chance."""
LIVED = {
    "households": ("income", "consumption", "savings"),
    "workers": ("post", "employer", "wage", "skill", "sick"),
    "firms": ("alive", "formal", "member", "revenue", "cash", "capital", "quality", "standard"),
}
"""The fields that tell whether a life or a business differs."""


@dataclass
class PreChecked:
    """What one component did; people and units as simulated, `cost` in dollars at the real scale.

    `eligible` and `reached` flag adults (workers,) in the dry month, `units` counts the units of the policy;
    `standing` says how those adults stand then (gender, contract and so on, as codes, and decile).
    `felt` is the first month in which it bites, None if it never does, `with_others` whether it needs the package.
    """

    policy: Policy
    dry_month: int | None = None
    eligible: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, dtype=np.bool_))
    reached: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, dtype=np.bool_))
    standing: Mapping[str, NDArray[np.integer]] = field(default_factory=dict)
    units: tuple[float, float] = (0.0, 0.0)
    cost: float = 0.0
    felt: int | None = None
    with_others: bool = False


Told = Callable[[int, int], None]


def _tell_nobody(done: int, of: int) -> None:
    """Nobody waits."""


def pre_check(question: Question, told: Told = _tell_nobody) -> tuple[float, list[PreChecked]]:
    """The scale, and what each component of the package does; nothing is kept.

    `told` is called with how many months of how many have been lived through.
    """
    scenario = question.to_scenarios()["without"]
    seed, last = question.first_seed, last_month(question)
    components = {each.name: (each,) for each in question.package}
    found = {name: PreChecked(policies[0]) for name, policies in components.items()}
    _try_alone(_arms(scenario, components), seed, last, found, told)
    silent = [name for name, each in found.items() if each.felt is None and each.dry_month]
    if silent and len(components) > 1:
        _try_among_others(scenario, question.package, silent, seed, last, found, told)
    return question.share, list(found.values())


def _arms(scenario: Scenario, components: Mapping[str, tuple[Policy, ...]]) -> dict[str, Scenario]:
    """The scenario without policies, under "", and with each set of them, all paid by a donor."""
    arms = {
        name: tuple(each.model_copy(update={"payer": "donor"}) for each in policies)
        for name, policies in components.items()
    }
    return {
        name: replace(scenario, policies=policies) for name, policies in {"": (), **arms}.items()
    }


def last_month(question: Question) -> int:
    """The last month that has to be run: each component at full strength, each shock arrived, and a year more."""
    begun = [each.start + each.ramp for each in question.policies]
    begun += [_arrived(each) for each in question.shocks.values()]
    return min(question.months, max(begun, default=0) + CHANCE)


def _arrived(shock: Shock) -> int:
    """The month in which a shock is there in full, its notice over."""
    return shock.start + int(getattr(shock, "notice", 0)) + int(getattr(shock, "ramp", 0))


def _try_alone(
    arms: Mapping[str, Scenario],
    seed: int,
    last: int,
    found: dict[str, PreChecked],
    told: Told,
) -> None:
    """Run all arms side by side; stop when every component has been seen and felt."""
    for number, states in _side_by_side(arms, seed, last, found):
        told(number, last)
        for name in [each for each in states if each and found[each].felt is None]:
            if differs(states[name], states[""]):
                found[name].felt = number
        if all(each.felt and each.dry_month for each in found.values()):
            return


def _side_by_side(
    arms: Mapping[str, Scenario], seed: int, last: int, observed: Mapping[str, PreChecked]
) -> Iterator[tuple[int, dict[str, State]]]:
    """Months from the first to the last, with the states of all arms; components are observed in their dry month."""
    runs = [
        month_by_month(
            arm, seed, [_DryMonth(observed[name])] if name in observed else [], months=last
        )
        for name, arm in arms.items()
    ]
    for number, states in enumerate(zip(*runs, strict=True)):
        if number:
            yield number, dict(zip(arms, states, strict=True))


class _DryMonth(Observer[PreChecked]):
    """Whom a component reaches in its first month at full strength, and what that month costs."""

    def __init__(self, component: PreChecked) -> None:
        self._component, self._spent = component, 0.0
        self._dry = component.policy.start + component.policy.ramp
        self.months = (self._dry - 1, self._dry)

    def begin(self, state: State) -> None:
        """Nothing is spent at month 0."""

    def observe(self, state: State) -> None:
        """Note what is spent until then, and then whom the component reaches."""
        if state.month == self._dry:
            _observe(self._component, state, self._spent)
        self._spent = state.accounts[self._component.policy.name].spent

    def result(self) -> PreChecked:
        """The component, with what was seen of it."""
        return self._component


def _observe(component: PreChecked, state: State, spent_before: float) -> None:
    """Whom the component reaches in the month that has just closed, and what that costs."""
    account = state.accounts[component.policy.name]
    component.dry_month, component.standing = state.month, _standing(state)
    component.cost = (account.spent - spent_before) / state.scale
    if account.policy.serves == "programme":
        component.eligible = people_in(state, account, account.eligible == 1)
        # A copy: enrolment goes on, and whoever is served later does not count for this month.
        component.reached = people_in(state, account, account.enrolment.served).copy()
        units = float(account.enrolment.served.sum())
    else:
        outreach = Outreach(state)
        outreach.observe(state)
        component.eligible = outreach.eligible[account.policy.name]
        component.reached = outreach.reached[account.policy.name]
        units = float(account.funds[1])
    component.units = (float((account.eligible == 1).sum()), units)


def _try_among_others(
    scenario: Scenario,
    package: tuple[Policy, ...],
    silent: list[str],
    seed: int,
    last: int,
    found: dict[str, PreChecked],
    told: Told,
) -> None:
    """A component that does nothing alone may do something beside the others: the package with it and without it."""
    components = {"all": package}
    components |= {name: tuple(each for each in package if each.name != name) for name in silent}
    arms = {name: arm for name, arm in _arms(scenario, components).items() if name}
    for number, states in _side_by_side(arms, seed, last, {}):
        told(number, last)
        for name in silent:
            if found[name].felt is None and differs(states["all"], states[name]):
                found[name].felt, found[name].with_others = number, True


def _standing(state: State) -> dict[str, NDArray[np.integer]]:
    """How every adult stands at the end of the month, as codes by dimension, and the decile of the household."""
    people = state.workers
    names = ("gender", "skill", "social_group", "migrant", "place")
    return {name: people[name].copy() for name in names} | {
        "contract": contracts_of(people),
        "tier": tiers_of(people, state.firms),
        "decile": tables_of(state).deciles()[people["household"]],
    }


def differs(one: State, other: State) -> bool:
    """Whether anybody's life or any firm's business differs between two economies, to the last bit."""
    return any(
        not np.array_equal(getattr(one, table)[name], getattr(other, table)[name])
        for table, names in LIVED.items()
        for name in names
    )
