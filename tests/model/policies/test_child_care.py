"""Child care: who is relieved of care takes posts away from home."""

from __future__ import annotations

from poverty_nodes.model.policies.child_care import ChildCare
from tests.model.policies.pair import enacted, reached
from tests.small_economy import live, rough_economy

PLACES = ChildCare(start=1, take_up=1.0, relief=1.0)


def test_only_people_with_care_duties_take_a_place() -> None:
    state = enacted(PLACES)
    chosen = reached(state, "child_care")
    assert chosen.any()
    assert state.workers["care"][chosen].all()


def test_more_of_them_work_away_from_home() -> None:
    """In a town of two thousand carers: among four hundred it is a matter of one or two posts."""
    state, bare = (live(rough_economy(scale=0.05, policies=p), 18) for p in ((PLACES,), ()))
    carers = (bare.workers["care"] == 1) & (bare.workers["place"] == 0)
    away, before = (
        int(((w["post"][carers] > 0) & (w["post"][carers] <= 3)).sum())
        for w in (state.workers, bare.workers)
    )
    assert away > before


def test_a_place_is_paid_for_each_month() -> None:
    account = enacted(PLACES, months=3).accounts["child_care"]
    assert account.units >= 2 * account.reached.sum()
    assert account.delivered == account.units * PLACES.unit_cost
