"""Two policies on one instrument: joined by a declared rule, or refused."""

from __future__ import annotations

from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.model.policies import LabourStandards, MicroCredit, Policy
from poverty_nodes.model.policies.terms.composition import clashes, compose
from poverty_nodes.scenarios.base_month.population import enact
from tests.small_economy import rough_economy

SHARES = st.floats(0.0, 1.0)
LAW = LabourStandards(wage_floor=1.0, home_workers=True)


class OtherLoans(Policy):
    """A second lender, which the one instrument of loans has no room for."""

    name: ClassVar[str] = "other_loans"
    pulls: ClassVar[tuple[str, ...]] = ("micro_rate",)


class OtherFloor(Policy):
    """A second floor: the higher one holds."""

    name: ClassVar[str] = "other_floor"
    pulls: ClassVar[tuple[str, ...]] = ("floor",)


LOAN = MicroCredit(amount=500.0, rate=0.02, months=12)


def test_policies_with_nothing_in_common_meet_freely() -> None:
    assert clashes((LOAN, LAW)) == []


def test_two_policies_on_a_instrument_without_a_rule_are_refused_by_name() -> None:
    assert clashes((LOAN, OtherLoans())) == [("micro_credit", "other_loans", ("micro_rate",))]
    with pytest.raises(ValueError, match="micro_credit and other_loans both set micro_rate"):
        enact(rough_economy(), (LOAN, OtherLoans()))


def test_two_policies_on_a_instrument_with_a_rule_are_let_in() -> None:
    assert clashes((LAW, OtherFloor())) == []


@pytest.mark.parametrize("rule", ["sum", "max", "rest"])
@given(one=SHARES, other=SHARES)
def test_composition_knows_no_order_and_a_neutral_policy_changes_nothing(
    rule: str, one: float, other: float
) -> None:
    assert compose(rule, compose(rule, 0.0, one, 0.0), other, 0.0) == pytest.approx(
        compose(rule, compose(rule, 0.0, other, 0.0), one, 0.0)
    )
    assert compose(rule, one, 0.0, 0.0) == one


@given(one=SHARES, other=SHARES)
def test_two_shares_never_make_more_than_the_whole(one: float, other: float) -> None:
    assert max(one, other) - 1e-12 <= float(compose("rest", one, other, 0.0)) <= 1.0 + 1e-12  # type: ignore[arg-type]


def test_a_product_starts_from_one() -> None:
    assert compose("product", 1.2, 1.0, 1.0) == 1.2
    assert compose("product", 1.2, 0.5, 1.0) == pytest.approx(0.6)
