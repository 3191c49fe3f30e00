import numpy as np
import pytest

from poverty_nodes.experiments.impact import assess
from poverty_nodes.experiments.impact.outcomes import Outcomes


def test_the_tidy_table_has_a_row_for_each_defined_value(world, towns):
    runs = towns(2, 100)
    table = assess(runs, world.terms()).outcomes
    assert list(table.columns) == [
        *("scenario", "draw", "seed", "month", "measure", "group", "value", "unit"),
    ]
    defined = sum(
        np.isfinite(result.values).sum()
        for _, without, enacted in runs
        for result in (without, enacted)
    )
    assert len(table) == defined
    assert set(table["scenario"]) == {"without", "with"}
    assert set(table["draw"]) == {0}


def test_a_row_holds_the_value_of_its_run(world, towns):
    runs = towns(2, 100)
    table = assess(runs, world.terms()).outcomes
    row = table[
        (table["scenario"] == "with")
        & (table["seed"] == 2)
        & (table["month"] == 6)
        & (table["measure"] == "mean_welfare")
        & (table["group"] == "gender=female")
    ]
    assert row["value"].tolist() == [runs[1][2].series("mean_welfare", "gender=female")[6]]
    assert row["unit"].tolist() == ["dollars a month"]


def test_measures_that_share_a_unit_keep_their_own_names(world, towns):
    table = assess(towns(1, 100), world.terms()).outcomes
    assert {"earnings", "mean_welfare", "P0"} <= set(table["measure"])


def test_a_measure_that_was_not_taken_is_nan_throughout(world, towns):
    monthly = assess(towns(1, 100), world.terms()).monthly
    assert np.isnan(monthly.path("trust")).all()
    assert np.isnan(monthly.path("P0", "no such group")).all()


def test_the_difference_is_taken_within_seeds(world, towns):
    monthly = assess(towns(3, 200), world.terms()).monthly
    without, enacted, difference = monthly.spread("P0")
    assert difference.mean == pytest.approx(enacted.mean - without.mean)
    assert (difference.high - difference.low)[-1] < (without.high - without.low)[-1]


def test_one_scenario_alone_can_be_told(world):
    result = world.result(world.people([100.0]))
    values = result.values[None, None]
    outcomes = Outcomes(
        (1,), result.months, result.measures, result.groups, values, result.units, ("with",)
    )
    assert set(outcomes.frame["scenario"]) == {"with"}
