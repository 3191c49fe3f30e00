"""A loan is repaid in equal parts, and wanted by those whose own capital costs more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.model.rules.loans import instalment, wants_loan


@given(debt=st.floats(1.0, 1e6), months=st.integers(1, 60))
def test_equal_instalments_repay_the_loan_exactly(debt: float, months: int) -> None:
    left = debt
    paid = []
    for month in range(months, 0, -1):
        paid.append(instalment(left, month))
        left -= paid[-1]
    assert left == pytest.approx(0.0, abs=1e-9 * debt)
    assert paid == pytest.approx([debt / months] * months)


@pytest.mark.parametrize("months", [1, 0, -3])
def test_what_is_overdue_is_due_at_once(months: int) -> None:
    assert instalment(300.0, months) == 300.0


@pytest.mark.parametrize(
    ("own", "rate", "amount", "wanted"),
    [
        (0.05, 0.02, 500.0, True),
        (0.02, 0.02, 500.0, False),
        (0.01, 0.02, 500.0, False),
        (0.05, 0.02, 2400.0, True),
        (0.05, 0.02, 2401.0, False),
    ],
)
def test_a_loan_is_wanted_if_it_is_cheap_and_not_too_large(
    own: float, rate: float, amount: float, wanted: bool
) -> None:
    assert wants_loan(own, rate, amount, 400.0) is wanted
