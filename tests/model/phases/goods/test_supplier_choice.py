"""Buyers choose among suppliers, and order more or less from a place for what its suppliers are."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.phases.goods import supplier_choice
from tests.model.village import Table, buyers, firms, instruments, parameters, places

EXPORTS = {"buyer": 0, "export_share": 0.8}


def large_enough(supplier: np.record, least: float) -> bool:
    """Whether a buyer that asks for so many workers at least admits a supplier."""
    buyer, place = buyers({"minimum_order": least})[0], places({"base_giving": 0.01})[0]
    place.facility = 1.0
    p = parameters(joint_pooling=0.5, own_use=0.7)[0]
    return bool(supplier_choice.admits(buyer, supplier, place, instruments()[0], p))


def choose(table: Table, buying: Table, instrument: Table | None = None, **given: float) -> None:
    """Buyers' choice of suppliers in a month without shocks unless given."""
    instrument = instruments() if instrument is None else instrument
    supplier_choice.choose_suppliers(table, buying, places({}), parameters(**given), instrument)


def test_equal_suppliers_keep_their_shares() -> None:
    table = firms({"base_revenue": 1000.0}, {"base_revenue": 3000.0}, **EXPORTS)
    choose(table, buyers({"base_orders": 3200.0, "switching": 0.1}))
    assert table["order_weight"] == pytest.approx([1.0, 1.0])


def test_orders_move_to_the_better_supplier_and_add_up_to_the_buyers_volume() -> None:
    table = firms({"quality": 0.6}, {}, **EXPORTS)
    buying = buyers({"base_orders": 1600.0, "switching": 0.1})
    choose(table, buying, preference_quality=2.0, place_appeal=0.0)
    better = np.exp(0.2)  # quality 0.1 above its base
    wish = np.array([better, 1.0]) * 2 / (better + 1)
    assert table["order_weight"] == pytest.approx(1 + 0.1 * (wish - 1))
    assert (table["order_weight"] * 800.0).sum() == pytest.approx(1600.0)


def test_a_place_whose_suppliers_become_better_wins_orders_as_it_would_by_prices() -> None:
    table = firms({"quality": 0.6}, {}, **EXPORTS)
    buying = buyers({"base_orders": 1600.0, "switching": 0.1})
    choose(table, buying, preference_quality=2.0)
    won = np.exp(0.1) ** 0.2  # mean appeal to the power (2 - 1)/(6 - 1)
    assert (table["order_weight"] * 800.0).sum() == pytest.approx(1600.0 * (1 + 0.1 * (won - 1)))
    for _ in range(200):
        choose(table, buying, preference_quality=2.0)
    assert buying["appeal"][0] == pytest.approx(won)
    wish = np.array([np.exp(0.2), 1.0]) * 2 / (np.exp(0.2) + 1)
    assert table["order_weight"] == pytest.approx(won * wish)


def test_what_one_supplier_gains_costs_the_others_less_where_the_place_wins_orders() -> None:
    left = []
    for place_appeal in (0.0, 1.0):
        table = firms({"quality": 0.6}, {}, **EXPORTS)
        buying = buyers({"base_orders": 1600.0, "switching": 1.0})
        choose(table, buying, preference_quality=2.0, place_appeal=place_appeal)
        left.append(table["order_weight"][1])
    assert left[0] < left[1] < 1.0


def test_suppliers_that_come_to_differ_as_those_elsewhere_do_win_and_lose_the_place_nothing() -> (
    None
):
    table = firms({"quality": 0.6}, {"quality": 0.4}, **EXPORTS)
    buying = buyers({"base_orders": 1600.0, "switching": 0.1})
    choose(table, buying, preference_quality=2.0)
    assert buying["appeal"][0] == pytest.approx(1.0)


def test_the_orders_of_a_closed_supplier_go_to_the_others() -> None:
    table = firms({}, {}, {"alive": 0}, {"buyer": 1}, **EXPORTS)
    table["buyer"][3] = 1
    buying = buyers({"base_orders": 2400.0}, {"base_orders": 800.0})
    choose(table, buying)
    assert table["order_weight"][[0, 1, 3]] == pytest.approx([1.5, 1.5, 1.0])


@pytest.mark.parametrize(
    ("terms", "supplier"),
    [
        ({"minimum_quality": 0.6}, {"quality": 0.5}),
        ({"minimum_standard": 0.6}, {"standard": 0.5}),
        ({"minimum_order": 10.0}, {"desired_heads": 5.0, "putout_share": 0.4}),
    ],
)
def test_a_buyer_orders_nothing_from_a_supplier_it_does_not_admit(
    terms: dict[str, float], supplier: dict[str, float]
) -> None:
    fine = {"quality": 0.9, "base_quality": 0.9, "standard": 0.9, "desired_heads": 20.0}
    table = firms(supplier, fine, **EXPORTS)
    choose(table, buyers({"base_orders": 1600.0, **terms}))
    assert table["order_weight"] == pytest.approx([0.0, 2.0])


def test_a_buyer_whom_nobody_suits_orders_nothing() -> None:
    table = firms({}, {"buyer": 1}, **{**EXPORTS, "quality": 0.5})
    table["buyer"][1] = 1
    buying = buyers({"base_orders": 800.0, "minimum_quality": 0.9}, {"base_orders": 800.0})
    choose(table, buying)
    assert table["order_weight"].tolist() == [0.0, 1.0]


def test_capacity_counts_what_others_make_for_the_supplier() -> None:
    supplier = firms({"desired_heads": 6.0, "putout_share": 0.4})[0]
    assert large_enough(supplier, 10.0)
    assert not large_enough(supplier, 10.1)


def test_members_stand_together_for_large_orders_as_far_as_the_facility_reaches() -> None:
    alone, member = firms({"desired_heads": 10.0}, {"desired_heads": 10.0, "member": 1})
    member.contribution = 0.01
    assert not large_enough(alone, 10.1)
    assert large_enough(member, 15.0)
    assert not large_enough(member, 15.1)
    member.contribution = 0.0  # a member in name only has the common part
    assert large_enough(member, 11.5)
    assert not large_enough(member, 11.6)
