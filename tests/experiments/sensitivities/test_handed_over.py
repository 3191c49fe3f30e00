"""What is handed to SALib gives, by SALib's own analysis, the indices that are right."""

from __future__ import annotations

import contextlib
import io
import warnings
from collections.abc import Mapping

import numpy as np
import pytest

from poverty_nodes.experiments.sensitivities.designs_and_seeds import (
    Design,
    random_sample,
    saltelli,
    trajectories,
)
from poverty_nodes.experiments.sensitivities.factors import CHANCE, Factor, Factors, Varied
from poverty_nodes.experiments.sensitivities.handed_over import for_salib
from poverty_nodes.experiments.sensitivities.indices import analyse
from poverty_nodes.scenarios.inputs import Distribution


def factors(count: int, bundle: int = 0) -> Factors:
    """Factors x1, x2 ... between 0 and 1; the first `bundle` of them are one factor."""
    each = [Varied(f"inputs.x{i}", Distribution("uniform", 0.0, 0.5, 1.0)) for i in range(count)]
    joined = (Factor("bundle", "input", tuple(each[:bundle])),) if bundle else ()
    alone = (Factor(v.key, "input", (v,)) for v in each[bundle:])
    return Factors((*joined, *alone))


def outcome(design: Design) -> np.ndarray:
    """Most hangs on the first number, little on the last, some on chance."""
    luck = np.array([np.random.default_rng(int(seed)).normal() for seed in design.seeds])
    return 4 * design.places[:, 0] + 0.2 * design.places[:, -1] + 0.5 * luck


def by_salib(
    method: str, problem: Mapping[str, object], x: np.ndarray, y: np.ndarray
) -> dict[str, np.ndarray]:
    from importlib import import_module

    module = import_module(f"SALib.analyze.{method}")
    more = {} if method == "pawn" else {"num_resamples": 10}
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # SALib's own, of NumPy
        if method == "sobol":
            return module.analyze(problem, y, calc_second_order=False, seed=1, **more)
        return module.analyze(problem, x, y, seed=1, **more)


@pytest.mark.parametrize(("count", "bundle"), [(1, 0), (2, 0), (3, 0), (3, 2), (4, 3)])
def test_salibs_sobol_gives_the_indices_of_the_analysis_with_chance_last(
    count: int, bundle: int
) -> None:
    some = factors(count, bundle)
    design = saltelli(some, 64, 1)
    y = outcome(design)
    problem, places, results = for_salib("sobol", some, design, y[:, None], ("P0",))
    found = by_salib("sobol", problem, places, results["P0"])
    ours = analyse("sobol", some, design, y)
    for index in ("S1", "ST"):
        assert found[index].tolist() == [each.value for each in ours if each.index == index]
    assert problem["names"][-1] == CHANCE  # type: ignore[index]
    assert places.shape == (len(design), problem["num_vars"])


def test_salibs_sobol_gives_the_true_indices_where_they_are_known() -> None:
    """4 x1 + 0.2 x2 + x1 z, with x1 and x2 uniform on 0 to 1 and z, which is chance, of mean 0 and variance 1.

    Twelve times its variance is 16 (x1) + 0.04 (x2) + 3 (z, since x1 is 1/2 on average) + 1 (x1 with z) = 20.04.
    """
    some = factors(2)
    design = saltelli(some, 8192, 1)
    z = np.array([np.random.default_rng(int(seed)).normal() for seed in design.seeds])
    x1, x2 = design.places.T
    y = 4 * x1 + 0.2 * x2 + x1 * z
    problem, _, results = for_salib("sobol", some, design, y[:, None], ("P0",))
    found = by_salib("sobol", problem, design.places, results["P0"])
    assert problem["names"] == ["inputs.x0", "inputs.x1", CHANCE]
    assert found["S1"] == pytest.approx(np.array([16, 0.04, 3]) / 20.04, abs=0.03)
    assert found["ST"] == pytest.approx(np.array([17, 0.04, 4]) / 20.04, abs=0.03)


@pytest.mark.parametrize(("count", "bundle"), [(1, 0), (2, 0), (3, 2)])
def test_salibs_morris_gives_the_indices_of_the_analysis_and_chance_last(
    count: int, bundle: int
) -> None:
    some = factors(count, bundle)
    design = trajectories(some, 40, 1)
    y = outcome(design)
    problem, places, results = for_salib("morris", some, design, y[:, None], ("P0",))
    found = by_salib("morris", problem, places, results["P0"])
    ours = {
        each.factor: each.value
        for each in analyse("morris", some, design, y)
        if each.index == "mu_star"
    }
    step = 2 / 3  # of Morris's grid of four levels: SALib divides by it, and chance has no step
    expected = [*(ours[name] for name in some.names), ours[CHANCE] / step]
    assert [float(each) for each in found["mu_star"]] == pytest.approx(expected)


@pytest.mark.parametrize("method", ["pawn", "delta", "rbd_fast"])
def test_of_a_random_sample_each_row_is_handed_over_once(method: str) -> None:
    some = factors(2)
    design = random_sample(some, 100, 1)
    y = outcome(design)
    problem, places, results = for_salib(method, some, design, y[:, None], ("P0",))
    assert places.shape == (100, 2)
    assert len(np.unique(places, axis=0)) == len(results["P0"]) == 100
    found = by_salib(method, problem, places, results["P0"])
    first, second = found["median" if method == "pawn" else "S1"]
    assert first > second


def test_blocks_with_a_missing_outcome_are_left_out_whole() -> None:
    some = factors(2)
    design = saltelli(some, 64, 1)
    y = outcome(design)
    y[7] = np.nan
    problem, places, results = for_salib("sobol", some, design, y[:, None], ("P0",))
    assert len(places) == len(results["P0"]) == len(design) - 5
    found = by_salib("sobol", problem, places, results["P0"])
    ours = [each.value for each in analyse("sobol", some, design, y) if each.index == "ST"]
    assert found["ST"].tolist() == ours
