"""Labour demand, split over contracts into whole posts, and what a standard does to its cost."""

from __future__ import annotations

import math

import numpy as np
import pytest

from poverty_nodes.model.phases.labour import labour_demand
from tests.model.village import (
    SPECIALIST,
    Heads,
    Table,
    firms,
    instruments,
    parameters,
    places,
    setting,
)

QUARTERS = {
    "share_skilled_regular": 0.25,
    "share_regular": 0.25,
    "share_casual": 0.25,
    "share_homework": 0.25,
}
EIGHT = {"base_heads": 8.0, "desired_heads": 8.0, "steady_heads": 8.0, "base_labour": 9.0}
COMPLY, CASUALISE, SHRINK = 1, 2, 4


def planned(table: Table, instrument: Table | None = None, **given: float) -> Heads:
    """Posts by firm and kind after one month's planning at base prices."""
    target = np.full((len(table), 4), -1, dtype=np.int32)
    labour_demand.plan_posts(
        table,
        places({}),
        parameters(**given),
        setting(input_share=0.4),
        instruments() if instrument is None else instrument,
        target,
        np.ones((1, 4)),
        1,
    )
    return target


def test_at_base_a_firm_wants_the_posts_it_had() -> None:
    table = firms({**QUARTERS, **EIGHT})
    assert planned(table).tolist() == [[2, 2, 2, 2]]
    assert table["desired_heads"][0] == pytest.approx(8.0)


def test_a_closed_firm_wants_nobody() -> None:
    assert planned(firms({**QUARTERS, **EIGHT, "alive": 0})).tolist() == [[0, 0, 0, 0]]


def test_posts_wanted_average_to_the_fraction_over_firms() -> None:
    table = firms(*[{"base_heads": 2.3, "desired_heads": 2.3, "steady_heads": 2.3}] * 3000)
    table["base_labour"] = 3.3
    table["type_id"] = table["id"]
    posts = planned(table)[:, 1]
    assert set(posts.tolist()) == {2, 3}
    assert np.mean(posts) == pytest.approx(2.3, abs=0.03)


def test_a_firms_rounding_is_the_same_every_month() -> None:
    table = firms(*[{"base_heads": 2.5, "desired_heads": 2.5, "steady_heads": 2.5}] * 50)
    table["base_labour"] = 3.5
    assert np.array_equal(planned(table), planned(table))


def test_labour_demand_answers_wage_cost_with_its_closed_form_elasticity() -> None:
    """Wages of all posts up by a tenth; the owner's own labour does not shrink with the posts."""
    table = firms({**QUARTERS, **EIGHT, "premium": 1.1})
    planned(table, demand_elasticity=6.0, labour_elasticity=0.8)
    curve, inputs = 5.0 / 6.0, 0.4
    returns = curve * ((1.0 - inputs) * 0.8 + inputs)
    labour = 9.0 * 1.1 ** (-1.0 - curve * (1.0 - inputs) * 0.8 / (1.0 - returns))
    assert table["wage_cost"][0] == pytest.approx(1.1)
    assert table["desired_heads"][0] == pytest.approx(8.0 * (labour - 1.0) / 8.0)


def test_regular_posts_follow_slowly_and_the_others_take_the_fluctuation() -> None:
    table = firms({**QUARTERS, **EIGHT, "base_heads": 80.0, "steady_heads": 80.0})
    table["base_labour"], table["expected_demand"] = 81.0, 0.5
    posts = planned(table, steady_speed=0.1)[0]
    fallen = table["desired_heads"][0]
    steady = 80.0 + 0.1 * (fallen - 80.0)
    assert table["steady_heads"][0] == pytest.approx(steady)
    assert posts[0] == pytest.approx(0.25 * steady, abs=1.0)
    assert posts[2] == pytest.approx((fallen - 0.5 * steady) / 2, abs=1.0)
    assert posts[2] < posts[0]


def test_turning_regular_posts_into_casual_ones_changes_no_head_count() -> None:
    table = firms({**QUARTERS, **EIGHT, "casual_shift": 0.5, "home_shift": 0.2})
    for name in ("base_heads", "desired_heads", "steady_heads"):
        table[name] = 800.0
    table["base_labour"] = 801.0
    posts = planned(table)[0]
    assert posts == pytest.approx([200, 100, 0.8 * 300, 200 + 0.2 * 300], abs=1.0)
    assert posts.sum() == pytest.approx(800, abs=2)


def test_a_firm_that_stays_small_keeps_under_its_limit_at_once() -> None:
    table = firms({**QUARTERS, **EIGHT, "head_limit": 4.0})
    assert planned(table).sum() <= 4 + 2  # whole posts of four kinds, each rounded by luck
    assert table["desired_heads"][0] == table["steady_heads"][0] == 4.0


def test_work_moved_to_subcontractors_needs_fewer_posts() -> None:
    table = firms({**QUARTERS, **EIGHT, "putout_shift": 0.25})
    planned(table)
    assert table["desired_heads"][0] == pytest.approx(6.0)


@pytest.mark.parametrize(("kind", "floor"), [(0, 120.0), (1, 120.0), (2, 120.0), (3, 0.6 * 120.0)])
def test_a_floor_that_covers_all_binds_all_and_home_work_by_the_piece(
    kind: int, floor: float
) -> None:
    firm = firms({"monitored": 1, "evasion": COMPLY})[0]
    instrument = instruments(floor=120.0, casual_covered=1, homework_covered=1)[0]
    assert labour_demand.floor_for(firm, instrument, kind, 0.6) == pytest.approx(floor)


def test_a_floor_binds_only_those_covered() -> None:
    firm = firms({"monitored": 1})[0]
    instrument = instruments(floor=120.0)[0]
    assert [labour_demand.floor_for(firm, instrument, kind, 0.6) for kind in range(4)] == [
        120,
        120,
        0,
        0,
    ]


@pytest.mark.parametrize("state", [{"monitored": 0}, {"monitored": 1, "evasion": SHRINK}])
def test_no_floor_binds_a_firm_that_is_not_inspected_or_stays_small(
    state: dict[str, int],
) -> None:
    instrument = instruments(floor=120.0, casual_covered=1, homework_covered=1)[0]
    assert labour_demand.floor_for(firms(state)[0], instrument, 1, 0.6) == 0.0


def test_the_cost_of_labour_weighs_kinds_by_what_they_cost_at_base() -> None:
    """Regular 100 -> floor 150, casual 80 uncovered; both cost a quarter more than their wage."""
    table = firms({"share_regular": 0.5, "share_casual": 0.5, "monitored": 1})
    instrument = instruments(floor=150.0)
    cost = labour_demand.wage_cost(table[0], places({})[0], instrument[0], 0.25, 0.6)
    assert cost == pytest.approx((0.5 * 150.0 + 0.5 * 100.0) / (0.5 * 125.0 + 0.5 * 100.0))


def test_a_floor_inside_the_markdown_leaves_labour_demand_where_it_was() -> None:
    table = firms({**QUARTERS, **EIGHT, "monitored": 1})
    instrument = instruments(floor=95.0, casual_covered=1)
    planned(table, instrument, monopsony_markdown=0.25)
    assert table["wage_cost"][0] == pytest.approx(1.0)
    assert table["desired_heads"][0] == pytest.approx(8.0)


def test_inputs_are_bought_in_part_at_home_and_by_specialists_only_from_outside() -> None:
    p = parameters(import_content=0.4)[0]
    place = places({"local_input_share": 0.5, "price_input": 1.2})[0]
    dear = instruments(input_price=1.1, exchange_rate=1.5)[0]
    maker, specialist = firms({}, {"tier": SPECIALIST})
    assert labour_demand.unit_inputs(maker, places({})[0], instruments()[0], p) == pytest.approx(
        1.0
    )
    assert labour_demand.unit_inputs(maker, place, instruments()[0], p) == pytest.approx(1.1)
    assert labour_demand.unit_inputs(specialist, place, instruments()[0], p) == pytest.approx(1.0)
    outside = 1.1 * (1.0 + 0.4 * 0.5)
    assert labour_demand.unit_inputs(specialist, place, dear, p) == pytest.approx(outside)
    assert labour_demand.unit_inputs(maker, place, dear, p) == pytest.approx(0.6 + 0.5 * outside)


def test_the_small_lose_most_when_neighbours_go_and_nobody_does_at_base() -> None:
    p = parameters(sharing_elasticity=0.02, sharing_size=0.5)[0]
    small, large, specialist = firms({"capital": 250.0}, {"capital": 4000.0}, {"tier": SPECIALIST})
    near = places({"sharing_capital": 1000.0})[0]
    gone = places({"sharing_capital": 1000.0, "specialists": 0.05})[0]
    instrument = instruments()[0]
    for firm, shared in ((small, 2.0), (large, 0.5), (specialist, 1.0)):
        assert labour_demand.unit_inputs(firm, near, instrument, p) == pytest.approx(1.0)
        dear = 0.05 ** (-0.02 * shared)
        assert labour_demand.unit_inputs(firm, gone, instrument, p) == pytest.approx(dear)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_lasting_luck_moves_who_puts_work_out_as_much_as_who_makes_all_himself(
    share: float,
) -> None:
    def grown(name: str, putout: float) -> float:
        alone, lucky = firms({"putout_share": putout}, {"putout_share": putout, name: 0.1})
        plans = [
            labour_demand.plan_sales(
                each, places({})[0], setting(input_share=0.5)[0], instruments()[0], parameters()[0]
            )
            for each in (alone, lucky)
        ]
        return math.log(plans[1] / plans[0]) / 0.1

    assert grown("persistent_productivity", share) > grown("persistent_productivity", 0.0) > 1.4
    # Transitory productivity is that of its own hands.
    assert grown("transitory_productivity", share) < (1.0 - 0.5 * share) * grown(
        "transitory_productivity", 0.0
    )
    assert grown("transitory_productivity", 0.0) == pytest.approx(
        grown("persistent_productivity", 0.0)
    )


def test_capital_shock_and_crowding_multiply_what_labour_makes() -> None:
    firm = firms(
        {
            "capital": 1210.0,
            "capital_elasticity": 0.5,
            "transitory_productivity": 0.1,
            "productivity": 2.0,
        }
    )
    place = places({"density": 4.0})[0]
    made = labour_demand.productive_capital(firm[0], place, parameters(congestion=0.01)[0])
    crowd = (1.5 / 1.125) ** -0.08
    assert made == pytest.approx(2.0 * math.exp(0.1) * crowd * math.sqrt(1.21))
