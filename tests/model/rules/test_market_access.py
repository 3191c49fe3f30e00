"""Orders won beside the firm's own chain come, lapse and are bounded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.model.rules.market_access import next_won

SHARES = st.floats(0.0, 1.0)


@given(won=SHARES, gained=SHARES, lapse=SHARES, limit=SHARES)
def test_orders_won_are_never_negative_nor_beyond_the_limit(
    won: float, gained: float, lapse: float, limit: float
) -> None:
    assert 0.0 <= next_won(won, gained, lapse, limit) <= limit


def test_without_new_orders_they_lapse_by_their_share() -> None:
    won = 0.2
    for _ in range(12):
        won = next_won(won, 0.0, 0.03, 0.5)
    assert won == pytest.approx(0.2 * 0.97**12)


def test_regular_gains_settle_at_gain_over_lapse() -> None:
    won = 0.0
    for _ in range(600):
        won = next_won(won, 0.005, 0.03, 0.5)
    assert won == pytest.approx(0.005 / 0.03)
