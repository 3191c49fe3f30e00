"""Opening and closing the month: instruments of shocks and policies, and the books."""

from __future__ import annotations

from poverty_nodes.model.books import close_books
from poverty_nodes.model.instruments import set_neutral
from poverty_nodes.model.phases.programmes import programmes
from poverty_nodes.model.state import State


def open_month(state: State) -> None:
    """Clear the month's payments and incomes, and set every instrument afresh from its neutral value.

    Shocks pull the row of the instruments of each place that they strike, policies pull all rows; then those whom
    policies reach are marked and paid (see phases/programmes/programmes.py).
    """
    state.month += 1
    state.flows[:] = 0.0
    state.households["income"] = 0.0
    set_neutral(state.instruments)
    for shock in state.shocks:
        for place, instrument in enumerate(state.instruments):
            if shock.strikes(place):
                shock.pull(instrument, state.month)
    programmes.begin(state)


def close_month(state: State, before: dict[str, float]) -> None:
    """Programmes are funded, pay for delivery and cover the lender's losses; then the books must balance."""
    programmes.settle(state)
    close_books(state, before)
