"""Traces: what happened each month in the world without the package, to which a channel can be held."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.runs.laid_over import laid_over
from poverty_nodes.experiments.runs.simulate import simulate
from poverty_nodes.model.advance import Advancing, Started
from poverty_nodes.model.month import Month
from poverty_nodes.model.population.codes import PLACE
from poverty_nodes.model.state import State, Table
from poverty_nodes.scenarios.scenario import Scenario

ORDERED = (
    *("demand", "abroad_part", "expected_demand", "price_factor", "order_weight", "tie"),
    *("volume_putout", "planned_output", "putout_shift"),
)
"""Fields of a firm that orders and prices decide."""

PRICED = (
    *("putout", "inputs", "price_export", "price_local", "price_putout", "price_input"),
    *("capacity_putout", "capacity_stages", "capacity_home"),
)
"""Fields of a place that they decide."""

WAGES = ("wage_skilled_regular", "wage_regular", "wage_casual", "wage_homework")
"""Fields of a place that hold its reference wages."""

KEPT = 4
_traces: OrderedDict[tuple[str, int], list[Trace]] = OrderedDict()
_locks: dict[tuple[str, int], threading.Lock] = {}
_guard = threading.Lock()


@dataclass
class Trace:
    """One month of the world without the package; firms are told by their identity, `ids` (firms alive,).

    `target` (firms alive, 4) are their posts by kind, `premium` their wage premium when seekers look and when wages
    are paid. Wages and outside pay are by place. `closed` are identities, `founders` rows of households and
    `kinds` the types of the firms that they found. `standard` is what each firm meets, `paid_for_it` (firms alive, 2)
    what it has taken for that in the month from its cash and on credit.
    """

    ids: NDArray[np.int64]
    ordered: dict[str, NDArray[np.float64]]
    priced: dict[str, NDArray[np.float64]]
    target: NDArray[np.int32] = field(default_factory=lambda: np.zeros((0, 4), np.int32))
    premium: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    wages_sought: dict[str, NDArray[np.float64]] = field(default_factory=dict)
    wages_paid: dict[str, NDArray[np.float64]] = field(default_factory=dict)
    outside_pay: NDArray[np.float64] = field(default_factory=lambda: np.zeros(len(PLACE)))
    closed: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    founders: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    kinds: NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32))
    standard: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    paid_for_it: NDArray[np.float64] = field(default_factory=lambda: np.zeros((0, 2)))


class Recording(Month):
    """The usual order of the month, which also records its traces and changes nothing."""

    def __init__(self) -> None:
        """Start without any month."""
        self.traces: list[Trace] = []

    def orders(self, state: State) -> None:
        """What each firm is ordered, and the prices that lie behind it."""
        super().orders(state)
        alive = np.flatnonzero(state.firms["alive"] == 1)
        self.traces.append(
            Trace(
                state.firms["id"][alive],
                {name: state.firms[name][alive] for name in ORDERED},
                columns(state.places, PRICED),
            )
        )

    def layoffs(self, state: State) -> None:
        """The posts that each firm wants."""
        alive = np.flatnonzero(state.firms["alive"] == 1)
        self.traces[-1].target = state.workspace.target[alive]
        self.traces[-1].premium = state.firms["premium"][alive]
        super().layoffs(state)

    def search(self, state: State) -> None:
        """The wages that seekers are offered."""
        self.traces[-1].wages_sought = columns(state.places, WAGES)
        super().search(state)

    def pay(self, state: State) -> None:
        """The wages that are paid."""
        self.traces[-1].wages_paid = columns(state.places, WAGES)
        super().pay(state)

    def household_budgets(self, state: State) -> None:
        """What people outside the sector live from."""
        super().household_budgets(state)
        self.traces[-1].outside_pay = state.places["outside_pay"].copy()

    def meet_standards(self, state: State) -> None:
        """What standards are met and what that costs each firm."""
        alive = np.flatnonzero(state.firms["alive"] == 1)
        before = state.firms[["cash", "debt"]][alive].copy()
        super().meet_standards(state)
        after = state.firms[alive]
        self.traces[-1].standard = after["standard"]
        self.traces[-1].paid_for_it = np.stack(
            [before["cash"] - after["cash"], after["debt"] - before["debt"]], axis=1
        )

    def closures(self, state: State) -> int:
        """Who closes."""
        before = state.firms["alive"] == 1
        closed = super().closures(state)
        self.traces[-1].closed = state.firms["id"][before & (state.firms["alive"] == 0)]
        return closed

    def foundings(self, state: State) -> int:
        """Who founds."""
        free = state.firms["alive"] == 0
        founded = super().foundings(state)
        fresh = free & (state.firms["alive"] == 1)
        self.traces[-1].founders = state.firms["household"][fresh].astype(np.int64)
        self.traces[-1].kinds = state.firms["type_number"][fresh].astype(np.int32)
        return founded


def columns(table: Table, names: tuple[str, ...]) -> dict[str, NDArray[np.float64]]:
    """Copies of some columns of a table."""
    return {name: table[name].copy() for name in names}


def traced(scenario: Scenario, seed: int) -> list[Trace]:
    """The months of a scenario under a seed, from memory if another run has just asked for them."""
    key = (scenario.fingerprint(), seed)
    with _guard:
        lock = _locks.setdefault(key, threading.Lock())
    with lock:
        if key not in _traces:
            traces = _written(scenario, seed)
            with _guard:
                _traces[key] = traces
                while len(_traces) > KEPT:
                    _locks.pop(_traces.popitem(last=False)[0], None)
            return traces
        return _traces[key]


def _written(scenario: Scenario, seed: int) -> list[Trace]:
    """Run the scenario and record its months."""
    recording: list[Advancing] = []

    def start(scenario: Scenario, seed: int) -> Started:
        started = laid_over(scenario.order_of_month.started(scenario, seed), Recording)
        recording.append(started.month)
        return started

    simulate(scenario, seed, [], start)
    assert isinstance(recording[0], Recording)
    return recording[0].traces
