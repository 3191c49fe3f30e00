"""The sampling frame and the draw of units from it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.experiments.evaluation.panel.world import Life, World
from poverty_nodes.experiments.evaluation.study.study import Sample
from poverty_nodes.experiments.evaluation.survey.frame import Frame


def _world(household: list[int], place: list[int]) -> World:
    rows = len(household)
    people = {"household": np.array(household), "firm": np.array(household) - 1}
    people |= {"place": np.array(place), "weight": np.ones(rows)}
    nobody, lots = np.zeros(rows, dtype=np.bool_), np.full(rows, -1.0)
    life = Life({}, {})
    return World(1, people, life, life, nobody, nobody, lots, lots, lots)


@given(
    st.lists(st.integers(1, 6), min_size=12, max_size=40),
    st.integers(10, 12),
    st.integers(1, 4) | st.none(),
)
def test_weights_add_up_to_those_who_live_there_on_average(
    sizes: list[int], drawn: int, people: int | None
) -> None:
    household = [number for number, size in enumerate(sizes) for _ in range(size)]
    world = _world(household, [0] * len(household))
    everybody = np.ones(len(household), dtype=np.bool_)
    sample = Sample(size=drawn, people=people)
    frame = Frame.of(world, sample, 0, everybody, [])
    totals = []
    for seed in range(40):
        rows, weight, unit = frame.draw(drawn, people, np.random.default_rng(seed))
        assert len(np.unique(rows)) == len(rows)
        assert len(np.unique(unit)) == drawn
        assert np.bincount(unit).max() <= (people or 6)
        totals.append(weight.sum())
    spread = np.std(totals) + 1e-9
    assert abs(np.mean(totals) - len(household)) <= 5 * spread / np.sqrt(40)


def test_each_stratum_has_its_part_whatever_its_size() -> None:
    household = list(range(100))
    world = _world(household, [0] * 100)
    few = np.arange(100) < 10
    everybody = np.ones(100, dtype=np.bool_)
    frame = Frame.of(world, Sample(size=20), 0, everybody, [few])
    rows, weight, _ = frame.draw(20, None, np.random.default_rng(1))
    assert few[rows].sum() == 10
    assert weight[few[rows]].tolist() == [1.0] * 10
    assert weight[~few[rows]].tolist() == [9.0] * 10


def test_a_frame_holds_whole_units_of_its_place_with_somebody_of_the_group() -> None:
    world = _world([0, 0, 1, 1, 2, 2], [0, 0, 0, 0, 1, 1])
    can = np.array([True, False, False, False, True, False])
    frame = Frame.of(world, Sample(), 0, can, [])
    assert frame.rows.tolist() == [0, 1]


def test_more_than_there_are_cannot_be_drawn() -> None:
    world = _world([0, 1, 2], [0, 0, 0])
    frame = Frame.of(world, Sample(), 0, np.ones(3, dtype=np.bool_), [])
    with pytest.raises(ValueError, match="10 are to be drawn of 3"):
        frame.draw(10, None, np.random.default_rng(1))


def test_people_without_a_firm_are_in_no_frame_of_firms() -> None:
    world = _world([0, 0, 1, 2], [0, 0, 0, 0])
    frame = Frame.of(world, Sample(unit="firm"), 0, np.ones(4, dtype=np.bool_), [])
    assert frame.rows.tolist() == [2, 3]
