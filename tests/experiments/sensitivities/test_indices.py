"""Indices against what is known in closed form, chance among the factors."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from poverty_nodes.experiments.sensitivities.designs_and_seeds import (
    Design,
    random_sample,
    saltelli,
    trajectories,
)
from poverty_nodes.experiments.sensitivities.factors import CHANCE, Factor, Factors, Varied
from poverty_nodes.experiments.sensitivities.indices import LEAST, Index, analyse, whole_blocks
from poverty_nodes.scenarios.inputs import Distribution


def factors(count: int, bundle: tuple[int, ...] = ()) -> Factors:
    """Factors between 0 and 1; those in `bundle` are one factor, which stands first."""
    each = [
        Varied(f"inputs.x{i + 1}", Distribution("uniform", 0.0, 0.5, 1.0)) for i in range(count)
    ]
    alone = [Factor(f"x{i + 1}", "input", (v,)) for i, v in enumerate(each) if i not in bundle]
    joined = [Factor("bundle", "input", tuple(each[i] for i in bundle))] if bundle else []
    return Factors((*joined, *alone))


def luck(seeds: np.ndarray) -> np.ndarray:
    """A standard normal number by seed: what chance does."""
    return np.array([np.random.default_rng(int(seed)).normal() for seed in seeds])


def ishigami(x: np.ndarray) -> np.ndarray:
    """Ishigami & Homma (1990) with a = 7, b = 0.1 on (-pi, pi)."""
    a, b, c = (2 * np.pi * (x - 0.5)).T
    return np.sin(a) + 7 * np.sin(b) ** 2 + 0.1 * c**4 * np.sin(a)


def g_function(x: np.ndarray) -> np.ndarray:
    """Sobol's g-function with a = 0, 1, 4.5, 9, 99 (Saltelli & Sobol 1995)."""
    a = np.array([0.0, 1.0, 4.5, 9.0, 99.0])
    return np.prod((np.abs(4 * x - 2) + a) / (1 + a), axis=1)


def g_indices() -> tuple[np.ndarray, np.ndarray]:
    """First-order and total indices of the g-function in closed form."""
    part = 1 / (3 * (1 + np.array([0.0, 1.0, 4.5, 9.0, 99.0])) ** 2)
    whole = np.prod(1 + part) - 1
    return part / whole, part * np.prod(1 + part) / (1 + part) / whole


def table(found: list[Index], index: str) -> dict[str, Index]:
    return {each.factor: each for each in found if each.index == index}


def holds(found: dict[str, Index], published: dict[str, float], room: float) -> None:
    for name, value in published.items():
        assert found[name].value == pytest.approx(value, abs=room), name
        assert found[name].low - 0.5 * room <= value <= found[name].high + 0.5 * room, name


def test_ishigami_comes_out_as_published_when_chance_does_nothing() -> None:
    three = factors(3)
    design = saltelli(three, 2048, 1)
    found = analyse("sobol", three, design, ishigami(design.places))
    holds(table(found, "S1"), {"x1": 0.3139, "x2": 0.4424, "x3": 0.0}, 0.04)
    holds(table(found, "ST"), {"x1": 0.5576, "x2": 0.4424, "x3": 0.2437}, 0.04)
    chance = table(found, "ST")[CHANCE]
    assert chance.value == chance.low == chance.high == 0.0


def test_the_g_function_comes_out_as_in_closed_form() -> None:
    five = factors(5)
    design = saltelli(five, 2048, 1)
    found = analyse("sobol", five, design, g_function(design.places))
    first, total = g_indices()
    names = five.names
    holds(table(found, "S1"), dict(zip(names, first, strict=True)), 0.05)
    holds(table(found, "ST"), dict(zip(names, total, strict=True)), 0.05)


def test_chance_gets_its_own_share_and_an_inert_input_exactly_nothing() -> None:
    """y = x1 + e (1 + x2) with e standard normal: all shares are known."""
    three = factors(3)
    design = saltelli(three, 4096, 1)
    x, e = design.places, luck(design.seeds)
    found = analyse("sobol", three, design, x[:, 0] + e * (1 + x[:, 1]))
    variance = 1 / 12 + (1.5**2 + 1 / 12)
    first, total = table(found, "S1"), table(found, "ST")
    holds(first, {"x1": 1 / 12 / variance, "x2": 0.0, CHANCE: 1.5**2 / variance}, 0.04)
    holds(total, {"x2": 1 / 12 / variance, CHANCE: (1.5**2 + 1 / 12) / variance}, 0.04)
    for index in (first, total):
        assert index["x3"].value == index["x3"].low == index["x3"].high == 0.0


def test_fresh_luck_in_every_row_would_blame_the_inert_input() -> None:
    """Why a block shares its seed: the usual design, with a new seed a row, on the same outcome."""
    two = factors(2)
    design = saltelli(two, 1024, 1)
    fresh = luck(np.arange(len(design)))
    found = analyse("sobol", two, design, design.places[:, 0] + fresh)
    assert table(found, "ST")["x2"].value > 0.5


def test_a_bundle_varies_as_one_and_shares_add_up() -> None:
    three = factors(3, bundle=(0, 2))
    design = saltelli(three, 2048, 1)
    found = analyse("sobol", three, design, ishigami(design.places[:, [0, 2, 1]]))
    holds(table(found, "S1"), {"bundle": 0.5576, "x2": 0.4424}, 0.04)
    assert sum(each.value for each in table(found, "S1").values()) == pytest.approx(1, abs=0.05)


def test_a_longer_design_begins_with_the_rows_of_a_shorter_one() -> None:
    four = factors(4)
    short, long = saltelli(four, 16, 5), saltelli(four, 64, 5)
    rows = len(short)
    assert np.array_equal(short.places, long.places[:rows])
    assert np.array_equal(short.seeds, long.seeds[:rows])
    assert len(long.after(16)) == len(long) - rows


def test_a_block_shares_a_seed_but_for_its_last_two_rows() -> None:
    design = saltelli(factors(3), 8, 10)
    seeds = design.seeds.reshape(8, 6)
    assert (seeds[:, :4] == seeds[:, :1]).all()
    assert (seeds[:, 4] == seeds[:, 5]).all()
    assert len(np.unique(seeds)) == 16
    places = design.places.reshape(8, 6, 3)
    assert np.array_equal(places[:, 0], places[:, 4])  # A's factors with B's seed


def test_a_block_with_a_failed_run_is_left_out_whole_and_the_rest_unharmed() -> None:
    three = factors(3)
    design = saltelli(three, 1024, 1)
    y = ishigami(design.places)
    y[[7, 500]] = np.nan
    found = analyse("sobol", three, design, y)
    assert whole_blocks(design, y).sum() == len(design) - 2 * 6
    assert found[0].runs == len(design) - 12
    assert table(found, "ST")["x1"].value == pytest.approx(0.5576, abs=0.06)


def test_a_constant_outcome_has_no_indices() -> None:
    two = factors(2)
    design = saltelli(two, 16, 1)
    found = analyse("sobol", two, design, np.full(len(design), 0.3))
    assert {each.factor for each in found} == {"x1", "x2", CHANCE}
    assert all(np.isnan(each.value) for each in found)


def test_morris_finds_steps_chance_and_an_inert_input() -> None:
    three = factors(3)
    design = trajectories(three, 200, 1)
    x, e = design.places, luck(design.seeds)
    found = analyse("morris", three, design, 3 * x[:, 0] + x[:, 1] ** 2 + 0.5 * e)
    star = table(found, "mu_star")
    assert star["x1"].value == pytest.approx(3.0)
    assert 0.5 < star["x2"].value < 1.5
    assert star["x3"].value == 0.0
    expected = 0.5 * np.sqrt(2) * np.sqrt(2 / np.pi)  # mean absolute difference of two normals
    assert star[CHANCE].low < expected < star[CHANCE].high
    assert table(found, "sigma")["x1"].value == pytest.approx(0.0, abs=1e-9)
    assert table(found, "sigma")["x2"].value > 0.1


@pytest.mark.parametrize("method", ["pawn", "delta", "rbd_fast"])
def test_methods_of_one_sample_rank_the_factors_and_tell_chance(method: str) -> None:
    three = factors(3)
    design = random_sample(three, 400, 1)
    x, e = design.places, luck(design.seeds)
    y = 4 * x[:, 0] + 2 * x[:, 1] + 0.8 * e
    found = analyse(method, three, design, y)
    main = table(found, {"pawn": "median", "delta": "delta", "rbd_fast": "S1"}[method])
    assert main["x1"].value > main["x2"].value > main["x3"].value
    variance = 16 / 12 + 4 / 12 + 0.64
    chance = table(found, "ST")[CHANCE]
    assert chance.low < 0.64 / variance < chance.high


@pytest.mark.parametrize("method", ["pawn", "delta", "rbd_fast", "morris"])
def test_every_method_survives_failed_runs(method: str) -> None:
    two = factors(2)
    make: Callable[..., Design] = trajectories if method == "morris" else random_sample
    design = make(two, 120, 1)
    y = design.places[:, 0] + 0.1 * luck(design.seeds)
    y[[3, 40]] = np.nan
    found = analyse(method, two, design, y)
    assert all(np.isfinite(each.value) for each in found)


@pytest.mark.parametrize("method", ["sobol", "morris", "pawn", "rbd_fast"])
@pytest.mark.parametrize("more", [0, 1, 2, 47, 53, 89])
def test_every_method_gives_indices_with_intervals_from_its_least_n_on(
    method: str, more: int
) -> None:
    two = factors(2)
    make = {"sobol": saltelli, "morris": trajectories}.get(method, random_sample)
    design = make(two, LEAST[method] + more, 1)
    found = analyse(method, two, design, design.places[:, 0] + 0.1 * luck(design.seeds))
    assert all(np.isfinite(each.value) for each in found)
    assert all(np.isfinite(each.low) for each in found if each.index not in ("mu", "sigma"))


def test_delta_gives_indices_from_its_least_n_on() -> None:
    two = factors(2)
    design = random_sample(two, LEAST["delta"], 1)
    found = analyse("delta", two, design, design.places[:, 0] + 0.1 * luck(design.seeds))
    assert all(np.isfinite(each.value) for each in found)


@pytest.mark.parametrize("method", ["sobol", "morris", "pawn", "delta", "rbd_fast"])
def test_when_failed_runs_leave_fewer_blocks_than_a_method_needs_there_are_no_indices(
    method: str,
) -> None:
    two = factors(2)
    make = {"sobol": saltelli, "morris": trajectories}.get(method, random_sample)
    design = make(two, 60, 1)
    y = design.places[:, 0] + 0.1 * luck(design.seeds)
    y[design.blocks >= LEAST[method] - 1] = np.nan
    assert all(np.isnan(each.value) for each in analyse(method, two, design, y))


@pytest.mark.parametrize("method", ["sobol", "morris", "pawn", "delta", "rbd_fast"])
def test_an_outcome_of_two_values_ends_in_no_error(method: str) -> None:
    two = factors(2)
    make = {"sobol": saltelli, "morris": trajectories}.get(method, random_sample)
    design = make(two, 60, 1)
    found = analyse(method, two, design, (design.places[:, 0] > 0.9).astype(float))
    assert {each.factor for each in found} == {"x1", "x2", CHANCE}
