"""By which way a policy reaches firms and people where no channel stands between, and how that way is shut."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.attribution.trace import Trace
from poverty_nodes.model.ledger import LOANS, STANDARDS_MET
from poverty_nodes.model.policies import Policy
from poverty_nodes.model.state import State

STANDARDS = "standards"
"""Which standards firms meet, and what they pay for it."""

MARKS = {
    STANDARDS: (("firms", ("plant_part",)),),
    "skills": (("workers", ("in_training", "trade_training_chance", "technical_training_chance")),),
    "health_and_care": (
        ("firms", ("accidents_avoided", "safety_cost")),
        ("workers", ("care_relief",)),
    ),
    "know_how": (("firms", ("coached", "advised", "marketing")),),
    "buying_and_selling_together": (
        ("firms", ("brokered", "partners", "input_discount", "price_gain", "voice")),
    ),
}
"""The marks that policies set on firms and people, by the way in."""

WAYS_IN = tuple(MARKS)
"""In the order of the tables."""


def open_ways(policies: Iterable[Policy]) -> tuple[str, ...]:
    """The ways by which a package may reach anybody; standards may be met by help of any kind."""
    marked = {name for each in policies for name in each.marking}
    found = (
        way
        for way, tables in MARKS.items()
        if way == STANDARDS or any(marked.intersection(names) for _, names in tables)
    )
    return tuple(found)


def clear_marks(state: State, off: Collection[str]) -> None:
    """Make neutral the marks of the ways that are off."""
    for way in off:
        for table, names in MARKS.get(way, ()):
            for name in names:
                getattr(state, table)[name] = 0


def hold_standards(state: State, then: Trace) -> None:
    """Firms meet what they met in the other world and pay what they paid there; others meet nothing new."""
    here, there = shared(state, then)
    firms = state.firms
    cash, credit = then.paid_for_it[there].T
    paid = np.minimum(cash, firms["cash"][here])
    firms["cash"][here] -= paid
    firms["debt"][here] += cash - paid + credit
    firms["standard"][here] = then.standard[there]
    state.flows[LOANS] += float((cash - paid + credit).sum())
    state.flows[STANDARDS_MET] += float((cash + credit).sum())


def shared(state: State, then: Trace) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Rows of the firms in business in both worlds, here and in the trace."""
    alive = np.flatnonzero(state.firms["alive"] == 1)
    _, here, there = np.intersect1d(
        state.firms["id"][alive], then.ids, assume_unique=True, return_indices=True
    )
    return alive[here], there
