"""Members give as others do and as giving pays, and the fund becomes the facility."""

from __future__ import annotations

import pytest

from poverty_nodes.model.ledger import JOINT_FACILITY, JOINT_GIVING, JOINT_RELIEF, new_flows
from poverty_nodes.model.phases.association import joint_action
from tests.model.village import (
    EXPORTER,
    Dollars,
    Row,
    Table,
    buyers,
    firms,
    instruments,
    parameters,
    places,
)

MEMBER = {
    "member": 1,
    "trust": 0.5,
    "contribution": 0.01,
    "base_contribution": 0.01,
    "cash": 500.0,
    "tier": EXPORTER,
}
QUIET = {
    "facility": 1.0,
    "returned": 1.0,
    "aspiration": 1.0,
    "base_giving": 0.01,
    "base_fund": 10.0,
}


def given(
    *rows: Row, place: Row | None = None, instrument: Table | None = None, **terms: float
) -> tuple[Table, Table, Dollars]:
    """Firms, place and payments after members have given once."""
    table, where, flows = firms(*rows), places({**QUIET, **(place or {})}), new_flows()
    p = parameters(**{"base_trust": 0.5, "giving_speed": 0.1, **terms})
    instrument = instruments() if instrument is None else instrument
    joint_action.give(table, buyers({}), where, p, instrument, flows)
    return table, where, flows


def test_members_give_their_share_of_sales_and_others_nothing() -> None:
    table, place, flows = given(MEMBER, {**MEMBER, "member": 0}, {**MEMBER, "alive": 0})
    assert flows[JOINT_GIVING] == place["fund"][0] == pytest.approx(10.0)
    assert table["cash"].tolist() == [490.0, 500.0, 500.0]


def test_nobody_gives_more_than_is_in_the_till() -> None:
    table, place, _ = given({**MEMBER, "cash": 3.0})
    assert table["cash"][0] == 0.0
    assert place["fund"][0] == pytest.approx(3.0)


def test_in_quiet_times_giving_and_trust_stay() -> None:
    table, place, _ = given(MEMBER, MEMBER)
    assert place["giving"][0] == pytest.approx(0.01)
    assert table["contribution"] == pytest.approx([0.01, 0.01])
    assert table["trust"] == pytest.approx([0.5, 0.5])


def test_free_riders_wear_down_the_trust_of_those_who_give() -> None:
    table, _, _ = given(MEMBER, {**MEMBER, "contribution": 0.0}, {**MEMBER, "contribution": 0.0})
    assert table["trust"][0] < 0.5 < table["trust"][1]
    assert table["contribution"][0] < 0.01


STANDARD = {"standard_announced": 0.8, "standard_cost": 2000.0}
BELOW = {**MEMBER, "export_share": 0.8, "standard": 0.5}


def test_a_coming_standard_brings_those_together_who_have_yet_to_meet_it() -> None:
    table, _, _ = given(BELOW, {**BELOW, "standard": 0.8}, instrument=instruments(**STANDARD))
    assert table["contribution"][0] > 0.01
    assert table["contribution"][1] == pytest.approx(0.01)


def test_who_would_not_meet_a_standard_anyway_gives_nothing_for_it() -> None:
    table, _, _ = given({**BELOW, "export_share": 0.1}, instrument=instruments(**STANDARD))
    assert table["contribution"][0] == pytest.approx(0.01)


def test_a_slump_brings_members_nothing_to_give_for() -> None:
    table, _, _ = given({**MEMBER, "demand": 0.5}, instrument=instruments(export_orders=0.5))
    assert table["contribution"][0] == pytest.approx(0.01)


def test_a_member_whose_buyer_teaches_needs_its_neighbours_less() -> None:
    table, place = firms({**BELOW, "buyer": 0, "tie": 0.9}), places(QUIET)
    p, law = parameters(base_trust=0.5, giving_speed=0.1), instruments(**STANDARD)
    worth = [
        joint_action.worth_of_giving(
            table[0], buyers({"knowledge_process": taught}), place[0], law[0], p[0]
        )
        for taught in (0.0, 0.4, 1.5)
    ]
    assert worth[0] > worth[1] > worth[2] > 1.0


def test_members_who_have_become_less_alike_trust_each_other_less() -> None:
    terms = {"trust_memory": 0.1, "unlike_distrust": 0.5}
    now, before = ({"unlike": 0.6, "base_unlike": each} for each in (0.4, 0.6))
    assert given(MEMBER, place=now, **terms)[0]["trust"][0] == pytest.approx(0.5 - 0.1 * 0.05)
    assert given(MEMBER, place=before, **terms)[0]["trust"][0] == pytest.approx(0.5)


def test_a_large_member_whose_tie_to_its_buyer_grows_gives_less_than_a_small_one() -> None:
    near = {**MEMBER, "tie": 0.8, "base_tie": 0.5}
    large, small = {**near, "base_revenue": 9000.0}, {**near, "base_revenue": 10.0}
    table, _, _ = given(large, small, outside_pull=1.0)
    assert table["contribution"][0] < table["contribution"][1] < 0.01
    assert given(large, small, outside_pull=0.0)[0]["contribution"] == pytest.approx([0.01, 0.01])


def test_all_that_was_given_is_built_into_the_facility() -> None:
    place, flows = places({**QUIET, "fund": 20.0}), new_flows()
    joint_action.build(place, parameters(facility_wear=0.1), flows)
    assert place["fund"][0] == 0.0
    assert flows[JOINT_FACILITY] == 20.0
    assert place["facility"][0] == pytest.approx(1.1)
    assert place["returned"][0] == pytest.approx(1.0)


def test_without_spending_the_facility_wears_out_and_returns_less() -> None:
    place = places(QUIET)
    for _ in range(60):
        joint_action.build(place, parameters(facility_wear=0.05), new_flows())
    assert place["facility"][0] < 0.1
    assert place["returned"][0] < 0.5


def test_members_get_used_to_what_the_facility_returns() -> None:
    place, p = places({**QUIET, "returned": 1.4, "facility": 2.5}), parameters(aspiration_speed=0.1)
    before = place["aspiration"][0]
    joint_action.build(place, p, new_flows())
    assert before < place["aspiration"][0] < place["returned"][0]


def relieved(*rows: Row, fund: float = 100.0, **terms: float) -> tuple[Table, Table, Dollars]:
    """Firms, place and payments after the association has helped members whose orders fell away."""
    table, where, flows = firms(*rows), places({**QUIET, "fund": fund}), new_flows()
    p = parameters(**{"joint_relief": 0.25, "relief_from": 0.3, **terms})
    joint_action.relieve(table, where, p, flows)
    return table, where, flows


IDLE = {**MEMBER, "base_revenue": 1000.0, "output": 0.5, "experience": 1.0}


def test_members_whose_orders_fell_away_share_a_part_of_the_fund_by_what_they_miss() -> None:
    worse = {**IDLE, "output": 0.1}
    table, place, flows = relieved(IDLE, worse, {**IDLE, "output": 0.75}, {**IDLE, "member": 0})
    assert table["cash"] == pytest.approx([500.0 + 25.0 / 4, 500.0 + 75.0 / 4, 500.0, 500.0])
    assert place["fund"][0] == pytest.approx(75.0)
    assert flows[JOINT_RELIEF] == pytest.approx(25.0)


def test_nobody_is_given_more_than_is_missed_and_without_the_rule_nothing() -> None:
    table, place, _ = relieved(IDLE, fund=1e6)
    assert table["cash"][0] == pytest.approx(500.0 + 200.0)
    assert place["fund"][0] == pytest.approx(1e6 - 200.0)
    assert not relieved(IDLE, joint_relief=0.0)[2].any()
    assert not relieved({**IDLE, "output": 0.71})[2].any()


def test_who_is_brought_into_the_association_is_marked_as_no_member_of_the_base() -> None:
    table, _, _ = given(MEMBER, {**MEMBER, "member": 0, "brokered": 0.1})
    assert table["member"].tolist() == [1, 1]
    assert table["joined"].tolist() == [0, 1]
