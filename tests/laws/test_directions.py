"""Each policy moves what its mechanism says, in that direction, where it should bite; and nothing where it cannot."""

from __future__ import annotations

import pytest

from model.policies import REGISTRY
from tests.every_policy import NAMES, policy
from tests.laws.bites import BITES, Bite, mean_outcome
from tests.laws.same import differing
from tests.small_economy import live, rough_economy

SEEDS = (5, 6)
CASES = [(name, bite) for name, bites in BITES.items() for bite in bites]


def test_every_policy_says_where_it_bites() -> None:
    assert set(BITES) == set(NAMES)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("name", "bite"), CASES, ids=[name for name, _ in CASES])
def test_a_policy_moves_what_its_mechanism_says(name: str, bite: Bite, seed: int) -> None:
    enacted = mean_outcome(bite, seed, (policy(name, **bite.terms),))
    assert bite.sign * (enacted - mean_outcome(bite, seed)) > 0.0


def test_a_plant_changes_nobodys_life_where_no_order_is_out() -> None:
    """Money is spent for nothing: `check` says so."""
    state = live(rough_economy(policies=(policy("effluent_plant"),)), 8)
    marks = {f"firms.{mark}" for mark in REGISTRY["effluent_plant"].marking}
    assert set(differing(state, live(rough_economy(), 8))) - marks == {"flows"}
    assert state.accounts["effluent_plant"].spent > 0.0
