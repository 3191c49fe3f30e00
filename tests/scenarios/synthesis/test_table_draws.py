"""Luck for whole tables hangs on who it is for, and shares are met to a whole person."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.scenarios.synthesis import table_draws as by
from poverty_nodes.scenarios.synthesis.table_draws import Chance, quantiles

IDS = np.arange(5000)


def test_every_decision_has_a_number_of_its_own() -> None:
    numbers = [value for name, value in vars(by).items() if name.isupper() and name != "Table"]
    assert len(set(numbers)) == len(numbers) > 20


def test_one_more_identity_changes_nobody_elses_draw() -> None:
    luck = Chance(3)
    longer = np.append(IDS, 77_777)
    assert np.array_equal(luck.uniform(by.ABILITY, IDS), luck.uniform(by.ABILITY, longer)[:-1])
    assert np.array_equal(luck.normal(by.ABILITY, IDS), luck.normal(by.ABILITY, longer)[:-1])
    assert np.array_equal(luck.count(by.ADULTS, IDS, 2.0), luck.count(by.ADULTS, longer, 2.0)[:-1])


def test_another_decision_or_seed_is_other_luck() -> None:
    u = Chance(3).uniform(by.ABILITY, IDS)
    assert abs(np.corrcoef(u, Chance(3).uniform(by.OUTSIDE, IDS))[0, 1]) < 0.05
    assert abs(np.corrcoef(u, Chance(4).uniform(by.ABILITY, IDS))[0, 1]) < 0.05


@given(share=st.floats(0.0, 1.0), n=st.integers(0, 300))
def test_a_share_is_met_to_a_whole_person(share: float, n: int) -> None:
    assert Chance(1).flags(by.GROUP, np.arange(n), share).sum() == round(share * n)


def test_a_higher_share_adds_people_and_swaps_none() -> None:
    few, many = (Chance(1).flags(by.GROUP, IDS, share) for share in (0.2, 0.3))
    assert np.all(many >= few)


def test_one_more_identity_moves_at_most_two_flags() -> None:
    """The share is exact, so that somebody's flag may give way: the draw behind it does not."""
    before = Chance(1).flags(by.GROUP, IDS, 0.2)
    after = Chance(1).flags(by.GROUP, np.append(IDS, 77_777), 0.2)[:-1]
    assert (before != after).sum() <= 2


@pytest.mark.parametrize("mean", [0.3, 1.6, 4.0])
def test_counts_are_poisson_up_to_twelve(mean: float) -> None:
    drawn = Chance(1).count(by.DEPENDANTS, np.arange(40_000), mean)
    assert drawn.mean() == pytest.approx(mean, rel=0.02)
    assert drawn.var() == pytest.approx(mean, rel=0.05)
    assert drawn.min() == 0
    assert drawn.max() <= 12
    assert np.mean(drawn == 0) == pytest.approx(np.exp(-mean), abs=0.01)


def test_a_mean_of_nothing_counts_nobody() -> None:
    assert not Chance(1).count(by.DEPENDANTS, IDS, 0.0).any()


def test_quantiles_of_even_draws_are_standard_normal() -> None:
    z = quantiles((np.arange(10_000) + 0.5) / 10_000)
    assert (z.mean(), z.std()) == (pytest.approx(0.0, abs=1e-9), pytest.approx(1.0, abs=1e-3))
