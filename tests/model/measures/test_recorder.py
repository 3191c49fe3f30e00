"""What a run writes down agrees with a plain reckoning from the tables of agents."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from poverty_nodes.model.measures.catalogue import MEASURES, UNITS
from poverty_nodes.model.measures.groups import group_members
from poverty_nodes.model.measures.inequality import gini
from poverty_nodes.model.measures.recorder import Recorder
from poverty_nodes.model.month import Month
from poverty_nodes.model.population.codes import CONTRACT_OF_POST
from poverty_nodes.model.result import OF_POVERTY, RunResult
from poverty_nodes.model.state import State
from tests.small_economy import recorded, rough_economy, scenario

MONTHS = 4
Members = dict[str, NDArray[np.bool_]]


@pytest.fixture(scope="module")
def lived() -> tuple[State, RunResult, list[State]]:
    """An economy after some months, what was recorded, and the last two months' welfare."""
    from copy import deepcopy

    state, question, month = rough_economy(), scenario(), Month()
    recorder = Recorder(state, MONTHS, question.line_monthly(), question.lines(), window=2)
    kept = []
    for _ in range(MONTHS):
        month.advance(state)
        recorder.record(state)
        kept.append(deepcopy(state))
    return state, recorder.finish(state), kept


def members(state: State) -> Members:
    """Who is in which group now."""
    w = state.workers
    codes = {name: w[name] for name in ("place", "gender", "skill", "social_group", "migrant")}
    codes["contract"] = np.array(CONTRACT_OF_POST)[w["post"]]
    codes["tier"] = np.where(w["employer"] >= 0, state.firms["tier"][w["employer"]], 0)
    return group_members(codes)


@pytest.mark.parametrize(
    "group", ["all", "gender=female", "contract=casual", "tier=exporter", "place=dispersed"]
)
def test_poverty_of_a_group_is_that_of_its_people(
    lived: tuple[State, RunResult, list[State]], group: str
) -> None:
    state, result, _ = lived
    h, line = state.households, scenario().line_monthly()
    mine = members(state)[group]
    home = state.workers["household"][mine]
    people = (h["size"] / h["adults"])[home]
    welfare = (h["consumption"] / h["size"])[home]
    gap = np.maximum(1.0 - welfare / line, 0.0)
    for order, name in enumerate(("P0", "P1", "P2")):
        expected = np.average((welfare < line) * gap**order, weights=people)
        assert result.series(name, group)[-1] == pytest.approx(expected)
    assert result.series("mean_welfare", group)[-1] == pytest.approx(
        np.average(welfare, weights=people)
    )
    assert result.series("people", group)[-1] == pytest.approx(people.sum() / state.scale)
    earnings = state.workers["earnings"][mine].mean()
    assert result.series("earnings", group)[-1] == pytest.approx(earnings)


def test_the_wholes_of_a_place_are_those_of_its_accounts(
    lived: tuple[State, RunResult, list[State]],
) -> None:
    state, result, _ = lived
    for code, group in ((0, "all"), (0, "place=cluster"), (1, "place=dispersed")):
        place = state.places[code]
        assert result.series("employment", group)[-1] == place.employment / state.scale
        assert result.series("exports", group)[-1] == place.exports / state.scale
        assert result.series("mean_wage", group)[-1] == place.wage_bill / place.employment
        h = state.households[state.households["place"] == code]
        expected = gini(h["consumption"] / h["size"], h["size"])
        assert result.series("gini", group)[-1] == pytest.approx(expected)


def test_a_place_is_counted_whole_and_the_cluster_is_all(
    lived: tuple[State, RunResult, list[State]],
) -> None:
    _, result, _ = lived
    assert np.array_equal(
        result.values[:, :, result.groups.index("all")],
        result.values[:, :, result.groups.index("place=cluster")],
        equal_nan=True,
    )


@pytest.mark.parametrize("dimension", ["gender", "skill", "contract", "social_group", "tier"])
def test_groups_of_a_kind_add_up_to_all(
    lived: tuple[State, RunResult, list[State]], dimension: str
) -> None:
    _, result, _ = lived
    parts = [g for g in result.groups if g.startswith(f"{dimension}=")]
    people = np.array([result.series("people", g) for g in parts])
    assert people.sum(axis=0) == pytest.approx(result.series("people"))
    poor = np.nansum(people * np.array([result.series("P0", g) for g in parts]), axis=0)
    assert poor / people.sum(axis=0) == pytest.approx(result.series("P0"))


def test_poverty_nodes_add_up_to_all(lived: tuple[State, RunResult, list[State]]) -> None:
    _, result, _ = lived
    nodes = [g for g in result.groups if g.startswith("node=")]
    people = np.sum([result.series("people", g) for g in nodes], axis=0)
    assert people == pytest.approx(result.series("people"))


def test_measures_of_a_whole_have_no_value_for_a_group_and_shares_lie_between_0_and_1(
    lived: tuple[State, RunResult, list[State]],
) -> None:
    _, result, _ = lived
    for measure in MEASURES:
        female = result.series(measure.name, "gender=female")
        assert np.isnan(female).all() != measure.by_group, measure.name
        assert not np.isnan(result.series(measure.name)).any(), measure.name
        if measure.unit == "share":
            assert np.all((result.series(measure.name) >= 0) & (result.series(measure.name) <= 1))
    assert result.units == UNITS


def test_a_row_stands_for_the_members_of_the_household_at_the_real_scale(
    lived: tuple[State, RunResult, list[State]],
) -> None:
    state, result, _ = lived
    people = result.people
    assert {len(column) for column in people.values()} == {len(state.workers)}
    assert people["weight"].sum() == pytest.approx(
        state.households["size"].sum() / state.scale, rel=1e-5
    )


def test_final_columns_average_the_window_and_groups_are_those_of_the_base(
    lived: tuple[State, RunResult, list[State]],
) -> None:
    _, result, kept = lived
    for name, welfare in (("earnings_final", False), ("welfare_final", True)):
        last = []
        for state in kept[-2:]:
            h = state.households
            spent = (h["consumption"] / h["size"])[state.workers["household"]]
            last.append(spent if welfare else state.workers["earnings"])
        assert result.people[name] == pytest.approx(np.mean(last, axis=0), rel=1e-5)
    base = rough_economy()
    assert np.array_equal(result.people["gender"], base.workers["gender"])
    assert np.array_equal(
        result.people["contract"], np.array(CONTRACT_OF_POST)[base.workers["post"]]
    )
    assert result.people["earnings_base"] == pytest.approx(base.workers["earnings"], rel=1e-6)


def test_the_months_run_from_the_base_month(lived: tuple[State, RunResult, list[State]]) -> None:
    state, result, _ = lived
    assert result.months.tolist() == [0, 1, 2, 3, 4]
    assert result.values.shape == (5, len(result.measures), len(result.groups))
    assert result.conservation == state.conservation


def test_a_window_longer_than_the_run_averages_the_months_there_are() -> None:
    short = recorded(rough_economy(), months=2, window=12)
    exact = recorded(rough_economy(), months=2, window=2)
    assert np.array_equal(short.people["welfare_final"], exact.people["welfare_final"])


def test_recording_does_not_touch_the_economy() -> None:
    watched, alone = rough_economy(), rough_economy()
    recorded(watched, months=3)
    month = Month()
    for _ in range(3):
        month.advance(alone)
    assert np.array_equal(watched.households, alone.households)
    assert np.array_equal(watched.workers, alone.workers)


def test_poverty_of_a_person_is_the_mean_of_the_last_months(
    lived: tuple[State, RunResult, list[State]],
) -> None:
    state, result, kept = lived
    welfare = np.stack([s.households["consumption"] / s.households["size"] for s in kept[-2:]])
    gap = np.maximum(1.0 - welfare / scenario().line_monthly(), 0.0)
    for order, name in enumerate(OF_POVERTY):
        expected = (np.where(gap > 0, 1.0, 0.0) * gap**order).mean(axis=0)
        assert result.people[name] == pytest.approx(expected[state.workers["household"]], abs=1e-6)
