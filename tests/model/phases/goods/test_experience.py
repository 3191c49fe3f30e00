"""Places and firms learn by doing, and persistent productivity moves firms through a spread of sizes that stays."""

from __future__ import annotations

import math

import numpy as np
import pytest

from poverty_nodes.model.phases.goods import production
from tests.model.village import firms, parameters, places


def test_experience_follows_what_is_made_and_rests_at_the_base() -> None:
    table = firms({"output": 1.0}, {"output": 2.0}, {"output": 2.0, "alive": 0})
    place = places({"made": 1.0}, {"made": 0.5})
    production.gain_experience(table, place, parameters(experience_speed=0.1))
    assert table["experience"] == pytest.approx([1.0, 1.1, 1.0])
    assert place["experience"] == pytest.approx([1.0, 0.95])


def test_without_a_spread_there_is_no_lasting_luck() -> None:
    table = firms({}, {"productivity_spread": 0.3})
    production.move_productivity(table, parameters(shock_spread=0.0), 1, 1)
    assert table["persistent_productivity"][0] == 0.0 != table["persistent_productivity"][1]


def test_who_keeps_its_luck_falls_behind_as_the_unlucky_of_the_trade_close() -> None:
    table = firms(
        *[
            {
                "productivity_spread": 1e-9,
                "productivity_drift": pace,
                "persistent_productivity": 0.1,
            }
            for pace in (0.0, 0.002)
        ]
    )
    production.move_productivity(table, parameters(luck_persistence=0.99, shock_spread=0.0), 1, 1)
    assert table["persistent_productivity"] == pytest.approx([0.099, 0.097])


def test_lasting_luck_keeps_its_spread_while_firms_change_places() -> None:
    """Large firms are born lucky and fall back; over 400 firms the spread stays within a tenth."""
    spread = 0.4
    born = np.random.default_rng(1).normal(0.0, spread, 400)
    table = firms(
        *[{"initial_productivity": float(each), "productivity_spread": spread} for each in born]
    )
    p = parameters(luck_persistence=0.98, shock_spread=0.0)
    for month in range(120):
        production.move_productivity(table, p, 1, month)
    level = table["initial_productivity"] + table["persistent_productivity"]
    assert level.std() == pytest.approx(spread, rel=0.1)
    assert abs(level.mean()) < 3.0 * spread / math.sqrt(len(table))
    assert np.corrcoef(level, born)[0, 1] < 0.3
