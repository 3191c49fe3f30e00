"""Whatever a user asks and whatever befalls the economy, it stays an economy."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from poverty_nodes.model.shocks import REGISTRY
from tests.laws.questions import KINDS, WORLDS, World
from tests.laws.soundness import Checked, faults
from tests.small_economy import rough_economy

MONTHS = 24


@settings(max_examples=25)
@given(world=WORLDS)
def test_money_is_conserved_and_the_tables_stay_sound_in_every_month(world: World) -> None:
    """To 1e-9 of the month's turnover; no negative stock, no firm without owner, no double post."""
    state, month = world.start(), Checked()
    for _ in range(MONTHS):
        month.advance(state)
        assert faults(state) == []


@given(seed=st.integers(0, 2**40), scale=st.floats(0.002, 0.02))
@settings(max_examples=10)
def test_the_base_month_of_any_seed_and_size_is_sound(seed: int, scale: float) -> None:
    assert faults(rough_economy(seed, scale)) == []


def test_every_kind_of_shock_is_drawn() -> None:
    assert set(KINDS) == set(REGISTRY)
