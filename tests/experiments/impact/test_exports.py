"""Results in the forms of other toolkits."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from poverty_nodes.experiments.impact import assess
from poverty_nodes.experiments.impact.exports import (
    experiments_table,
    known_to_workbench,
    problem_of,
)

PACKAGE = ("micro_credit", "cash_transfer")


@pytest.fixture
def workbench() -> Iterator[SimpleNamespace]:
    """The EMA Workbench itself; what pandas and other libraries say to it while it runs is not about us."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from ema_workbench import load_results, save_results
        from ema_workbench.analysis import feature_scoring, prim, scenario_discovery_util

        regression = scenario_discovery_util.RuleInductionType.REGRESSION
        yield SimpleNamespace(
            save=save_results,
            load=load_results,
            prim=prim.Prim,
            scores=lambda x, y: feature_scoring.get_ex_feature_scores(
                x, y, mode=regression, random_state=1
            )[0][1],
        )


def test_a_problem_has_the_ends_of_what_occurs() -> None:
    problem = problem_of(["a", "b"], [[0.1, 24], [0.3, 12]])
    assert problem == {"num_vars": 2, "names": ["a", "b"], "bounds": [[0.1, 0.3], [12.0, 24.0]]}


def test_names_are_no_numbers_for_salib() -> None:
    with pytest.raises(ValueError, match="to_ema"):
        problem_of(["policy"], [["micro_credit"]])


def test_experiments_have_the_columns_of_the_workbench() -> None:
    table = experiments_table([{"policy.a.take_up": 0.1, "x": 1.0}], [7], PACKAGE)
    assert list(table) == ["policy.a.take_up", "x", "seed", "scenario", "policy", "model"]
    assert table.loc[0, "seed"] == 7
    assert table.loc[0, "policy"] == "micro_credit+cash_transfer"


def test_the_policy_of_an_experiment_repeats_no_term_and_is_the_package_where_packages_vary() -> (
    None
):
    terms = experiments_table([{"policy.a.take_up": value} for value in (0.1, 0.9)], None, PACKAGE)
    assert terms["policy"].nunique() == 1
    packages = experiments_table(
        [{"policy": "a+b", "months": 12}, {"policy": "none", "months": 24}]
    )
    assert packages["policy"].tolist() == ["a+b", "none"]
    assert list(packages) == ["months", "scenario", "policy", "model"]


def test_the_workbench_scores_terms_and_finds_their_box_without_the_policy(
    workbench: SimpleNamespace,
) -> None:
    luck = np.random.default_rng(1)
    rows = [{"policy.a.take_up": luck.random(), "inputs.x": luck.random()} for _ in range(300)]
    table = experiments_table(rows, None, PACKAGE)
    y = table["policy.a.take_up"].to_numpy() + 0.1 * table["inputs.x"].to_numpy()
    scores = workbench.scores(table, y)
    assert set(scores.index) == {"policy.a.take_up", "inputs.x"}
    assert scores["policy.a.take_up"] > 0.7
    box = workbench.prim(table, y > 0.8, threshold=0.8).find_box()
    assert set(box.box_lims[-1].columns) == {"policy.a.take_up", "inputs.x"}
    restricted = box.box_lims[-1]
    assert restricted["policy.a.take_up"].iloc[0] > 0.6


@pytest.mark.parametrize("shape", [(6,), (6, 4)])
def test_the_workbench_saves_and_loads_what_is_handed_over(
    workbench: SimpleNamespace, shape: tuple[int, ...], tmp_path: Path
) -> None:
    table = experiments_table(
        [{"policy.a.take_up": i / 6, "target": "male"} for i in range(6)], range(6), PACKAGE
    )
    outcomes = {"effect on P0:gender=female": np.random.default_rng(1).random(shape)}
    file = str(tmp_path / "results.tar.gz")
    workbench.save((table, known_to_workbench(outcomes)), file)
    again, values = workbench.load(file)
    pd.testing.assert_frame_equal(again, table, check_dtype=False, check_categorical=False)
    for name, kept in outcomes.items():
        assert np.allclose(values[name], kept)


def test_without_the_workbench_outcomes_are_handed_over_as_they_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("poverty_nodes.experiments.impact.exports.find_spec", lambda name: None)
    outcomes = {"P0": np.zeros(3)}
    assert known_to_workbench(outcomes) is outcomes


def test_a_comparison_hands_over_both_arms_of_each_seed(
    world, towns: Callable[..., list[tuple[int, object, object]]]
) -> None:
    comparison = assess(towns(3, 60), world.terms())
    problem, design, outcomes = comparison.to_salib()
    assert problem["names"] == ["package"]
    assert design.ravel().tolist() == [0.0, 1.0] * 3
    paths = comparison.monthly.path("P0")
    assert np.array_equal(outcomes["P0"], paths[:, :, -1].ravel())
    table, months = comparison.to_ema()
    assert table["package"].tolist() == [False, True] * 3
    assert table["policy"].unique().tolist() == ["micro_credit+labour_standards"]
    assert table["seed"].tolist() == [1, 1, 2, 2, 3, 3]
    assert np.array_equal(months["P0"][1], paths[0, 1])
