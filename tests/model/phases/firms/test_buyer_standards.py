"""Standards are met alone, with the joint facility, and with the buyer's help."""

from __future__ import annotations

import pytest

from poverty_nodes.model.ledger import LOANS, STANDARDS_MET, new_flows
from poverty_nodes.model.phases.firms import buyer_standards
from tests.model.village import (
    SUBCONTRACTOR,
    Dollars,
    Row,
    Table,
    buyers,
    firms,
    instruments,
    parameters,
    places,
)

QUIET = {"base_giving": 0.01, "base_fund": 10.0}
BUYERS = buyers({"knowledge_process": 1.5})
STANDARD = {
    "own_use": 0.0,
    "standard_variable": 0.0,
    "facility_saving": 0.6,
    "standard_margin": 0.15,
    "standard_horizon": 24.0,
    "standard_speed": 1.0,
    "standard_know_how": 0.0,
    "debt_limit": 3.0,
}
SUPPLIER = {"export_share": 0.8, "standard": 0.5, "cash": 1500.0}


def met(firm: Row, instrument: Row, **terms: float) -> tuple[bool, Table, Dollars]:
    """Whether one firm meets a standard this month, the firm and the payments."""
    table, flows = firms({**SUPPLIER, **firm}), new_flows()
    p, law = parameters(**{**STANDARD, **terms}), instruments(**instrument)
    n = buyer_standards.meet_standards(table, BUYERS, places(QUIET), p, law, flows, 1, 1)
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
    instrument = {"standard_required": 0.8, "standard_cost": 2000.0}
    done, table, flows = met({"cash": 400.0}, instrument)
    assert done
    assert (table["cash"][0], table["debt"][0]) == (0.0, pytest.approx(1000.0))
    assert flows[LOANS] == pytest.approx(1000.0)


@pytest.mark.parametrize(
    ("firm", "instrument"),
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
def test_who_does_not_invest_in_a_standard(firm: Row, instrument: Row) -> None:
    done, table, flows = met(firm, {"standard_cost": 2000.0, **instrument})
    assert not done
    assert table["standard"][0] == 0.5
    assert not flows.any()


def test_under_a_closure_order_every_tier_must_comply() -> None:
    instrument = {"closure_required": 0.8, "standard_cost": 2000.0}
    assert met({"tier": SUBCONTRACTOR, "export_share": 0.0}, instrument)[0]


def test_who_gives_more_than_the_others_pays_less_for_a_standard() -> None:
    instrument = {"standard_announced": 0.8, "standard_cost": 2000.0}
    giver = {"member": 1, "contribution": 0.02}
    paid = [
        met(firm, instrument, own_use=0.7)[2][STANDARDS_MET]
        for firm in (giver, {**giver, "member": 0})
    ]
    assert paid[0] < paid[1] < 2000.0


def test_a_buyer_who_teaches_bears_a_part_as_far_as_the_tie_reaches() -> None:
    """Help of 1 + 0.5 x 1.5 = 1.75: 2000 dollars less 0.6 x 1.75/2.75 of them."""
    instrument = {"standard_announced": 0.8, "standard_cost": 2000.0}
    paid = met({"buyer": 0, "tie": 0.5}, instrument)[2][STANDARDS_MET]
    assert paid == pytest.approx(2000.0 * (1.0 - 0.6 * 1.75 / 2.75))
    assert met({"buyer": 0}, instrument)[2][STANDARDS_MET] == pytest.approx(1400.0)
    alone = met({"buyer": 0, "tie": 0.5}, instrument, standard_teaching=0.0)[2][STANDARDS_MET]
    assert alone == pytest.approx(1400.0)


@pytest.mark.parametrize(
    ("firm", "instrument"),
    [
        ({}, {}),
        ({"standard": 0.8}, {"standard_announced": 0.8}),
        ({"tier": SUBCONTRACTOR}, {"standard_announced": 0.8}),
        ({"export_share": 0.1}, {"standard_announced": 0.8}),
    ],
    ids=["none comes", "met already", "no exporter", "little at stake"],
)
def test_help_saves_nothing_where_no_standard_is_to_be_met(firm: Row, instrument: Row) -> None:
    table, law = firms({**SUPPLIER, **firm}), instruments(**{"standard_cost": 2000.0, **instrument})
    p = parameters(**STANDARD)
    assert buyer_standards.saved_by_help(table[0], BUYERS, places(QUIET)[0], law[0], p[0]) == 0.0


def test_help_saves_a_month_its_part_of_the_cost_by_the_chance_to_act() -> None:
    table, law = firms(SUPPLIER), instruments(standard_announced=0.8, standard_cost=2000.0)
    p = parameters(**{**STANDARD, "standard_speed": 0.1})
    saved = buyer_standards.saved_by_help(table[0], BUYERS, places(QUIET)[0], law[0], p[0])
    assert saved == pytest.approx(0.1 * 2000.0 * 0.6 / 4.0)


def test_help_that_brings_know_how_also_saves_months_without_orders_the_more_the_nearer_they_are() -> (
    None
):
    """120 dollars of margin a month; a unit more of help adds 2 x 0.1 x 0.5 / 4 to a chance of 0.1."""
    table, p = (
        firms({**SUPPLIER, "base_revenue": 1000.0}),
        parameters(**{**STANDARD, "standard_speed": 0.1, "standard_know_how": 0.5}),
    )
    saved = []
    for due in (0.0, 6.0):
        law = instruments(standard_announced=0.8, standard_cost=2000.0, standard_due=due)
        saved.append(
            buyer_standards.saved_by_help(table[0], BUYERS, places(QUIET)[0], law[0], p[0])
        )
    of_cost, of_chance = 0.1 * 2000.0 * 0.6 / 4.0, 2 * 0.1 * 0.5 / 4.0
    assert saved[0] == pytest.approx(of_cost + of_chance * 120.0 / 0.1)
    assert saved[1] == pytest.approx(of_cost + of_chance * 120.0 * 0.9**6 / 0.1)


def test_who_has_more_help_acts_sooner_where_it_brings_know_how() -> None:
    instrument = {"standard_announced": 0.8, "standard_cost": 2000.0}
    rows = [{**SUPPLIER, "id": i, "member": i % 2, "contribution": 0.02} for i in range(2000)]
    table, law = firms(*rows), instruments(**instrument)
    p = parameters(**{**STANDARD, "own_use": 0.7, "standard_speed": 0.2, "standard_know_how": 0.5})
    buyer_standards.meet_standards(table, BUYERS, places(QUIET), p, law, new_flows(), 1, 1)
    done = table["standard"] == 0.8
    members, others = done[1::2].mean(), done[::2].mean()
    # Members have 0.7 x 2 + 0.3 of the facility, the others 0.3 of it.
    assert members == pytest.approx(0.2 * (1 + 0.5 * (2 * 1.7 / 2.7 - 1)), abs=0.03)
    assert others == pytest.approx(0.2 * (1 + 0.5 * (2 * 0.3 / 1.3 - 1)), abs=0.03)
