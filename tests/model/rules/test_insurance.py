"""What insurance pays, and what households do with being insured."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.model.rules.insurance import buffer_kept, insured_risk, job_benefit, sick_pay

SHARES = st.floats(0.0, 1.0)
MONEY = st.floats(0.0, 1e4)


@given(lost=MONEY, share=SHARES)
def test_sick_pay_is_never_more_than_what_was_lost(lost: float, share: float) -> None:
    assert 0.0 <= sick_pay(lost, share) <= lost


@pytest.mark.parametrize(("left", "paid"), [(2, 60.0), (1, 60.0), (0, 0.0), (-5, 0.0)])
def test_a_benefit_ends_with_its_months(left: int, paid: float) -> None:
    assert job_benefit(100.0, 0.6, left) == paid


@given(months=st.floats(0.0, 12.0), insured=SHARES, released=SHARES)
def test_the_insured_keep_no_more_aside_than_others(
    months: float, insured: float, released: float
) -> None:
    assert 0.0 <= buffer_kept(months, insured, released) <= months
    assert buffer_kept(months, 0.0, released) == months


@given(expected=MONEY, insured=SHARES, worth=SHARES)
def test_insurance_makes_nobody_more_timid(expected: float, insured: float, worth: float) -> None:
    assert insured_risk(expected, insured, worth) >= expected
    assert insured_risk(expected, 0.0, worth) == expected
