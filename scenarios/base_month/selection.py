"""How closings of the unlucky lift the persistent productivity of those that are left, measured while the stationary
solver lives."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.state import State
from poverty_nodes.scenarios.base_month.burn_in import QuietMonth
from poverty_nodes.scenarios.base_month.by_tier import ratio_by_tier


class WatchedMonth(QuietMonth):
    """A quiet month that notes what its closings add to luck; the months before a run need not know."""

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

    Who is founded in place of a firm that has closed starts with the luck of its type, which counts as nothing: so what
    the closed ones had been below that is gained, - sum of w x over those closed / sum of w over all.
    """
    f = state.firms[state.firms["type_number"] >= 0]
    lost = f["base_heads"] * f["persistent_productivity"] * (f["alive"] == 0)
    return ratio_by_tier(f, len(state.places), -lost, f["base_heads"], empty=0.0)
