"""Each policy moves what its mechanism says, in that direction, where it should bite; and nothing where it cannot."""

from __future__ import annotations

import pytest

from poverty_nodes.model.policies import BUILT_IN
from tests.every_policy import NAMES, policy
from tests.laws.bites import BITES, Bite, mean_outcome
from tests.laws.same import differing
from tests.small_economy import live, rough_economy

SEEDS = (5, 6, 7, 8)
MOST_LUCK = 1
"""Seeds that may go the other way: in a town of some sixty firms one that closes outweighs a policy."""
CASES = [(name, bite) for name, bites in BITES.items() for bite in bites]


def test_every_policy_says_where_it_bites() -> None:
    assert set(BITES) == set(NAMES)


@pytest.mark.parametrize(("name", "bite"), CASES, ids=[name for name, _ in CASES])
def test_a_policy_moves_what_its_mechanism_says(name: str, bite: Bite) -> None:
    package = (policy(name, **bite.terms),)
    moved = [
        bite.sign * (mean_outcome(bite, seed, package) - mean_outcome(bite, seed)) for seed in SEEDS
    ]
    assert sum(moved) > 0.0
    assert sum(each <= 0.0 for each in moved) <= MOST_LUCK


def test_a_plant_changes_nobodys_life_where_no_order_is_out() -> None:
    """Money is spent for nothing: `check` says so."""
    state = live(rough_economy(policies=(policy("effluent_plant"),)), 8)
    marks = {f"firms.{mark}" for mark in BUILT_IN["effluent_plant"].marking}
    assert set(differing(state, live(rough_economy(), 8))) - marks == {"flows"}
    assert state.accounts["effluent_plant"].spent > 0.0
