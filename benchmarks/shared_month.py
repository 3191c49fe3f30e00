"""The part of a month that every yardstick lives through: orders, labour, production, pay, households, measures.

It is the model's own `Month` without what a yardstick would have to write again to no purpose: investment, standards,
upgrading, ageing, joint action, births and deaths of firms. No policy and no shock, so every instrument is neutral.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.measures.census import TOTALS, count_cells
from poverty_nodes.model.measures.distribution import DISTRIBUTION_MEASURES
from poverty_nodes.model.measures.groups import cell_count
from poverty_nodes.model.measures.whole_place import measure_distribution
from poverty_nodes.model.month import Month
from poverty_nodes.model.population.employment_index import index_employment
from poverty_nodes.model.state import State


class SharedMonth(Month):
    """The shared part of the month on the model's own tables, phases and rules."""

    def advance(self, state: State) -> None:
        """Live through the shared part of one month."""
        state.month += 1
        state.flows[:] = 0.0
        state.households["income"] = 0.0
        self.orders(state)
        index_employment(state)
        self.labour(state)
        index_employment(state)
        self.production(state)
        self.sales_and_pay(state)
        self.household_budgets(state)


class Measures:
    """What a month is measured by: totals by cell, and five measures of distribution a place."""

    def __init__(self, state: State, line: float, lines: NDArray[np.float64]) -> None:
        """Room for the measures; `line` and `lines` (4,) in dollars a person a month."""
        self.line, self.lines = line, np.ascontiguousarray(lines, dtype=np.float64)
        self.cells = np.zeros((cell_count(), TOTALS))
        self.whole = np.zeros((len(state.places), len(DISTRIBUTION_MEASURES)))

    def take(self, state: State) -> None:
        """Measure the month that has just closed, as the recorder of the model does."""
        h, w, f = state.households, state.workers, state.firms
        count_cells(w, h, f, self.line, self.lines, 1.0 / state.scale, self.cells)
        measure_distribution(h, self.line, self.whole)
