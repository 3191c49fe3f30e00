"""A buyers' code: whom it bars from orders, when it is met, and who pays."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.ledger import LOANS, STANDARDS_MET, WORKS, new_flows
from poverty_nodes.model.phases.firms import codes_of_conduct
from poverty_nodes.model.phases.labour.labour_demand import floor_for
from poverty_nodes.model.phases.labour.labour_regulation import bound, covered
from tests.model.village import Dollars, Table, firms, instruments, parameters, places

CODE = {"code_standard": 0.7, "code_notice": 2.0, "code_floor": 90.0}
SUPPLIER = {"audited": 1, "standard": 0.5, "export_share": 1.0, "cash": 400.0, "base_revenue": 1e3}
SURE = {"standard_speed": 1.0, "standard_variable": 0.5, "facility_saving": 0.0}


def met(
    firm: dict[str, float], room: float = 1e9, **instrument: float
) -> tuple[Table, Dollars, float]:
    """A month in which the code can be met; the firm, the payments, what the programme paid."""
    table, flows, paid = firms(firm), new_flows(), np.zeros(1)
    codes_of_conduct.meet_code(
        *(table, places({}), parameters(**SURE), instruments(**{**CODE, **instrument})),
        *(np.array([room]), paid, flows, 1, 1),
    )
    return table, flows, float(paid[0])


def test_a_supplier_meets_the_code_and_borrows_what_its_cash_does_not_cover() -> None:
    table, flows, paid = met(SUPPLIER)
    assert table["standard"][0] == 0.7
    assert (table["cash"][0], table["debt"][0], paid) == (0.0, 100.0, 0.0)
    assert (flows[STANDARDS_MET], flows[LOANS], flows[WORKS]) == (500.0, 100.0, 0.0)


def test_the_programme_pays_its_part_as_far_as_its_money_goes() -> None:
    table, flows, paid = met(SUPPLIER, code_paid=0.6)
    assert (paid, flows[WORKS], flows[STANDARDS_MET]) == (300.0, 300.0, 200.0)
    assert table["cash"][0] == 200.0
    assert met(SUPPLIER, room=50.0, code_paid=0.6)[2] == 50.0


@pytest.mark.parametrize(
    "firm",
    [
        {**SUPPLIER, "audited": 0},
        {**SUPPLIER, "standard": 0.8},
        {**SUPPLIER, "export_share": 0.0},
        {**SUPPLIER, "alive": 0},
    ],
)
def test_who_is_not_asked_has_met_it_or_has_nothing_at_stake_pays_nothing(
    firm: dict[str, float],
) -> None:
    table, flows, _ = met(firm)
    assert table["standard"][0] == firm["standard"]
    assert not flows.any()


def test_orders_stop_when_the_notice_is_over_and_not_before() -> None:
    table, instrument = firms(SUPPLIER), instruments(**CODE)
    barred = []
    for _ in range(4):
        codes_of_conduct.warn(table, instrument)
        barred.append(bool(codes_of_conduct.failed_audit(table[0], instrument[0])))
    assert barred == [False, False, True, True]
    table["standard"] = 0.7
    codes_of_conduct.warn(table, instrument)
    assert not codes_of_conduct.failed_audit(table[0], instrument[0])
    assert table["warned"][0] == 0


def test_the_floor_holds_on_the_premises_and_at_home_only_if_auditors_go_there() -> None:
    table, instrument = firms(SUPPLIER, {**SUPPLIER, "audited": 0}), instruments(**CODE)
    floors = [floor_for(table[0], instrument[0], kind, 0.5) for kind in range(4)]
    assert floors == [90.0, 90.0, 90.0, 0.0]
    assert [floor_for(table[1], instrument[0], kind, 0.5) for kind in range(4)] == [0.0] * 4
    instrument["code_homework"] = 1
    assert floor_for(table[0], instrument[0], 3, 0.5) == 45.0


def test_the_higher_of_two_floors_holds() -> None:
    table, instrument = firms({**SUPPLIER, "monitored": 1}), instruments(**CODE, floor=100.0)
    assert floor_for(table[0], instrument[0], 1, 0.5) == 100.0
    instrument["floor"] = 80.0
    assert floor_for(table[0], instrument[0], 1, 0.5) == 90.0


def test_an_audited_firm_can_put_work_out_of_sight_and_not_casualise() -> None:
    table, instrument = firms(SUPPLIER), instruments(**CODE)
    assert bound(table[0], instrument[0])
    assert covered(table[0], instrument[0]) == (1, 0)
    instrument["code_homework"] = 1
    assert covered(table[0], instrument[0]) == (1, 1)
    instrument["code_floor"] = 0.0
    assert not bound(table[0], instrument[0])
