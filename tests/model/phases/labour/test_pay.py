"""Wages and piece rates reach the household, with or without a floor."""

from __future__ import annotations

import pytest

from poverty_nodes.model.ledger import WAGES, new_flows
from poverty_nodes.model.phases.labour import pay
from poverty_nodes.model.population.employment_index import rows_by_post
from tests.model.village import (
    CASUAL,
    FEMALE,
    HOMEWORK,
    OWNER,
    REGULAR,
    SKILLED_REGULAR,
    Table,
    firms,
    households,
    instruments,
    parameters,
    places,
    setting,
    workers,
)


def paid(people: Table, table: Table, instrument: Table | None = None, **case: float) -> Table:
    """The place after wages are paid; the books agree on what they were."""
    homes, place, flows = households(*[{}] * len(people)), places({}), new_flows()
    p = parameters(units_homework=0.6)
    instrument = instruments() if instrument is None else instrument
    at_work, _ = rows_by_post(people)
    pay.pay_wages(people, at_work, table, homes, place, p, setting(**case), instrument, flows)
    assert flows[WAGES] == pytest.approx(homes["income"].sum())
    assert flows[WAGES] == pytest.approx(table["wage_bill"].sum())
    assert flows[WAGES] == pytest.approx(place["wage_bill"].sum())
    assert flows.sum() == flows[WAGES]
    return place


def test_everybody_is_paid_the_reference_of_the_post_times_the_firms_premium() -> None:
    posts = (SKILLED_REGULAR, REGULAR, CASUAL, HOMEWORK)
    people = workers(*[{"post": post} for post in posts], employer=0)
    paid(people, firms({"premium": 1.1}))
    assert people["wage"] == pytest.approx([165.0, 110.0, 88.0, 44.0])
    assert people["earnings"].tolist() == people["wage"].tolist()


def test_women_are_paid_less_by_the_gap_of_the_case() -> None:
    people = workers({"gender": FEMALE}, {}, employer=0, post=REGULAR)
    paid(people, firms({}), gender_gap=0.2)
    assert people["wage"] == pytest.approx([80.0, 100.0])


def test_owners_and_those_outside_are_paid_no_wage() -> None:
    people = workers({"post": OWNER, "employer": 0}, {})
    place = paid(people, firms({}))
    assert place["wage_bill"][0] == 0.0


def test_a_floor_lifts_those_below_it_where_it_is_enforced() -> None:
    people = workers(
        {"post": REGULAR, "employer": 0}, {"post": CASUAL, "employer": 0},
        {"post": HOMEWORK, "employer": 0}, {"post": REGULAR, "employer": 1},
        {"post": SKILLED_REGULAR, "employer": 0},
    )  # fmt: skip
    instrument = instruments(floor=110.0, casual_covered=1, homework_covered=1)
    place = paid(people, firms({"monitored": 1}, {"monitored": 0}), instrument)
    assert people["wage"] == pytest.approx([110.0, 110.0, 66.0, 100.0, 150.0])
    assert place["uplift"][0] == pytest.approx(10.0 + 30.0 + 26.0)


def test_the_gaps_to_the_floor_are_known_whether_it_is_enforced_or_not() -> None:
    posts = (REGULAR, SKILLED_REGULAR, CASUAL, HOMEWORK)
    people = workers(*[{"post": post} for post in posts], employer=0)
    table = firms({"monitored": 0})
    paid(people, table, instruments(floor=160.0))
    assert table["gap_regular"][0] == pytest.approx(60.0 + 10.0)
    assert table["gap_casual"][0] == pytest.approx(80.0)
    assert table["gap_homework"][0] == pytest.approx(0.6 * 160.0 - 40.0)


def test_last_months_bills_and_gaps_are_forgotten() -> None:
    table = firms({"wage_bill": 9.0, "gap_regular": 9.0, "gap_casual": 9.0, "gap_homework": 9.0})
    paid(workers({}), table)
    assert [table[name][0] for name in ("wage_bill", "gap_regular", "gap_casual")] == [0, 0, 0]
    assert table["gap_homework"][0] == 0.0
