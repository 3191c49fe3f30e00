"""Members give, the fund becomes the facility, and standards are met alone or together."""

from __future__ import annotations

import pytest

from model.ledger import JOINT_FACILITY, JOINT_GIVING, LOANS, STANDARDS_MET, new_flows
from model.phases import joint_action
from tests.model.village import (
    EXPORTER,
    SUBCONTRACTOR,
    Dollars,
    Row,
    Table,
    buyers,
    firms,
    levers,
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
    "fortune": 1.0,
    "aspiration": 1.0,
    "base_giving": 0.01,
    "base_fund": 10.0,
}


def given(
    *rows: Row, place: Row | None = None, lever: Table | None = None, **terms: float
) -> tuple[Table, Table, Dollars]:
    """Firms, place and payments after members have given once."""
    table, where, flows = firms(*rows), places({**QUIET, **(place or {})}), new_flows()
    p = parameters(**{"base_trust": 0.5, "giving_speed": 0.1, **terms})
    lever = levers() if lever is None else lever
    joint_action.give(table, buyers({}), where, p, lever, flows)
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


@pytest.mark.parametrize(
    ("lever", "place", "threat"),
    [
        ({}, {}, 0.0),
        ({"standard_announced": 0.8}, {}, 1.0),
        ({"closure_required": 0.8}, {}, 1.0),
        ({}, {"fortune": 0.95}, 0.0),
        ({}, {"fortune": 0.8}, 0.2),
        ({}, {"fortune": 0.2}, 1.0),
        ({}, {"fortune": 1.3}, 0.0),
    ],
)
def test_a_coming_standard_or_a_slump_is_a_common_threat(
    lever: Row, place: Row, threat: float
) -> None:
    row = places({**QUIET, **place})[0]
    assert joint_action.pressure(row, levers(**lever)[0]) == pytest.approx(threat)


def test_a_threat_brings_members_together() -> None:
    quiet, _, _ = given(MEMBER)
    threatened, _, _ = given(MEMBER, lever=levers(standard_announced=0.8), threat_worth=1.5)
    assert threatened["contribution"][0] > quiet["contribution"][0]


def test_a_firm_whose_buyer_orders_more_than_before_needs_its_neighbours_less() -> None:
    firm = firms({"buyer": 0, "export_share": 0.8, "order_weight": 1.5})[0]
    orders = buyers({"volume": 1.0, "base_orders": 100.0})
    assert joint_action.outside_link(firm, orders, 1e9) == pytest.approx(0.4)
    assert joint_action.outside_link(firm, buyers({"volume": 0.5}), 1e9) == 0.0
    assert joint_action.outside_link(firms({})[0], buyers({}), 1e9) == 0.0


def test_a_firm_tied_to_the_buyer_who_takes_most_looks_to_that_buyer() -> None:
    table = buyers({"base_orders": 80.0}, {"base_orders": 20.0})
    orders = joint_action.placed_here(table, 0)
    large, small = (
        joint_action.outside_link(
            firms({"buyer": b, "export_share": 1.0, "tie": 0.9})[0], table, orders
        )
        for b in (0, 1)
    )
    assert orders == 100.0
    assert (large, small) == (pytest.approx(0.72), pytest.approx(0.18))


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


STANDARD = {
    "own_use": 0.0,
    "standard_variable": 0.0,
    "facility_saving": 0.6,
    "standard_margin": 0.15,
    "standard_horizon": 24.0,
    "standard_speed": 1.0,
    "debt_limit": 3.0,
}
SUPPLIER = {"export_share": 0.8, "standard": 0.5, "cash": 1500.0}


def met(firm: Row, lever: Row, **terms: float) -> tuple[bool, Table, Dollars]:
    """Whether one firm meets a standard this month, the firm and the payments."""
    table, flows = firms({**SUPPLIER, **firm}), new_flows()
    p, law = parameters(**{**STANDARD, **terms}), levers(**lever)
    n = joint_action.meet_standards(table, places(QUIET), p, law, flows, 1, 1)
    return bool(n), table, flows


def test_a_supplier_pays_its_share_of_the_cost_when_the_facility_bears_a_part() -> None:
    """2000 dollars alone, less 0.6 x 1/2 of it: 1400, and 2880 of margin are at stake."""
    done, table, flows = met({}, {"standard_announced": 0.8, "standard_cost": 2000.0})
    assert done
    assert table["standard"][0] == 0.8
    assert table["cash"][0] == pytest.approx(100.0)
    assert flows[STANDARDS_MET] == pytest.approx(1400.0)
    assert flows[LOANS] == 0.0


def test_what_cash_does_not_cover_is_borrowed() -> None:
    lever = {"standard_required": 0.8, "standard_cost": 2000.0}
    done, table, flows = met({"cash": 400.0}, lever)
    assert done
    assert (table["cash"][0], table["debt"][0]) == (0.0, pytest.approx(1000.0))
    assert flows[LOANS] == pytest.approx(1000.0)


@pytest.mark.parametrize(
    ("firm", "lever"),
    [
        ({}, {}),
        ({}, {"standard_announced": 0.4}),
        ({"alive": 0}, {"standard_announced": 0.8}),
        ({"tier": SUBCONTRACTOR}, {"standard_announced": 0.8}),
        ({"export_share": 0.1}, {"standard_announced": 0.8}),
        ({"cash": 0.0, "debt": 3000.0}, {"standard_announced": 0.8}),
    ],
    ids=["none comes", "met already", "closed", "no exporter", "little at stake", "no means"],
)
def test_who_does_not_invest_in_a_standard(firm: Row, lever: Row) -> None:
    done, table, flows = met(firm, {"standard_cost": 2000.0, **lever})
    assert not done
    assert table["standard"][0] == 0.5
    assert not flows.any()


def test_under_a_closure_order_every_tier_must_comply() -> None:
    lever = {"closure_required": 0.8, "standard_cost": 2000.0}
    assert met({"tier": SUBCONTRACTOR, "export_share": 0.0}, lever)[0]


def test_who_gives_more_than_the_others_pays_less_for_a_standard() -> None:
    lever = {"standard_announced": 0.8, "standard_cost": 2000.0}
    giver = {"member": 1, "contribution": 0.02}
    paid = [
        met(firm, lever, own_use=0.7)[2][STANDARDS_MET] for firm in (giver, {**giver, "member": 0})
    ]
    assert paid[0] < paid[1] < 2000.0


def test_members_get_used_to_what_the_facility_returns() -> None:
    place, p = places({**QUIET, "returned": 1.4, "facility": 2.5}), parameters(aspiration_speed=0.1)
    before = place["aspiration"][0]
    joint_action.build(place, p, new_flows())
    assert before < place["aspiration"][0] < place["returned"][0]
