"""Books that do not balance stop a run; repeating the run finds the phase in which the gap arose.

Checking stocks against payments after every phase would cost a twentieth of the month. So the books are closed once a
month, and a run that fails there is repeated phase by phase: it is a function of scenario and seed.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.advance import Advancing, months_of
from poverty_nodes.model.ledger import SECTORS, imbalance, net_inflow
from poverty_nodes.model.state import State

ROUNDING = 1e-9
"""The largest gap, over the month's turnover, that sums of so many payments can leave by rounding."""

PHASES = (
    *("calendar", "orders", "finance", "standards", "labour", "production", "sales_and_pay"),
    *("household_budgets", "learning", "joint_action", "demography", "tally"),
)
"""The phases of a month (`Month.advance`) in their order."""

SAVING = "household_budgets"
"""The phase in which what households were paid becomes savings."""

CLOSING = "the closing of the books"


class MoneyError(Exception):
    """Money was made or lost: a stock has changed by another sum than its payments."""

    def __init__(self, month: int, sector: str, dollars: float, phase: str = "") -> None:
        super().__init__(month, sector, dollars, phase)
        self.month, self.sector, self.dollars, self.phase = month, sector, dollars, phase

    def __str__(self) -> str:
        """Where, when and how much."""
        more = "less" if self.dollars < 0.0 else "more"
        where = f"in {self.phase}" if self.phase else "in one of its phases"
        return (
            f"money is not conserved: {where} of month {self.month} the sector '{self.sector}' came to hold "
            f"{abs(self.dollars):,.6g} dollars {more} than was paid to it (model/ledger.py)"
        )


Stocks = dict[str, float]


def close_books(state: State, before: Stocks) -> None:
    """Check the month's payments against the stocks; MoneyError if they differ by more than rounding.

    The state's `conservation` keeps the worst month of the run.
    """
    after = state.stocks()
    refuse_gap(state.month, state.flows, before, after)
    state.conservation = max(state.conservation, imbalance(state.flows, before, after))


def refuse_gap(
    month: int, flows: NDArray[np.float64], before: Stocks, after: Stocks, phase: str = ""
) -> None:
    """Raise MoneyError if a stock's change is not what its sector was paid; a stock that is no number is a gap too."""
    turnover = max(float(np.abs(flows).sum()), 1.0)
    gaps = {each: after[each] - before[each] - net_inflow(flows, each) for each in before}
    if all(abs(gap) <= ROUNDING * turnover for gap in gaps.values()):
        return
    worst = max(gaps, key=lambda each: np.nan_to_num(abs(gaps[each]), nan=np.inf))
    assert worst in SECTORS
    raise MoneyError(month, worst, gaps[worst], phase)


@contextmanager
def naming_the_phase(month: Advancing, again: Callable[[], State]) -> Iterator[None]:
    """If books do not balance within this context, find the phase: `again` starts the same run from month 0."""
    try:
        yield
    except MoneyError as error:
        if error.phase:
            raise
        phase = find_phase(month, again(), error.month)
        raise MoneyError(error.month, error.sector, error.dollars, phase) from error


def find_phase(month: Advancing, state: State, last: int) -> str:
    """The first phase up to a month after which stocks and payments differ; empty if none is found."""
    watched = copy.copy(month)
    watch = _Watch(state)
    for name in PHASES:
        if hasattr(month, name):
            setattr(watched, name, watch.after(name, getattr(month, name)))
    try:
        watch.begin(state)
        for _ in months_of(state, watched, last):
            watch.begin(state)
    except MoneyError as error:
        return error.phase or CLOSING
    return ""


class _Watch:
    """Stocks and payments at the last boundary between two phases."""

    def __init__(self, state: State) -> None:
        self.stocks, self.flows = held(state), state.flows.copy()

    def begin(self, state: State) -> None:
        """A month begins: nothing has been paid in it."""
        for account in state.accounts.values():
            account.paid[:] = 0.0
        self.stocks, self.flows = held(state), np.zeros_like(state.flows)

    def after(self, name: str, phase: Callable[[State], object]) -> Callable[[State], None]:
        """Run the phase, then check the books."""

        def looked_at(state: State) -> None:
            phase(state)
            stocks = held(state, PHASES.index(name) < PHASES.index(SAVING))
            refuse_gap(state.month, state.flows - self.flows, self.stocks, stocks, f"'{name}'")
            self.stocks, self.flows = stocks, state.flows.copy()

        return looked_at


def held(state: State, unsaved: bool = False) -> Stocks:
    """Stocks within a month: programmes have paid what their accounts say and are given it when the month closes.

    Firms owe severance from the day of the dismissal and pay it with the wages. `unsaved` says that households have not
    yet made savings of their income of the month.
    """
    stocks = state.stocks()
    paid = sum(float(account.paid[0]) for account in state.accounts.values())
    income = float(state.households["income"].sum()) if unsaved else 0.0
    return stocks | {
        "programme": state.fund - paid,
        "households": stocks["households"] + income,
        "firms": stocks["firms"] - float(state.firms["severance"].sum()),
    }
