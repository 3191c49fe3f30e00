"""Where slow averages come to rest, and what a shock leaves behind for good."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.phases.goods import production
from poverty_nodes.model.phases.labour import reference_wages
from tests.limits.still_village import still_village
from tests.model.village import (
    Table,
    firms,
    households,
    parameters,
    places,
    setting,
)
from tests.small_economy import live


def test_wages_rest_on_the_wage_curve() -> None:
    staff = np.array([[0, 1, 0, 0]], dtype=np.int32)
    place: Table = places({"base_slack": 0.5})
    for _ in range(300):
        p = parameters(wage_curve=0.07, wage_speed=0.1)
        reference_wages.move_reference_wages(
            households({"adults": 4}), firms({}), staff, place, p, setting()
        )
    assert place["wage_regular"][0] == pytest.approx(100.0 * (0.75 / 0.5) ** -0.07)


def test_passing_shocks_have_the_spread_that_sizes_are_drawn_with() -> None:
    table = firms(*[{}] * 4000)
    p = parameters(shock_persistence=0.9, shock_spread=0.02)
    for month in range(1, 61):
        production.move_productivity(table, p, 1, month)
    assert np.std(table["transitory_productivity"]) == pytest.approx(
        0.02 / np.sqrt(1 - 0.81), rel=0.03
    )
    assert np.mean(table["transitory_productivity"]) == pytest.approx(0.0, abs=0.002)


def test_a_lasting_gain_in_productivity_lowers_the_price_by_less_than_it() -> None:
    """The demand curve is steep but not vertical: part of the gain is passed on to buyers."""
    village, better = still_village(), still_village()
    better.firms["productivity"][0] = 1.1
    live(village, 120), live(better, 120)
    output = better.firms["output"][0] / village.firms["output"][0]
    price = better.places["price_export"][0] / village.places["price_export"][0]
    assert 1.0 < output < 1.1**3
    assert 1.0 / 1.1 < price < 1.0


def test_orders_from_abroad_that_double_do_not_double_sales_at_home() -> None:
    village, busy = still_village(), still_village()
    busy.buyers["state"], busy.buyers["volatility"] = np.log(2.0), 0.0
    busy.parameters["order_persistence"] = 0.999999
    live(village, 12), live(busy, 12)
    assert busy.places["exports"][0] > 1.2 * village.places["exports"][0]
    home = busy.firms["revenue"][0] - busy.places["exports"][0]
    assert home < village.firms["revenue"][0] - village.places["exports"][0]


def test_without_wear_or_growth_capital_stays_where_sales_want_it() -> None:
    village = still_village(depreciation=0.0)
    capital = village.firms["capital"].copy()
    live(village, 24)
    assert village.firms["capital"] == pytest.approx(capital)
    assert village.firms["investment"] == pytest.approx(np.zeros(3), abs=1e-9)
