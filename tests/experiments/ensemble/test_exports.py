"""Results in the forms of other toolkits."""

from __future__ import annotations

import numpy as np
import pytest

from experiments.ensemble.exports import experiments_table, problem_of
from experiments.impact import assess


def test_a_problem_has_the_ends_of_what_occurs() -> None:
    problem = problem_of(["a", "b"], [[0.1, 24], [0.3, 12]])
    assert problem == {"num_vars": 2, "names": ["a", "b"], "bounds": [[0.1, 0.3], [12.0, 24.0]]}


def test_names_are_no_numbers_for_salib() -> None:
    with pytest.raises(ValueError, match="to_ema"):
        problem_of(["policy"], [["micro_credit"]])


def test_experiments_have_the_columns_of_the_workbench() -> None:
    table = experiments_table([{"policy.a.take_up": 0.1, "x": 1.0}], [7])
    assert list(table) == ["policy.a.take_up", "x", "seed", "scenario", "policy", "model"]
    assert table.loc[0, "seed"] == 7


def test_a_comparison_hands_over_both_arms_of_each_seed(world, towns) -> None:
    comparison = assess(towns(3, 60), world.terms())
    problem, design, outcomes = comparison.to_salib()
    assert problem["names"] == ["package"]
    assert design.ravel().tolist() == [0.0, 1.0] * 3
    paths = comparison.monthly.path("P0")
    assert np.array_equal(outcomes["P0"], paths[:, :, -1].ravel())
    table, months = comparison.to_ema()
    assert table["package"].tolist() == [False, True] * 3
    assert table["seed"].tolist() == [1, 1, 2, 2, 3, 3]
    assert np.array_equal(months["P0"][1], paths[0, 1])
