"""Totals of the place that tables report."""

from __future__ import annotations

import pytest

from model.phases import tally
from tests.model.village import firms, parameters, places


def test_value_added_is_sales_less_what_was_bought_from_others() -> None:
    table = firms(
        {"revenue": 900.0, "inputs": 300.0, "putout_cost": 100.0},
        {"revenue": 100.0, "inputs": 40.0},
        {"revenue": 70.0, "place": 1},
        {"revenue": 5000.0, "alive": 0},
    )
    place = places({"value_added": 9.0}, {})
    tally.add_up(table, place, parameters())
    assert place["value_added"].tolist() == pytest.approx([560.0, 70.0])
