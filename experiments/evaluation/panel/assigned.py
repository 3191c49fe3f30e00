"""Who is let into a programme by a study's own hand: encouraged or not, in firms of some saturation, below a threshold.

A unit joins a programme if its lasting draw of readiness is below the take-up. An assignment is a part of the take-up
for each unit: 1 where the programme is offered as it is, 0 where it is not, and between them for a part of its people.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.runs.simulate import Start
from poverty_nodes.model.advance import Started
from poverty_nodes.model.policies.delivery.enrolment import Enrolment
from poverty_nodes.model.policies.delivery.tables import Tables
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.scenario import Scenario

Numbers = NDArray[np.float64]
Kind = Literal["encouragement", "saturation", "threshold"]
_KINDS: dict[str, Kind] = {each: each for each in ("encouragement", "saturation", "threshold")}
DRAW = 29
"""Keeps the draw of an assignment apart from every other that is made of a seed."""


@dataclass(frozen=True)
class Assigned:
    """An assignment: `levels` are the parts of take-up that are drawn in equal parts; `below` is the income a head and
    month, in dollars, under which households are let in.
    """

    kind: Kind
    levels: tuple[float, ...] = (0.0, 1.0)
    below: float = 0.0

    def in_words(self) -> str:
        """The assignment as a store keeps it."""
        return " ".join([self.kind, repr(self.below), *map(repr, self.levels)])

    @classmethod
    def read(cls, words: str) -> Assigned:
        """Back from its words; ValueError or KeyError if they are none."""
        kind, below, *levels = words.split()
        return cls(_KINDS[kind], tuple(float(each) for each in levels), float(below))

    def parts(self, state: State, targets: str, seed: int) -> Numbers:
        """The part of take-up of each unit of a kind at month 0 (units,)."""
        w, h = state.workers, state.households
        if self.kind == "threshold":
            let_in = (h["income"] / h["size"] < self.below).astype(np.float64)
            return let_in if targets == "household" else let_in[w["household"]]
        if self.kind == "saturation":
            drawn = _drawn(self.levels, len(state.firms), seed)
            employer = w["employer"]
            return np.where(employer >= 0, drawn[employer], 0.0)
        if targets == "firm":
            return _drawn(self.levels, len(state.firms), seed)
        drawn = _drawn(self.levels, len(h), seed)
        return drawn if targets == "household" else drawn[w["household"]]


def _drawn(levels: tuple[float, ...], number: int, seed: int) -> Numbers:
    """Levels in parts as equal as can be, in random order (number,)."""
    order = np.random.default_rng((seed, DRAW)).permutation(number)
    return np.array(levels)[order % len(levels)]


@dataclass
class AssignedEnrolment(Enrolment):
    """An enrolment in which each unit joins at its own part of the take-up."""

    part: Numbers = field(default_factory=lambda: np.ones(0))

    def candidates(
        self, tables: Tables, take_up: float, month: int
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """As for any programme, readiness being held against the part of the take-up."""
        drawn = self.readiness
        with np.errstate(divide="ignore"):
            self.readiness = np.where(self.part > 0.0, drawn / self.part, np.inf)
        try:
            return super().candidates(tables, take_up, month)
        finally:
            self.readiness = drawn


def started_as(assigned: Assigned) -> Start:
    """How an economy is started in which every programme admits as assigned."""

    def begin(scenario: Scenario, seed: int) -> Started:
        started = scenario.order_of_month.started(scenario, seed)
        for account in started.state.accounts.values():
            held = account.enrolment
            known = {each.name: getattr(held, each.name) for each in fields(held)}
            part = assigned.parts(started.state, account.policy.targets, seed)
            account.enrolment = AssignedEnrolment(**known, part=part)
        return started

    return begin
