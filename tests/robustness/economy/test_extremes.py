"""At the ends of what can be asked the economy stays one, or says plainly what is wrong."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.parameters.all_parameters import PARAMETERS, Parameter
from poverty_nodes.model.state import State
from tests.laws.soundness import Checked, faults
from tests.small_economy import cluster, recorded, rough_economy, scenario

MONTHS = 9


def lived(state: State) -> State:
    """An economy after some months in which heads are counted by hand."""
    month = Checked()
    for _ in range(MONTHS):
        month.advance(state)
    return state


def corner(number: int) -> dict[str, float]:
    """Every parameter at its lowest or highest, as the bits of a hash of the corner have it."""
    bits = np.random.default_rng(number).integers(0, 2, len(PARAMETERS))
    return {
        each.name: each.high if bit else each.low
        for each, bit in zip(PARAMETERS, bits, strict=True)
    }


@pytest.mark.parametrize("number", range(8))
def test_an_economy_with_every_parameter_at_an_end_of_its_range_is_sound(number: int) -> None:
    assert faults(lived(rough_economy(parameters=corner(number)))) == []


@pytest.mark.slow
@pytest.mark.parametrize("end", ["low", "high"])
@pytest.mark.parametrize("each", PARAMETERS, ids=lambda each: each.name)
def test_an_economy_with_one_parameter_at_an_end_of_its_range_is_sound(
    each: Parameter, end: str
) -> None:
    state = rough_economy(parameters={each.name: getattr(each, end)})
    assert faults(lived(state)) == []


@pytest.mark.parametrize("scale", [1e-9, 1e-6, 1e-5])
def test_a_scale_at_which_nobody_is_left_to_own_firms_is_refused_with_the_way_out(
    scale: float,
) -> None:
    with pytest.raises(ValueError, match="raise the scale"):
        rough_economy(scale=scale)


@pytest.mark.parametrize("scale", [1e-4, 5e-4, 1e-3])
def test_a_hamlet_of_a_few_firms_is_an_economy_still(scale: float) -> None:
    state = lived(rough_economy(scale=scale))
    assert faults(state) == []
    assert (state.firms["alive"] == 1).sum() >= 1


def test_a_hamlets_measures_are_numbers_where_there_is_anybody() -> None:
    result = recorded(rough_economy(scale=5e-4), months=6)
    for measure in ("P0", "P1", "mean_welfare", "gini", "employment", "value_added"):
        assert np.isfinite(result.series(measure)).all(), measure


def test_an_unknown_parameter_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match="wage_curv"):
        rough_economy(parameters={"wage_curv": 0.1})


def test_a_run_of_no_months_is_its_base_month() -> None:
    result = recorded(rough_economy(), months=0)
    assert result.months.tolist() == [0]
    assert np.array_equal(result.people["welfare_final"], result.people["welfare_base"])


@pytest.mark.slow
def test_a_long_run_stays_sound_and_alive() -> None:
    state = scenario().start(3)
    month = Checked()
    for _ in range(240):
        month.advance(state)
    assert faults(state) == []
    assert (state.firms["alive"] == 1).sum() > 10
    assert state.places["employment"].min() > 10


def test_the_default_cluster_is_what_these_tests_speak_of() -> None:
    assert cluster().cluster.id == "sialkot_surgical"
