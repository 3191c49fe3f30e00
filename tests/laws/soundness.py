"""What would be wrong with an economy at the end of any month, whatever has happened in it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.month import Month
from poverty_nodes.model.state import State

OWNER = 5
CENT = 1e-6
"""Rounding of sums may leave a stock this many dollars below zero."""
STOCKS = {
    "firms": ("capital", "cash", "debt", "micro_debt"),
    "households": ("savings", "consumption", "smoothed_income"),
    "places": ("services_income", "fund", "outside_pay"),
}
SHARES = (
    *("quality", "standard", "functions", "tie", "trust", "casual_shift", "home_shift"),
    *("home_registered", "centre_shift"),
)
POSITIVE = ("price_export", "price_local", "price_putout", "price_input", "wage_regular")


class Checked(Month):
    """A month that counts heads right after hiring, when the staff table is meant to be true."""

    def labour(self, state: State) -> None:
        """Quits, hiring and so on, then a count by hand."""
        super().labour(state)
        assert np.array_equal(state.workspace.staff, staff_by_hand(state))


def staff_by_hand(state: State) -> NDArray[np.int32]:
    """Workers by firm and kind of post (firms, 4), counted one by one."""
    staff = np.zeros_like(state.workspace.staff)
    w = state.workers[(state.workers["post"] > 0) & (state.workers["post"] < OWNER)]
    np.add.at(staff, (w["employer"], w["post"] - 1), 1)
    return staff


def faults(state: State) -> list[str]:
    """Everything wrong that can be seen from outside; empty if the economy is sound."""
    return [*numbers(state), *stocks(state), *posts(state), *owners(state), *books(state)]


def numbers(state: State) -> Iterator[str]:
    """Fields that are not numbers any more."""
    alive = state.firms["alive"] == 1
    tables = {"firms": state.firms[alive], "workers": state.workers, "places": state.places}
    tables |= {"households": state.households, "buyers": state.buyers}
    for table, rows in tables.items():
        for name in rows.dtype.names or ():
            if not np.isfinite(rows[name]).all():
                yield f"{table}.{name} is not finite"


def stocks(state: State) -> Iterator[str]:
    """Stocks below zero, and shares outside 0 to 1."""
    for table, names in STOCKS.items():
        for name in names:
            least = getattr(state, table)[name].min()
            if least < -CENT:
                yield f"{table}.{name} falls to {least}"
    firms = state.firms[state.firms["alive"] == 1]
    for name in SHARES:
        if len(firms) and not (firms[name].min() >= -CENT and firms[name].max() <= 1 + CENT):
            yield f"firms.{name} leaves 0 to 1"
    for name in POSITIVE:
        if not np.all(state.places[name] > 0.0):
            yield f"places.{name} is not positive"


def posts(state: State) -> Iterator[str]:
    """People who work nowhere, for a closed firm or in another place than they live in."""
    w = state.workers
    outside = w["post"] == 0
    if not np.array_equal(outside, w["employer"] < 0):
        yield "somebody has a post without an employer or an employer without a post"
        return
    firm = state.firms[w["employer"][~outside]]
    if not np.all(firm["alive"] == 1):
        yield "somebody works for a closed firm"
    if not np.array_equal(firm["place"], w["place"][~outside]):
        yield "somebody works in another place"
    if len(np.unique(w["id"])) < len(w):
        yield "two persons have one identity"
    if not np.array_equal(state.households["place"][w["household"]], w["place"]):
        yield "somebody lives apart from the household"


def owners(state: State) -> Iterator[str]:
    """Firms without an owner, with one who owns another, or in a household that is not hers."""
    alive = np.flatnonzero(state.firms["alive"] == 1)
    firms, w = state.firms[alive], state.workers
    owner = w[firms["owner"]]
    if not np.all(owner["post"] == OWNER):
        yield "a firm's owner is no owner"
    if not np.array_equal(owner["employer"], alive):
        yield "a firm's owner runs another firm"
    if not np.array_equal(owner["household"], firms["household"]):
        yield "a firm belongs to another household than its owner"
    if (w["post"] == OWNER).sum() != len(alive):
        yield "somebody owns a firm that is not there"
    if len(np.unique(firms["id"])) < len(firms):
        yield "two firms have one identity"


def books(state: State) -> Iterator[str]:
    """Money that went astray."""
    if not state.conservation <= 1e-9:
        yield f"money is conserved to {state.conservation} only"
