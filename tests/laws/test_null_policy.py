"""A policy that does nothing leaves no trace: not a bit of any agent's life differs."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.policies.base import Policy, Target
from poverty_nodes.model.policies.labour_standards import LabourStandards
from poverty_nodes.model.policies.micro_credit import MicroCredit
from poverty_nodes.model.state import State, Table
from tests.laws.same import differing
from tests.small_economy import live, recorded, rough_economy

MONTHS = 8
RECKONED = {"firms.gap_regular", "firms.gap_casual", "firms.gap_homework"}
"""What lifting workers to a floor would cost: known as soon as there is a floor, enforced or not."""
NOBODY = Target(min_workers=1_000_000)


def loan(**terms: object) -> Policy:
    given = {"amount": 500.0, "rate": 0.01, "months": 6, "start": 2, "take_up": 1.0, **terms}
    return MicroCredit.model_validate(given)


def law(**terms: object) -> Policy:
    given = {"wage_floor": 1.5, "home_workers": True, "start": 2, **terms}
    return LabourStandards.model_validate(given)


NOTHING = {
    "no package": (),
    "loans that nobody takes up": (loan(take_up=0.0),),
    "loans of nothing left to spend": (loan(budget=0.0),),
    "loans for nobody": (loan(target=NOBODY),),
    "loans without capacity": (loan(capacity=0),),
    "loans that start later": (loan(start=MONTHS + 1),),
    "a standard that is not enforced": (law(enforcement_formal=0.0, enforcement_informal=0.0),),
    "a standard without a floor": (law(wage_floor=0.0),),
    "a standard for nobody": (law(target=NOBODY),),
    "a standard that starts later": (law(start=MONTHS + 1),),
    "a standard that nobody inspects": (law(capacity=0),),
    "both, of which nothing comes": (loan(take_up=0.0), law(take_up=0.0)),
}


@pytest.fixture(scope="module")
def without() -> State:
    """The economy without any policy."""
    return live(rough_economy(seed=5), MONTHS)


@pytest.mark.parametrize("policies", NOTHING.values(), ids=NOTHING)
def test_a_package_that_does_nothing_changes_nothing(
    without: State, policies: tuple[Policy, ...]
) -> None:
    state = live(rough_economy(seed=5, policies=policies), MONTHS)
    assert set(differing(state, without)) - RECKONED == set()
    assert [account.spent for account in state.accounts.values()] == [0.0] * len(policies)


@pytest.mark.parametrize("policies", [(loan(),), (law(),)], ids=["loans", "a standard"])
def test_a_package_that_does_something_is_seen(
    without: State, policies: tuple[Policy, ...]
) -> None:
    state = live(rough_economy(seed=5, policies=policies), MONTHS)
    assert "households.savings" in differing(state, without)


@pytest.mark.parametrize("policies", [(loan(),), (law(),), (loan(), law())])
def test_before_its_first_month_a_policy_has_no_effect(policies: tuple[Policy, ...]) -> None:
    later = tuple(policy.model_copy(update={"start": 4}) for policy in policies)
    state, without = rough_economy(policies=later), rough_economy()
    live(state, 3), live(without, 3)
    assert differing(state, without) == []
    live(state, 1), live(without, 1)
    assert differing(state, without) != []


def test_the_order_of_a_package_does_not_matter() -> None:
    one = recorded(rough_economy(policies=(loan(), law())), MONTHS)
    other = recorded(rough_economy(policies=(law(), loan())), MONTHS)
    assert np.array_equal(one.values, other.values, equal_nan=True)


def test_a_law_that_ends_leaves_firms_as_they_were_in_law_and_not_in_life() -> None:
    """The instruments are gone at once; what people and firms have become stays."""
    state = live(rough_economy(policies=(law(end=4),)), 5)
    firms: Table = state.firms
    assert not firms["monitored"].any()
    assert not firms["evasion"].any()
    assert "households.savings" in differing(state, live(rough_economy(), 5))
