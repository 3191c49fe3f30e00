"""What closings of the unlucky add to the luck of those that are left."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.scenarios.base_month.selection import lifted_by_closings
from tests.small_economy import synthesised


def test_closings_lift_luck_by_what_the_closed_had_less_than_their_type() -> None:
    state = synthesised(scale=0.05)
    firms = state.firms
    mine = np.flatnonzero((firms["alive"] == 1) & (firms["place"] == 0) & (firms["tier"] == 1))
    firms["persistent_productivity"], firms["base_heads"][mine] = 0.0, 10.0
    assert not lifted_by_closings(state).any()
    firms["persistent_productivity"][mine[0]], firms["alive"][mine[0]] = -0.3, 0
    lifted = lifted_by_closings(state)
    assert lifted[0, 0] == pytest.approx(0.3 / len(mine))
    assert np.count_nonzero(lifted) == 1
