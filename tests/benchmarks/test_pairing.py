"""The same luck in both worlds: small effects are seen with few seeds."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.pairing import default_package, gain, gains, main
from poverty_nodes.model.policies import BUILT_IN

LEAST = 10.0
"""What the project promises: the variance of the effect on P0 is at least this many times smaller."""


@pytest.mark.slow
def test_pairing_cuts_the_variance_of_the_effect_on_poverty_at_least_tenfold() -> None:
    found = {each.measure: each for each in gains(default_package(), 16, 24, 0.05)}
    assert found["P0"].ratio > LEAST
    assert found["P0"].paired < found["P0"].fresh


@pytest.mark.benchmark
def test_print_what_pairing_buys(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print()
        main([])


def test_the_default_package_is_that_of_the_default_question() -> None:
    assert [policy.name for policy in default_package()] == list(BUILT_IN)


def test_an_effect_that_is_the_same_for_every_seed_has_no_variance_when_paired() -> None:
    luck = np.array([0.3, 0.5, 0.4, 0.2])
    found = gain("P0", luck, luck - 0.05)
    assert found.effect == pytest.approx(-0.05)
    assert found.paired == pytest.approx(0.0, abs=1e-12)
    assert found.fresh == pytest.approx(np.sqrt(2 * np.var(luck, ddof=1)))
    assert found.ratio > 1e12


def test_pairing_buys_nothing_where_the_two_worlds_are_unrelated() -> None:
    luck = np.random.default_rng(0).normal(size=(2, 2000))
    found = gain("P0", *luck)
    assert found.ratio == pytest.approx(1.0, abs=0.1)
    assert found.low < found.ratio < found.high
