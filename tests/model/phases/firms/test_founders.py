"""Who founds: turns go by the chances of founding, and to nobody who has a firm."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.phases.firms import founders
from tests.model.village import OWNER, Table, households, parameters, places, workers


def turns(homes: Table, people: Table, seed: int = 1) -> tuple[np.ndarray, ...]:
    """Chances, turns and founders of one month."""
    n = len(homes)
    homes["first_worker"] = np.arange(n)
    chance, turn, founder = np.zeros(n), np.zeros(n), np.zeros(n, dtype=np.int64)
    founders.line_up(
        homes, people, places({"surplus": 1.0}), parameters(), chance, turn, founder, seed, 1
    )
    return chance, turn, founder


def test_the_turn_of_a_household_with_a_firm_never_comes() -> None:
    homes = households(*[{"id": i, "savings": 1e4, "smoothed_income": 50.0} for i in range(2)])
    people = workers({"post": OWNER}, {"household": 1})
    chance, turn, founder = turns(homes, people)
    assert chance[0] == 0.0 < chance[1]
    assert turn[0] == np.inf > turn[1]
    assert founder.tolist() == [-1, 1]


def test_turns_come_first_in_proportion_to_chances() -> None:
    """The minimum of exponential draws falls on each with its rate."""
    n = 4000
    homes = households(
        *[{"id": i, "savings": 800.0 if i % 2 else 8e4, "smoothed_income": 50.0} for i in range(n)]
    )
    chance, turn, _ = turns(homes, workers(*[{"household": i} for i in range(n)]))
    first = np.argsort(turn)[:200]
    rich = chance[0] / (chance[0] + chance[1])
    assert (first % 2 == 0).mean() == pytest.approx(rich, abs=0.1)
