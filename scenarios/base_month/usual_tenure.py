"""What match and tenure usually add to pay and to quits before month 0: reference wages and quit rates include it."""

from __future__ import annotations

import numpy as np

from poverty_nodes.model.phases.labour.tenure import sum_up_tenure
from poverty_nodes.model.population.codes import POST
from poverty_nodes.model.state import KINDS, State

MEMORY = 12.0
"""Months over which the burn-in averages it, so that a place with few posts does not begin at a month's chance."""


def take_usual_tenure(state: State, months: float = 1.0) -> None:
    """Move what is usual towards what people in posts have now, as an average over so many months does."""
    places = state.places
    sums = np.zeros((len(places), KINDS, 3))
    sum_up_tenure(state.workers, state.parameters, sums)
    for kind in range(KINDS):
        people = sums[:, kind, 0]
        for column, name in ((1, "usual_tenure_pay"), (2, "usual_quit_factor")):
            field = f"{name}_{POST[kind + 1]}"
            now = np.where(people > 0.0, sums[:, kind, column] / np.maximum(people, 1.0) - 1.0, 0.0)
            places[field] += (now - places[field]) / months
