import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.experiments.impact import assess
from poverty_nodes.experiments.impact.acceptability import (
    UNITS,
    acceptability_table,
    accepted,
    threshold_for,
)

RUNS = st.lists(st.tuples(st.floats(0, 1e6), st.floats(-1e3, 1e3)), min_size=1, max_size=20)


@given(RUNS)
def test_a_higher_threshold_never_makes_fewer_runs_worth_it(runs):
    cost, effect = (np.array(each) for each in zip(*runs, strict=True))
    share = accepted(cost, effect, UNITS["household_lifted"])
    assert (np.diff(share) >= 0).all()
    assert share[-1] <= (effect > 0).mean() + 1e-12


def test_the_curve_crosses_a_half_at_the_price_of_the_middle_run():
    cost, effect = np.array([100.0, 200.0, 400.0]), np.ones(3)
    table = acceptability_table({"spent": cost}, {"household_lifted": effect}, "seeds", "with")
    assert 200 <= threshold_for(table, 0.5) < 200 * 10 ** (1 / 32)
    assert 400 <= threshold_for(table, 0.9) < 400 * 10 ** (1 / 32)


def test_where_half_the_runs_do_harm_no_price_is_acceptable_to_nine_tenths():
    table = acceptability_table(
        {"spent": np.ones(2)}, {"gap_dollar_closed": np.array([5.0, -5.0])}, "seeds", "with"
    )
    assert table["acceptable"].max() == 0.5
    assert np.isnan(threshold_for(table, 0.9))


def test_both_units_and_both_costs_are_told_of_a_package(world, towns):
    found = assess(towns(3, 300), world.terms()).acceptability
    assert set(found["unit"]) == set(UNITS)
    assert set(found["cost"]) == {"spent", "all_payers"}
    assert set(found["over"]) == {"seeds"}


def test_without_policies_there_is_no_curve(world):
    pair = world.pair([100.0, 200.0], [100.0, 200.0])
    assert assess([(1, *pair)], world.terms(policies=())).acceptability.empty


def test_runs_without_a_number_are_left_out():
    table = acceptability_table(
        {"spent": np.array([1.0, np.nan])}, {"gap_dollar_closed": np.ones(2)}, "draws", "with"
    )
    assert table["runs"].iloc[0] == 1
    assert table["acceptable"].iloc[-1] == pytest.approx(1.0)
