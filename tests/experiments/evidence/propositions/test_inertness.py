"""When a mechanism that the paper names counts as inert."""

from __future__ import annotations

import math

import numpy as np
import pytest
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.verdict import Interval
from poverty_nodes.experiments.evidence.propositions.inertness import (
    Mechanism,
    Moved,
    all_moved,
    inert,
    inertness_table,
    mechanisms,
    world,
)
from poverty_nodes.model.parameters.all_parameters import PARAMETERS
from poverty_nodes.scenarios.catalogue import cluster_ids

ONE = mechanisms()[0]


@pytest.mark.parametrize(
    ("low", "high", "moves"),
    [(0.011, 0.03, True), (-0.05, -0.02, True), (0.005, 0.03, False), (-0.02, 0.02, False)],
)
def test_it_has_to_move_something_for_certain(low: float, high: float, moves: bool) -> None:
    found = Moved(ONE, "a_town", "jobs", Interval((low + high) / 2, low, high))
    assert (found.threshold, found.moves) == (0.01, moves)


def test_what_cannot_be_measured_moves_nothing() -> None:
    nothing = Moved(ONE, "a_town", "women", Interval(math.nan, math.nan, math.nan))
    assert not nothing.moves


class Still(Laboratory):
    """A laboratory in which only the first mechanism moves jobs, in its second cluster."""

    def values(self, name: str, *_: object, **__: object) -> NDArray[np.float64]:
        rows = np.zeros((3, 4))
        if ONE.name in name and "gamarra" in name:
            rows[:, 0] = (-0.04, -0.05, -0.06)
        return rows


def test_all_but_what_moves_anything_anywhere_is_inert_and_what_no_rule_reads_is_too() -> None:
    done: list[int] = []
    moved = list(all_moved(Still(range(1, 4)), lambda: done.append(1)))
    assert len(done) == len(mechanisms())
    assert inert(moved) == [each.name for each in mechanisms()[1:]]
    table = inertness_table(moved)
    assert table["moves"].value_counts()["yes"] == 1
    assert set(table[table["moves"] == "no rule reads it"]["mechanism"]) == {
        each.name for each in mechanisms() if not each.off
    }


def test_mechanisms_are_switched_off_by_parameters_that_there_are() -> None:
    known = {each.name for each in PARAMETERS}
    assert all(set(each.off) <= known for each in mechanisms())
    assert "sialkot_surgical" in cluster_ids()


def test_upgrading_can_be_switched_off_though_the_world_has_an_episode_of_it() -> None:
    off = Mechanism("upgrading", "growth", {"process_hazard": 0.0}).off
    switched = world("a_town", off).switched
    assert [each for each in switched if each[0] == "process_hazard"] == [("process_hazard", 0.0)]
