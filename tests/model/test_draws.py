"""Chance is a pure function of who, when and what for, and looks like chance."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.special import ndtri
from scipy.stats import kstest

from poverty_nodes.model import draws

MANY = 20_000
ALL_BITS = (1 << 64) - 1
Keys = Callable[[], NDArray[np.float64]]


def taken(
    seed: int = 7, stream: int = draws.QUIT, month: int = 3, first: int = 0
) -> NDArray[np.float64]:
    """Draws of consecutive identities."""
    out = np.empty(MANY)
    draws.uniforms(seed, stream, month, np.arange(first, first + MANY), out)
    return out


def test_the_hash_is_the_published_splitmix64() -> None:
    """The first two numbers of the reference implementation seeded with 0."""
    assert int(draws.mix(np.uint64(0))) == 0xE220A8397B1DCDAF
    assert int(draws.mix(draws.GOLDEN)) == 0x6E789E6AA1B965F4


def test_every_decision_has_a_stream_of_its_own() -> None:
    streams = [
        value for name, value in vars(draws).items() if name.isupper() and isinstance(value, int)
    ]
    assert len(streams) > 10
    assert len(set(streams)) == len(streams)


def test_the_same_draw_comes_again() -> None:
    assert np.array_equal(taken(), taken())


@pytest.mark.parametrize("changed", [{"seed": 8}, {"stream": draws.SEARCH}, {"month": 4}])
def test_another_seed_decision_or_month_is_another_draw(changed: dict[str, int]) -> None:
    one, other = taken(), taken(**changed)
    assert not np.any(one == other)
    assert abs(np.corrcoef(one, other)[0, 1]) < 0.03


def test_a_persons_draw_does_not_hang_on_who_else_draws_nor_on_the_order() -> None:
    everybody = taken()
    some = np.array([17, 3, 15_000, 4])
    out = np.empty(len(some))
    draws.uniforms(7, draws.QUIT, 3, some, out)
    assert np.array_equal(out, everybody[some])
    key = draws.stream_key(7, draws.QUIT, 3)
    assert [draws.uniform(key, each) for each in some] == list(out)


@pytest.mark.parametrize(
    "given",
    [
        lambda: taken(),
        lambda: taken(first=10_000_000 * 32),
        lambda: np.array([taken(seed=seed)[0] for seed in range(500)]),
        lambda: np.array([taken(month=month)[0] for month in range(500)]),
    ],
    ids=["persons", "persons far away", "seeds", "months"],
)
def test_draws_are_spread_evenly(given: Keys) -> None:
    assert kstest(given(), "uniform").pvalue > 1e-3


def test_neighbours_draws_are_not_related() -> None:
    u = taken()
    assert abs(np.corrcoef(u[:-1], u[1:])[0, 1]) < 0.03
    assert abs(np.corrcoef(u[:-32], u[32:])[0, 1]) < 0.03


def test_a_draw_for_a_pair_knows_who_is_first() -> None:
    one, other = np.arange(MANY), np.arange(MANY)[::-1].copy()
    there, back, again = np.empty(MANY), np.empty(MANY), np.empty(MANY)
    draws.uniform_pairs(7, draws.FIT, 0, one, other, there)
    draws.uniform_pairs(7, draws.FIT, 0, other, one, back)
    draws.uniform_pairs(7, draws.FIT, 0, one, other, again)
    assert np.array_equal(there, again)
    assert np.array_equal(there[::-1], back)
    assert np.mean(there == back) < 0.001
    assert kstest(there, "uniform").pvalue > 1e-3
    assert abs(np.corrcoef(there, back)[0, 1]) < 0.03


def test_a_person_likes_each_firm_by_itself() -> None:
    out = np.empty(MANY)
    draws.uniform_pairs(7, draws.FIT, 0, np.full(MANY, 12), np.arange(MANY), out)
    assert kstest(out, "uniform").pvalue > 1e-3


@pytest.mark.parametrize("bits", [0, ALL_BITS, ALL_BITS >> 1, ALL_BITS - (1 << 11)])
def test_no_person_ever_draws_exactly_0_or_1(bits: int) -> None:
    """Looks for the one identity in 2^64 whose hash has these bits: the hash can be undone."""
    key = draws.stream_key(7, draws.QUIT, 3)
    identity = undone(undone(bits) ^ int(key))
    assert 0.0 < draws.uniform(key, np.uint64(identity)) < 1.0


def test_normal_quantiles_agree_with_those_of_scipy() -> None:
    u = np.concatenate([[1e-16, 1e-12, 1e-7], np.linspace(1e-4, 1 - 1e-4, 4001), [1 - 1e-9]])
    out = np.empty(len(u))
    draws.normals(u, out)
    assert out == pytest.approx(ndtri(u), rel=1e-12, abs=1e-14)
    assert draws.normal(0.5) == 0.0


def test_normal_draws_have_mean_0_and_variance_1() -> None:
    out = np.empty(MANY)
    draws.normals(taken(), out)
    assert kstest(out, "norm").pvalue > 1e-3


def undone(value: int) -> int:
    """The number that the hash turns into `value`: each of its steps is one to one."""
    value = _unshifted(value, 31)
    value = _unshifted(value * pow(int(draws.SECOND), -1, 1 << 64) & ALL_BITS, 27)
    value = _unshifted(value * pow(int(draws.FIRST), -1, 1 << 64) & ALL_BITS, 30)
    return (value - int(draws.GOLDEN)) & ALL_BITS


def _unshifted(value: int, shift: int) -> int:
    found = value
    for _ in range(64 // shift):
        found = value ^ (found >> shift)
    return found
