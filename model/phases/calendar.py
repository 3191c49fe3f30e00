"""Opening and closing the month: levers of policies, their purses, their payments and the books."""

from __future__ import annotations

import numpy as np

from model.ledger import DELIVERY, DONORS, FUNDING, LEVY, PURCHASERS, TO_LENDER
from model.levers import neutral
from model.state import State


def open_month(state: State) -> None:
    """Clear the month's payments and incomes, and set every lever afresh from its neutral value.

    Shocks pull the row of the levers of each place that they strike, policies pull all rows.
    """
    state.month += 1
    state.flows[:] = 0.0
    state.households["income"] = 0.0
    state.levers[:] = neutral()
    for place, lever in enumerate(state.levers):
        for shock in state.shocks:
            if shock.strikes(place):
                shock.pull(lever, state.month)
    for account in state.accounts.values():
        strength = account.prepare(state.firms, state.workers, state.desk.staff, state.month)
        for lever, place in zip(state.levers, state.places, strict=True):
            account.policy.pull(lever, float(place.base_wage_regular), strength)


def close_month(state: State, before: dict[str, float]) -> None:
    """Programmes are funded, pay for delivery and cover the lender's losses; then the books must balance."""
    for account in state.accounts.values():
        cost = account.book(state.month)
        losses = float(account.lost[0])
        fund(state, cost + losses, account.policy.payer)
        state.flows[DELIVERY] += cost
        state.flows[TO_LENDER] += losses
    state.close_books(before)


def fund(state: State, dollars: float, payer: str) -> None:
    """Money for a programme in the month that it is spent; a levy on firms is in proportion to their cash."""
    if dollars == 0.0:
        return
    if payer == "firms":
        cash = state.firms["cash"]
        share = min(1.0, dollars / max(float(cash.sum()), 1e-9))
        levied = cash * share
        state.firms["cash"] -= levied
        state.flows[LEVY] += float(np.sum(levied))
        dollars -= float(np.sum(levied))
        payer = "government"
    state.flows[{"government": FUNDING, "donor": DONORS, "buyers": PURCHASERS}[payer]] += dollars
