"""Members see how unlike they are."""

from __future__ import annotations

import pytest

from poverty_nodes.model.phases.association import membership
from tests.model.village import Row, firms, places, workers

MEMBER = {"member": 1, "experience": 1.0}


def unlike(*rows: Row, minority: tuple[int, ...] = (0, 0, 0)) -> float:
    """What the members of one place see."""
    where = places({})
    people = workers(*[{"social_group": each} for each in minority])
    membership.meet(firms(*rows), people, where)
    return float(where["unlike"][0])


def test_two_members_of_one_size_and_group_are_alike() -> None:
    row = {**MEMBER, "base_revenue": 900.0}
    assert unlike({**row, "owner": 0}, {**row, "owner": 1}) == pytest.approx(0.0)


def test_size_goes_by_what_a_member_has_lately_made() -> None:
    """400 x 1 and 100 x 4 dollars are the same size."""
    pair = [{**MEMBER, "base_revenue": 400.0}, {**MEMBER, "base_revenue": 100.0, "experience": 4.0}]
    assert unlike(*pair) == pytest.approx(0.0)
    pair[1]["experience"] = 1.0
    assert unlike(*pair) == pytest.approx(1.0 - 30.0**2 / (2 * 500.0))


def test_the_group_is_the_owners() -> None:
    row = {**MEMBER, "base_revenue": 900.0}
    two = [{**row, "owner": 0}, {**row, "owner": 1}]
    assert unlike(*two, minority=(0, 1, 0)) == pytest.approx(0.5)


def test_who_is_no_member_or_has_closed_is_not_looked_at() -> None:
    row = {**MEMBER, "base_revenue": 900.0}
    others = [{**row, "base_revenue": 9e6, "member": 0}, {**row, "base_revenue": 9e6, "alive": 0}]
    assert unlike(row, row, *others) == pytest.approx(0.0)
    assert unlike(*others) == 0.0
