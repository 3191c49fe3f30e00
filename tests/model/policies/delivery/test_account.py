"""The books of a policy: when it runs, whom it may reach, what it can pay for and what it spent."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.policies.base import Target
from poverty_nodes.model.policies.delivery.account import Account
from poverty_nodes.model.policies.delivery.tables import Tables
from poverty_nodes.model.policies.micro_credit import MicroCredit
from tests.model.village import (
    EXPORTER,
    FEMALE,
    SPECIALIST,
    SUBCONTRACTOR,
    firms,
    households,
    workers,
)

SCALE = 0.1


def account(scale: float = SCALE, rows: int = 4, **terms: object) -> Account:
    given = {"amount": 500.0, "rate": 0.02, "months": 12, "start": 1, "unit_cost": 0.0, **terms}
    return Account.open(MicroCredit.model_validate(given), scale, rows)


def town() -> Tables:
    """Four firms, one of them closed, their owners, homes and staff."""
    table = firms(
        {"owner": 0, "tier": EXPORTER, "formal": 1},
        {"owner": 1, "tier": SUBCONTRACTOR},
        {"owner": 2, "tier": SPECIALIST, "place": 1},
        {"owner": 3, "alive": 0},
    )
    owners = workers({}, {"gender": FEMALE}, {"social_group": 1, "place": 1}, {"gender": FEMALE})
    staff = np.array([[1, 2, 3, 4], [0, 0, 2, 0], [0, 0, 0, 0], [0, 9, 0, 0]], np.int32)
    return Tables(table, owners, households({}, {}, {}, {}), staff)


def prepared(each: Account, month: int = 1) -> float:
    return each.prepare(town(), month)


def spend(each: Account, units: float, month: int = 1, lost: tuple[float, float] = (0, 0)) -> float:
    """A month in which so many units are reached and so much is lost; hands back its cost."""
    prepared(each, month)
    used = min(units, each.funds[0])
    each.funds += (-used, used)
    each.lost[:] = lost
    return each.book(month).total


@pytest.mark.parametrize(
    ("terms", "strengths"),
    [
        ({"start": 2}, [0, 1, 1, 1]),
        ({"start": 2, "end": 3}, [0, 1, 1, 0]),
        ({"start": 1, "ramp": 3}, [0.25, 0.5, 0.75, 1.0]),
    ],
)
def test_a_policy_acts_from_its_start_to_its_end_along_its_ramp(
    terms: dict[str, int], strengths: list[float]
) -> None:
    each = account(**terms)
    assert [each.strength(month) for month in (1, 2, 3, 4)] == pytest.approx(strengths)


@pytest.mark.parametrize(
    ("target", "eligible"),
    [
        ({"place": None}, [1, 1, 1, 0]),
        ({}, [1, 1, 0, 0]),
        ({"place": "dispersed"}, [0, 0, 1, 0]),
        ({"gender": "female"}, [0, 1, 0, 0]),
        ({"place": None, "social_group": "minority"}, [0, 0, 1, 0]),
        ({"tier": "exporter"}, [1, 0, 0, 0]),
        ({"formal": False}, [0, 1, 0, 0]),
        ({"min_workers": 3}, [1, 0, 0, 0]),
        ({"max_workers": 2}, [0, 1, 0, 0]),
        ({"gender": "male", "max_workers": 2}, [0, 0, 0, 0]),
    ],
)
def test_a_target_names_the_firms_that_may_be_reached(
    target: dict[str, object], eligible: list[int]
) -> None:
    each = account(target=Target.model_validate(target))
    prepared(each)
    assert each.eligible.tolist() == eligible
    assert each.ever_eligible.tolist() == [bool(flag) for flag in eligible]


def test_nobody_is_eligible_before_the_start_or_after_the_end() -> None:
    each = account(start=2, end=2)
    assert prepared(each, 1) == 0.0
    assert not each.eligible.any()
    prepared(each, 2)
    assert each.eligible.any()
    prepared(each, 3)
    assert not each.eligible.any()
    assert each.ever_eligible.sum() == 2
    assert each.first_month == 2


def test_without_a_cap_there_is_no_limit() -> None:
    each = account(unit_cost=10.0)
    prepared(each)
    assert each.funds.tolist() == [np.inf, 0.0]


def test_capacity_is_at_the_real_scale() -> None:
    each = account(capacity=50)
    prepared(each)
    assert each.funds[0] == pytest.approx(50 * SCALE)


def test_a_small_capacity_is_saved_up_until_it_reaches_one_simulated_firm() -> None:
    """Five real loans a month at a tenth of the scale are one simulated loan in two months."""
    each = account(capacity=5)
    reached = 0.0
    for month in range(1, 21):
        prepared(each, month)
        whole = np.floor(each.funds[0])
        each.funds += (-whole, whole)
        each.book(month)
        reached += whole
    assert reached == pytest.approx(10, abs=1)


def test_a_budget_pays_for_fixed_cost_and_units_and_no_more() -> None:
    each = account(budget=1000.0, unit_cost=20.0, fixed_cost=100.0)  # 100 and 10 at scale
    prepared(each)
    assert each.funds[0] == pytest.approx((100.0 - 10.0) / 20.0)
    assert spend(each, 4) == pytest.approx(10.0 + 4 * 20.0)
    assert each.spent == pytest.approx(90.0)
    prepared(each, 2)
    assert each.funds[0] == 0.0
    assert spend(each, 4, month=2) == 0.0
    assert each.spent <= 1000.0 * SCALE


def test_a_zero_budget_reaches_nobody_and_costs_nothing() -> None:
    each = account(budget=0.0, fixed_cost=100.0)
    assert spend(each, 5) == 0.0
    assert each.units == 0.0


def test_without_a_unit_cost_the_budget_binds_by_the_fixed_cost_alone() -> None:
    each = account(budget=250.0, fixed_cost=100.0)
    costs = [spend(each, 1, month) for month in (1, 2, 3, 4)]
    assert costs == [pytest.approx(10.0), pytest.approx(10.0), 0.0, 0.0]


def test_a_budget_that_cannot_pay_for_one_more_unit_pays_no_fixed_cost_either() -> None:
    """Of 100 dollars 85 are spent in the first month; 15 pay 5 of fixed cost, but no 20 a unit."""
    each = account(budget=1000.0, unit_cost=20.0, fixed_cost=50.0)
    assert spend(each, 4) == pytest.approx(85.0)
    prepared(each, 2)
    assert each.funds[0] < 1.0
    assert each.book(2).total == 0.0


def test_leakage_makes_delivery_dearer() -> None:
    each = account(unit_cost=20.0, leakage=0.2)
    assert spend(each, 3) == pytest.approx(3 * 20.0 / 0.8)


def test_the_capacity_and_the_budget_bind_together() -> None:
    each = account(budget=1000.0, unit_cost=20.0, capacity=30)
    prepared(each)
    assert each.funds[0] == pytest.approx(3.0)


def test_units_losses_and_spending_add_up_over_months() -> None:
    each = account(unit_cost=20.0)
    spend(each, 3)
    spend(each, 2, 2, lost=(450.0, 1.0))
    assert (each.units, each.defaults, each.written_off) == (5.0, 1.0, 450.0)
    assert each.spent == pytest.approx(5 * 20.0 + 450.0)


def test_a_policy_that_does_not_run_spends_nothing() -> None:
    each = account(start=5, fixed_cost=100.0)
    assert spend(each, 3, month=1) == 0.0
