"""What a member of a group leaves unpaid falls on the others who still repay, and on the lender when there are none."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.model.phases.finance import group_liability
from tests.model.village import Dollars, Table, firms


def answered(*given_: dict[str, float]) -> tuple[Table, Dollars]:
    """The firms after their groups have answered, and what the lender lost."""
    table, lost = firms(*given_), np.zeros(2)
    group_liability.answer(table, lost)
    return table, lost


def test_the_others_of_the_group_owe_it_in_equal_parts() -> None:
    table, lost = answered(
        {"micro_group": 1, "micro_unpaid": 90.0},
        {"micro_group": 1, "micro_debt": 100.0},
        {"micro_group": 1, "micro_debt": 200.0},
        {"micro_group": 2, "micro_debt": 100.0},
        {"micro_debt": 100.0},
    )
    assert table["micro_debt"].tolist() == [0.0, 145.0, 245.0, 100.0, 100.0]
    assert not lost.any()
    assert not table["micro_unpaid"].any()


@pytest.mark.parametrize("gone", [{"micro_debt": 0.0}, {"micro_debt": 100.0, "alive": 0}])
def test_the_lender_loses_what_nobody_is_left_to_answer_for(gone: dict[str, float]) -> None:
    table, lost = answered({"micro_group": 1, "micro_unpaid": 90.0}, {"micro_group": 1, **gone})
    assert lost.tolist() == [90.0, 1.0]
    assert table["micro_debt"][1] == gone["micro_debt"]


def test_a_borrower_without_a_group_leaves_the_rest_to_the_lender() -> None:
    table, lost = firms({"micro_debt": 90.0}), np.zeros(2)
    group_liability.leave_unpaid(table[0], 60.0, lost)
    assert lost.tolist() == [60.0, 1.0]
    assert (table["micro_debt"][0], table["micro_unpaid"][0]) == (0.0, 0.0)


@given(
    members=st.lists(
        st.tuples(st.integers(1, 3), st.floats(0.0, 500.0), st.floats(0.0, 500.0), st.booleans()),
        min_size=1,
        max_size=12,
    )
)
def test_what_is_owed_is_never_made_nor_lost_between_group_and_lender(
    members: list[tuple[int, float, float, bool]],
) -> None:
    rows = [
        {"micro_group": group, "micro_debt": debt, "micro_unpaid": unpaid, "alive": int(alive)}
        for group, debt, unpaid, alive in members
    ]
    before = sum(row["micro_debt"] + row["micro_unpaid"] for row in rows)
    table, lost = answered(*rows)
    assert table["micro_debt"].sum() + lost[0] == pytest.approx(before)
