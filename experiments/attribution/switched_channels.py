"""A month in which some channels are switched off: what they carry is as in the world without the package.

A channel is the place where a package's effects pass from one part of the economy to another. Switched off, the
variables that it hands over take the values that they had in the same month of the world without the package, for the
same firm or place under the same seed; all else goes on by its rules. docs/answer.md says it channel by channel.
"""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterator
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.attribution.posts import held_posts
from poverty_nodes.experiments.attribution.replayed_demography import (
    replay_closures,
    replay_foundings,
)
from poverty_nodes.experiments.attribution.trace import WAGES, Trace
from poverty_nodes.experiments.attribution.ways_in import clear_marks, hold_standards, shared
from poverty_nodes.model.ledger import DELIVERY, GRANTS, OUTSIDE_INCOME, SERVICES_INCOME, TRANSFERS
from poverty_nodes.model.month import Month
from poverty_nodes.model.policies.delivery.account import Account
from poverty_nodes.model.population.codes import PLACE
from poverty_nodes.model.state import State

CHANNELS = (
    "jobs",
    "wages",
    "contract",
    "orders_and_prices",
    "firm_entry_and_exit",
    "credit",
    "transfers",
    "local_economy",
)
"""In the order of the tables. What passes by none of them passes by `WAYS_IN`."""

SHIFT = "putout_shift"
"""The field of a firm that says how much of its own work it has moved to subcontractors."""

FLOORS = ("floor", "code_floor")
"""The wage floors of a law and of a buyers' code."""

Standards = dict[str, NDArray[np.generic]]

_GAPS = ("gap_regular", "gap_casual", "gap_homework")


class SwitchedMonth(Month):
    """The order of the month with `off` channels held to `traces`, a trace a month."""

    def __init__(self, traces: list[Trace], off: Collection[str]) -> None:
        """Hold some of `CHANNELS` and of `WAYS_IN`."""
        self.traces, self.off = traces, frozenset(off)
        self._standards: Standards | None = None

    def calendar(self, state: State) -> None:
        """Transfers off: benefits and grants leave the place; a way in off: the marks of policies on it are cleared."""
        cash = state.firms["cash"].copy()
        super().calendar(state)
        clear_marks(state, self.off)
        if "transfers" not in self.off:
            return
        paid = float(state.households["income"].sum())
        granted = float(state.firms["cash"].sum() - cash.sum())
        state.households["income"] = 0.0
        state.firms["cash"] = cash
        state.flows[TRANSFERS] -= paid
        state.flows[GRANTS] -= granted
        state.flows[DELIVERY] += paid + granted

    def insurers(self, state: State) -> tuple[Account, ...]:
        """Transfers off: nobody insures."""
        return () if "transfers" in self.off else super().insurers(state)

    def orders(self, state: State) -> None:
        """Orders off: every firm gets the orders and prices of the other world."""
        super().orders(state)
        if "orders_and_prices" in self.off:
            then = self._then(state)
            here, there = shared(state, then)
            for name, values in then.ordered.items():
                if name != SHIFT:
                    state.firms[name][here] = values[there]
            for name, values in then.priced.items():
                state.places[name] = values

    def finance(self, state: State) -> None:
        """Credit off: no loan is offered."""
        lending = state.instruments["micro_open"].copy()
        if "credit" in self.off:
            state.instruments["micro_open"] = 0
        super().finance(state)
        state.instruments["micro_open"] = lending

    def layoffs(self, state: State) -> None:
        """Jobs off: each firm has as many posts as in the other world; contracts off: of the same kinds."""
        jobs, contract = "jobs" in self.off, "contract" in self.off
        if jobs or contract:
            then = self._then(state)
            here, there = shared(state, then)
            target = state.workspace.target
            target[here] = held_posts(target[here], then.target[there], jobs, contract)
        super().layoffs(state)

    def search(self, state: State) -> None:
        """Wages off: seekers are offered the wages of the other world."""
        with self._wages(state, self._then(state).wages_sought):
            super().search(state)

    def production(self, state: State) -> None:
        """Orders off: firms move no more work to subcontractors to evade a standard than in the other world."""
        moved = state.firms[SHIFT].copy()
        if "orders_and_prices" in self.off:
            then = self._then(state)
            here, there = shared(state, then)
            state.firms[SHIFT][here] = then.ordered[SHIFT][there]
        super().production(state)
        state.firms[SHIFT] = moved

    def sales_and_pay(self, state: State) -> None:
        """Transfers off: no contributions, fines or costs of evading a standard."""
        if "transfers" not in self.off:
            super().sales_and_pay(state)
            return
        with _without_standards(state) as self._standards:
            super().sales_and_pay(state)
        self._standards = None

    def pay(self, state: State) -> None:
        """Wages off: firms pay the wages of the other world, without a floor, but still see their gaps to it."""
        if self._standards is not None:
            _restore(state, self._standards)
        if "wages" in self.off:
            gaps = self._gaps(state)
            with self._wages(state, self._then(state).wages_paid):
                super().pay(state)
            for name, values in gaps.items():
                state.firms[name] = values
        else:
            super().pay(state)
        if self._standards is not None:
            _clear(state)
            state.firms["home_dues"] = 0.0

    def household_budgets(self, state: State) -> None:
        """Local economy off: people outside the sector have the outside pay of the other world."""
        if "local_economy" not in self.off:
            super().household_budgets(state)
            return
        places, workers = state.places, state.workers
        outside = workers["post"] == 0
        shocks = (1.0 + workers["persistent_shock"]) * (1.0 + workers["transitory_shock"])
        factor = (workers["outside_factor"] * shocks)[outside]
        weight = np.bincount(workers["place"][outside], factor, minlength=len(PLACE))[: len(places)]
        needed = (self._then(state).outside_pay - places["outside_world"]) * weight
        more = float((needed - places["services_income"]).sum())
        places["services_income"] = needed
        super().household_budgets(state)
        # What the local services did not hold comes from outside the place, or goes there.
        state.flows[SERVICES_INCOME] -= more
        state.flows[OUTSIDE_INCOME] += more

    def meet_standards(self, state: State) -> None:
        """Standards off: firms meet what they met there, and pay for it what they paid there."""
        if "standards" in self.off:
            hold_standards(state, self._then(state))
        else:
            super().meet_standards(state)

    def closures(self, state: State) -> int:
        """Entry and exit off: the firms close that closed in the other world."""
        if "firm_entry_and_exit" not in self.off:
            return super().closures(state)
        return replay_closures(state, self._then(state).closed, self.losses(state))

    def foundings(self, state: State) -> int:
        """Entry and exit off: the households found firms that founded them in the other world."""
        if "firm_entry_and_exit" not in self.off:
            return super().foundings(state)
        then = self._then(state)
        return replay_foundings(state, then.founders, then.kinds)

    def _then(self, state: State) -> Trace:
        return self.traces[state.month - 1]

    def _gaps(self, state: State) -> dict[str, NDArray[np.float64]]:
        """Cost to each firm of lifting workers to the floor, from a pay day that is undone."""
        shadow = copy.copy(state)
        for name in ("workers", "firms", "households", "places", "flows"):
            setattr(shadow, name, getattr(state, name).copy())
        super().pay(shadow)
        return {name: shadow.firms[name] for name in _GAPS}

    @contextmanager
    def _wages(self, state: State, wages: dict[str, NDArray[np.float64]]) -> Iterator[None]:
        """Hold reference wages and premiums to those of the other world, without any floor, within this context."""
        if "wages" not in self.off:
            yield
            return
        then = self._then(state)
        here, there = shared(state, then)
        held = {name: state.places[name].copy() for name in WAGES}
        premium, floors = state.firms["premium"].copy(), state.instruments[[*FLOORS]].copy()
        piece = state.workers["piece_floor"].copy()
        for name, values in wages.items():
            state.places[name] = values
        state.firms["premium"][here] = then.premium[there]
        for name in FLOORS:
            state.instruments[name] = 0.0
        state.workers["piece_floor"] = 0.0
        yield
        for name, values in held.items():
            state.places[name] = values
        state.firms["premium"] = premium
        for name in FLOORS:
            state.instruments[name] = floors[name]
        state.workers["piece_floor"] = piece


@contextmanager
def _without_standards(state: State) -> Iterator[Standards]:
    """Suspend the wage floor and all evasion of it within this context."""
    held: Standards = {name: state.instruments[name].copy() for name in FLOORS}
    held["evasion"] = state.firms["evasion"].copy()
    _clear(state)
    yield held
    _restore(state, held)


def _clear(state: State) -> None:
    for name in FLOORS:
        state.instruments[name] = 0.0
    state.firms["evasion"] = 0


def _restore(state: State, held: Standards) -> None:
    for name in FLOORS:
        state.instruments[name] = held[name]
    state.firms["evasion"] = held["evasion"]
