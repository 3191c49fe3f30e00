"""How much closings raise the mean persistent productivity of firms, measured while the stationary solver runs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.state import State
from poverty_nodes.scenarios.base_month.burn_in import QuietMonth
from poverty_nodes.scenarios.base_month.by_tier import ratio_by_tier


class WatchedMonth(QuietMonth):
    """A quiet month that records how much its closings raise persistent productivity, for the stationary solver
    alone."""

    lifted: NDArray[np.float64]
    """What the month's closings added to the persistent productivity of those in business, by tier (places, 3)."""

    def closures(self, state: State) -> int:
        """Firms that close this month; how many."""
        closed = super().closures(state)
        self.lifted = lifted_by_closings(state)
        return closed


def lifted_by_closings(state: State) -> NDArray[np.float64]:
    """What closings add to the mean persistent productivity of a tier (places, 3), firms weighted by their posts at
    base.

    A firm founded in place of a closed one starts at the level of its type, from which x is measured: so the gain is
    what the closed firms had been below that, - sum of w x over those closed / sum of w over all.
    """
    f = state.firms[state.firms["type_number"] >= 0]
    lost = f["base_heads"] * f["persistent_productivity"] * (f["alive"] == 0)
    return ratio_by_tier(f, len(state.places), -lost, f["base_heads"], empty=0.0)
