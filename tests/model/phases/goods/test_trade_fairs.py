"""Orders won at fairs: by chance, only by those who are there, and lapsing."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.phases.goods import trade_fairs
from tests.model.village import firms, parameters

MANY = 400


def won(*rows: dict[str, float], seed: int = 1, month: int = 1) -> np.ndarray:
    table = firms(*rows)
    trade_fairs.win_orders(table, parameters(won_lapse=0.1, won_limit=0.5), seed, month)
    found: np.ndarray = table["won_orders"]
    return found


def test_the_chance_is_the_share_of_those_at_the_fair_who_win() -> None:
    found = won(*({"fair_chance": 0.3, "fair_orders": 0.2} for _ in range(MANY)))
    assert set(np.round(found, 6)) == {0.0, 0.2}
    assert (found > 0.0).mean() == pytest.approx(0.3, abs=0.08)


def test_who_is_not_there_wins_nothing_and_keeps_what_has_not_lapsed() -> None:
    assert won({}, {"won_orders": 0.2}, {"won_orders": 0.2, "alive": 0}).tolist() == [
        0.0,
        pytest.approx(0.18),
        0.2,
    ]


def test_nobody_holds_more_than_the_limit() -> None:
    assert won({"won_orders": 0.5, "fair_chance": 1.0, "fair_orders": 0.4})[0] == 0.5


def test_a_larger_chance_adds_winners_and_swaps_none() -> None:
    few, many = (
        won(*({"fair_chance": chance, "fair_orders": 0.1} for _ in range(MANY))) > 0.0
        for chance in (0.1, 0.4)
    )
    assert np.all(many[few])
    assert few.sum() < many.sum()
