"""Inspection picks firms by persistent productivity; each of them decides, and contracts shift slowly."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest

from poverty_nodes.model.phases.labour import labour_regulation
from poverty_nodes.model.population.service_queue import ServiceQueue
from tests.model.village import Row, Table, firms, instruments, parameters

NO, COMPLY, CASUALISE, PUT_OUT, SHRINK = range(5)
FREE = {"reorganisation_cost": 0.0}


def enforced(table: Table, heads: int = 10, can: float = np.inf, **instrument: float) -> Table:
    """Units left and used after one month's inspection of firms with so many workers each."""
    staff = np.zeros((len(table), 4), np.int32)
    staff[:, 1] = heads
    funds = np.array([can, 0.0])
    queue = ServiceQueue(np.arange(len(table)), np.ones(len(table), np.int8), funds)
    given = {"floor": 100.0, "monitored_formal": 1.0, "monitored_informal": 1.0, **instrument}
    labour_regulation.forget(table)
    labour_regulation.enforce(table, staff, instruments(**given), queue, 1)
    return funds


def answered(
    firm: Row,
    law: Row | None = None,
    heads: int = 10,
    months: int = 1,
    terms: Mapping[str, float] | None = None,
) -> Table:
    """One firm after so many months of answering a standard."""
    table = firms({"monitored": 1, **firm})
    staff = np.full((1, 4), 0, np.int32)
    staff[0, 1] = heads
    usual = {"shift_limit": 0.5, "shift_speed": 0.2, "putout_limit": 0.2}
    p = parameters(**{**usual, **FREE, **(terms or {})})
    for month in range(1, months + 1):
        labour_regulation.respond(
            table, staff, p, instruments(**{"floor": 100.0, **(law or {})}), 1, month
        )
    return table


def test_formal_and_informal_firms_are_inspected_at_their_own_shares() -> None:
    table = firms(*[{"formal": f % 2} for f in range(4000)])
    enforced(table, monitored_formal=0.8, monitored_informal=0.3)
    formal = table["formal"] == 1
    assert np.mean(table["monitored"][formal]) == pytest.approx(0.8, abs=0.03)
    assert np.mean(table["monitored"][~formal]) == pytest.approx(0.3, abs=0.03)


def test_more_enforcement_adds_firms_and_swaps_none() -> None:
    few, many = firms(*[{}] * 500), firms(*[{}] * 500)
    enforced(few, monitored_informal=0.3)
    enforced(many, monitored_informal=0.6)
    assert np.all(many["monitored"] >= few["monitored"])
    assert many["monitored"].sum() > few["monitored"].sum()


@pytest.mark.parametrize(
    ("firm", "heads", "instrument", "flagged"),
    [
        ({}, 10, {}, 1),
        ({}, 10, {"floor": 0.0}, 0),
        ({"alive": 0}, 10, {}, 0),
        ({}, 9, {"monitored_from": 10.0}, 0),
        ({}, 10, {"monitored_from": 10.0}, 1),
        ({"evasion": SHRINK}, 9, {"monitored_from": 10.0}, 1),
        ({}, 10, {"monitored_informal": 0.0}, 0),
    ],
)
def test_who_falls_under_a_standard(firm: Row, heads: int, instrument: Row, flagged: int) -> None:
    table = firms({"monitored": 1, **firm})
    funds = enforced(table, heads, **instrument)
    assert table["monitored"][0] == flagged
    assert funds[1] == flagged


def test_inspection_stops_when_the_purse_is_empty_and_forgets_last_months_firms() -> None:
    table = firms(*[{"monitored": 1}] * 5)
    funds = enforced(table, can=2.5)
    assert table["monitored"].tolist() == [1, 1, 0, 0, 0]
    assert funds.tolist() == [0.5, 2.0]


@pytest.mark.parametrize(
    ("gaps", "instrument", "course"),
    [
        ({"gap_regular": 50.0}, {"casual_covered": 0}, CASUALISE),
        ({"gap_regular": 50.0}, {"casual_covered": 1, "homework_covered": 1}, COMPLY),
        ({"gap_casual": 50.0}, {"casual_covered": 1, "homework_covered": 0}, PUT_OUT),
        ({"gap_casual": 50.0}, {"casual_covered": 1, "homework_covered": 1}, COMPLY),
        ({"gap_regular": 50.0}, {"casual_covered": 0, "penalty": 1.0}, COMPLY),
        ({}, {"casual_covered": 0}, COMPLY),
    ],
)
def test_a_firm_takes_the_way_round_that_the_law_leaves_open(
    gaps: Row, instrument: Row, course: int
) -> None:
    assert answered(gaps, instrument)["evasion"][0] == course


def test_a_firm_that_earns_little_stays_under_the_threshold() -> None:
    gaps = {"gap_regular": 500.0, "profit": 100.0}
    instrument = {"monitored_from": 10.0, "casual_covered": 1, "homework_covered": 1}
    table = answered(gaps, instrument, heads=10)
    assert table["evasion"][0] == SHRINK
    assert table["head_limit"][0] == 9.0


def test_reorganising_can_cost_more_than_it_saves() -> None:
    firm = {"gap_regular": 50.0, "wage_bill": 1000.0}
    given = {"reorganisation_cost": 0.1, "reorganisation_spread": 0.0}
    assert answered(firm, {"casual_covered": 0}, terms=given)["evasion"][0] == COMPLY


def test_contracts_shift_slowly_towards_their_limit() -> None:
    table = answered({"gap_regular": 50.0}, months=2, terms={"reconsider": 0.0})
    assert table["casual_shift"][0] == pytest.approx(0.5 * (1 - 0.8**2))
    assert table["home_shift"][0] == table["putout_shift"][0] == 0.0


def test_an_exporter_that_puts_work_out_moves_own_work_too_if_it_has_subcontractors() -> None:
    instrument = {"casual_covered": 1}
    for share, moved in ((0.3, 0.2 * 0.2), (0.0, 0.0)):
        table = answered({"gap_casual": 50.0, "putout_share": share}, instrument)
        assert table["home_shift"][0] == pytest.approx(0.2 * 0.5)
        assert table["putout_shift"][0] == pytest.approx(moved)


def test_a_firm_keeps_to_its_choice_until_it_reconsiders() -> None:
    chosen = {"evasion": COMPLY, "gap_regular": 50.0}
    assert answered(chosen, terms={"reconsider": 0.0})["evasion"][0] == COMPLY
    assert answered(chosen, terms={"reconsider": 1.0})["evasion"][0] == CASUALISE


def test_without_inspection_all_drifts_back() -> None:
    table = answered({"monitored": 0, "evasion": PUT_OUT, "home_shift": 0.5, "head_limit": 9.0})
    assert (table["evasion"][0], table["head_limit"][0]) == (NO, 0.0)
    assert table["home_shift"][0] == pytest.approx(0.4)


def test_a_closed_firm_answers_nothing() -> None:
    table = answered({"alive": 0, "casual_shift": 0.3})
    assert table["casual_shift"][0] == 0.3
