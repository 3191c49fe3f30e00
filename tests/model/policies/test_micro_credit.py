"""Groups that answer for their members move losses from the lender to those who still repay."""

from __future__ import annotations

from poverty_nodes.model.policies import MicroCredit
from poverty_nodes.model.state import State
from tests.model.policies.pair import enacted

HARD = {
    "start": 2,
    "amount": 8000.0,
    "rate": 0.02,
    "months": 2,
    "take_up": 1.0,
    "consumed_share": 1.0,
}
"""Loans that half of the borrowers cannot repay in time."""


def lent(group_size: int) -> State:
    """A year after they were made."""
    return enacted(MicroCredit.model_validate({**HARD, "group_size": group_size}), months=14)


def test_where_groups_answer_the_lender_loses_less_and_the_others_hold_less() -> None:
    alone, together = lent(1), lent(5)
    lost = [state.accounts["micro_credit"].written_off for state in (alone, together)]
    assert 0.0 < lost[1] < lost[0]
    standing = (alone.firms["micro_taken"] > 0) & (together.firms["micro_taken"] > 0)
    assert together.firms["cash"][standing].sum() < alone.firms["cash"][standing].sum()


def test_a_group_of_one_is_a_loan_of_each_alone() -> None:
    assert not lent(1).firms["micro_group"].any()
