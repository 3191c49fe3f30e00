"""Totals of the place that tables report."""

from __future__ import annotations

import pytest

from poverty_nodes.model.phases import tally
from tests.model.village import firms, parameters, places, setting


def test_value_added_is_sales_less_what_was_bought_from_others() -> None:
    table = firms(
        {"revenue": 900.0, "inputs": 300.0, "putout_cost": 100.0},
        {"revenue": 100.0, "inputs": 40.0},
        {"revenue": 70.0, "place": 1},
        {"revenue": 5000.0, "alive": 0},
    )
    place = places({"value_added": 9.0}, {})
    tally.add_up(table, place, parameters(), setting(input_share=0.5))
    assert place["value_added"].tolist() == pytest.approx([560.0, 70.0])


def fortunes(*table: dict[str, float]) -> tuple[float, float]:
    """What a place's firms have left over what they had at base, and what would-be founders see of it at once."""
    place = places({"surplus": 1.0, "base_surplus": 0.8, "firms": float(len(table))})
    tally.add_up(firms(*table), place, parameters(fortune_speed=1.0), setting(input_share=0.5))
    return float(place["left_over"][0]), float(place["surplus"][0])


ALONE = {"base_wage_bill": 0.0, "base_putout": 0.0}
LARGE = {"revenue": 8000.0, "inputs": 4000.0, "base_revenue": 10000.0, **ALONE}
SMALL = {"revenue": 80.0, "inputs": 40.0, "base_revenue": 100.0, **ALONE}


def test_fortunes_are_those_of_the_firms_that_are_there() -> None:
    assert fortunes(LARGE, SMALL) == pytest.approx((0.8, 1.0))
    # A large firm that closes leaves the others as well off as they were.
    assert fortunes({**LARGE, "alive": 0}, SMALL) == pytest.approx((0.8, 1.0))
    assert fortunes({**SMALL, "revenue": 120.0, "inputs": 60.0})[1] == pytest.approx(1.5)
    # Nothing left over is not seen as less than a tenth.
    assert fortunes({**SMALL, "revenue": 0.0, "inputs": 60.0})[1] == pytest.approx(0.1)
