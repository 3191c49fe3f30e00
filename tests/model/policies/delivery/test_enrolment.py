"""Who takes part: take-up, the queue, capacity and budget, and what luck hangs on."""

from __future__ import annotations

from typing import ClassVar, Literal

import numpy as np
import pytest

from poverty_nodes.model.policies.base import Policy
from poverty_nodes.model.policies.delivery.account import Account
from poverty_nodes.model.policies.delivery.tables import Tables
from tests.model.village import firms, households, workers

HOMES = 400


class Course(Policy):
    """Four months that a person attends once."""

    name: ClassVar[str] = "course"
    targets: ClassVar[Literal["person", "household", "firm"]] = "person"
    charged: ClassVar[Literal["once", "monthly"]] = "once"

    def stay(self) -> int | None:
        """Four months."""
        return 4


class Allowance(Policy):
    """Thirty dollars a month to households, as long as there is money."""

    name: ClassVar[str] = "allowance"
    targets: ClassVar[Literal["person", "household", "firm"]] = "household"
    pays: ClassVar[Literal["firms", "households"] | None] = "households"

    def benefit(self, tables: Tables, rows: np.ndarray) -> float:
        """The same for each."""
        return 30.0


def town(seed: int = 3) -> Tables:
    return Tables(
        firms({}),
        workers(*({} for _ in range(HOMES))),
        households(*({"size": 2} for _ in range(HOMES))),
        np.zeros((1, 4), np.int32),
        seed=seed,
    )


def account(policy: Policy) -> Account:
    return Account.open(policy, 1.0, HOMES)


def served(each: Account, month: int = 1, tables: Tables | None = None) -> set[int]:
    each.prepare(tables or town(), month)
    each.book(month)
    return set(np.flatnonzero(each.enrolment.served).tolist())


def test_take_up_is_the_share_of_the_eligible_who_take_part() -> None:
    assert len(served(account(Course(start=1, take_up=0.4)))) == pytest.approx(0.4 * HOMES, abs=30)


def test_more_take_up_adds_people_and_swaps_none() -> None:
    few, many = (served(account(Course(start=1, take_up=share))) for share in (0.2, 0.6))
    assert few < many


def test_another_policy_has_other_takers() -> None:
    one, other = (
        served(account(Course(start=1, take_up=0.5))),
        served(account(Allowance(start=1, take_up=0.5))),
    )
    assert one != other
    assert len(one & other) == pytest.approx(0.25 * HOMES, abs=40)


def test_more_room_adds_people_and_swaps_none() -> None:
    few, many = (served(account(Course(start=1, capacity=room))) for room in (20, 50))
    assert (len(few), len(many)) == (20, 50)
    assert few < many


def test_a_course_takes_new_people_each_month_and_keeps_each_for_its_months() -> None:
    each, months = account(Course(start=1, capacity=10, unit_cost=5.0)), {}
    for month in range(1, 7):
        months[month] = served(each, month)
    assert [len(months[month]) for month in range(1, 7)] == [10, 20, 30, 40, 40, 40]
    assert not months[1] & months[5]
    assert each.units == 60
    assert each.spent == pytest.approx(60 * 5.0)


def test_a_person_attends_a_course_once() -> None:
    each = account(Course(start=1))
    assert len(served(each, 1)) == HOMES
    assert len(served(each, 4)) == HOMES
    assert served(each, 5) == set()


def test_a_budget_serves_as_many_as_it_pays_for_benefits_included() -> None:
    each = account(Allowance(start=1, budget=1000.0, unit_cost=10.0))
    assert len(served(each)) == 25


def test_what_leaks_away_reaches_nobody() -> None:
    each = account(Allowance(start=1, budget=1000.0, unit_cost=10.0, leakage=0.5))
    each.prepare(town(), 1)
    rows = np.flatnonzero(each.enrolment.served)
    each.paid[0] = 30.0 * len(rows)
    bill = each.book(1)
    assert len(rows) == 12
    assert bill.leaked == pytest.approx(bill.delivery + bill.benefits)
    assert bill.total <= 1000.0


def test_a_row_that_changes_hands_begins_afresh() -> None:
    each, tables = account(Course(start=1)), town()
    served(each, 1, tables)
    tables.workers["id"][7] += 1 << 33
    each.prepare(tables, 6)
    assert np.flatnonzero(each.enrolment.served).tolist() == [7]


def test_luck_hangs_on_the_identity_and_not_on_the_row() -> None:
    tables = town()
    turned = Tables(
        tables.firms,
        tables.workers[::-1].copy(),
        tables.households,
        tables.staff,
        seed=tables.seed,
    )
    here, there = account(Course(start=1, take_up=0.3)), account(Course(start=1, take_up=0.3))
    ids = tables.workers["id"][list(served(here, 1, tables))]
    assert set(ids) == set(turned.workers["id"][list(served(there, 1, turned))])


def test_a_proxy_means_test_is_taken_once() -> None:
    each = account(
        Allowance.model_validate(
            {"start": 1, "target": {"proxy_means": {"noise": 0.0, "share": 0.25}}}
        )
    )
    tables = town()
    tables.households["smoothed_income"] = np.arange(HOMES) + 10.0
    first = served(each, 1, tables)
    tables.households["smoothed_income"] = tables.households["smoothed_income"][::-1].copy()
    assert first == set(range(HOMES // 4)) == served(each, 2, tables)
