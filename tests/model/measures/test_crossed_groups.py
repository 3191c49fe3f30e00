"""Groups of a crossing agree with the groups of the model, and with a plain reckoning of their bands."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.measures.groups_at_base import groups_at_base
from poverty_nodes.model.measures.recorder import Recorder
from poverty_nodes.model.month import Month
from poverty_nodes.model.result import RunResult
from poverty_nodes.model.state import State
from tests.small_economy import rough_economy, scenario

MONTHS = 3
CROSSINGS = ("tier*contract*gender", "age:25|45", "size:5", "decile*gender", "household_size:4")


@pytest.fixture(scope="module")
def lived() -> tuple[State, RunResult]:
    """An economy after some months, and what was recorded of it."""
    state, question, month = rough_economy(), scenario(), Month()
    lines = question.line_monthly(), question.lines()
    recorder = Recorder(state, MONTHS, *lines, 2, CROSSINGS)
    for _ in range(MONTHS):
        month.advance(state)
        recorder.record(state)
    return state, recorder.finish(state)


def test_a_crossing_gives_what_the_models_own_nodes_give(lived: tuple[State, RunResult]) -> None:
    _, result = lived
    for tier, contract in (("exporter", "regular"), ("subcontractor", "casual"), ("none", "none")):
        for gender in ("male", "female"):
            mine = f"tier={tier},contract={contract},gender={gender}"
            for measure in ("people", "P0", "P2", "watts", "earnings", "P0_at_national"):
                np.testing.assert_allclose(
                    result.series(measure, mine),
                    result.series(measure, f"node={tier}|{contract}|{gender}"),
                    rtol=1e-12,
                )


@pytest.mark.parametrize("field", ["age", "size", "household_size"])
def test_bands_hold_everybody_of_the_cluster_once(
    lived: tuple[State, RunResult], field: str
) -> None:
    _, result = lived
    bands = [each for each in result.groups if each.startswith(f"{field}=")]
    in_bands = sum(result.series("people", each) for each in bands)
    np.testing.assert_allclose(in_bands, result.series("people"), rtol=1e-12)


def test_a_band_of_age_holds_those_of_that_age(lived: tuple[State, RunResult]) -> None:
    state, result = lived
    w, h = state.workers, state.households
    each = (h["size"] / h["adults"])[w["household"]] / state.scale
    mine = (w["age"] >= 25 * 12) & (w["age"] < 45 * 12) & (w["place"] == 0)
    assert result.series("people", "age=25-44")[-1] == pytest.approx(each[mine].sum())


def test_persons_stand_in_the_crossing_of_their_base_month(lived: tuple[State, RunResult]) -> None:
    _, result = lived
    found = groups_at_base(result.people)
    women = found["gender=female"]
    np.testing.assert_array_equal(found["decile=3,gender=female"], found["decile=3"] & women)
    node = "tier=exporter,contract=regular,gender=male"
    np.testing.assert_array_equal(found[node], found["node=exporter|regular|male"])


def test_a_question_without_crossings_records_what_it_did(lived: tuple[State, RunResult]) -> None:
    state, question = rough_economy(), scenario()
    plain = Recorder(state, 0, question.line_monthly(), question.lines(), 1).finish(state)
    assert not [each for each in plain.groups if "," in each]
    assert not [each for each in plain.people if "*" in each or ":" in each]
