"""People of several clusters in one table."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.experiments.evaluation.panel.panel_run import Panelled, run_panel
from poverty_nodes.experiments.evaluation.panel.side_by_side import ELSEWHERE, side_by_side
from poverty_nodes.experiments.evaluation.panel.world import World
from tests.small_economy import scenario


def _run(seed: int, months: int = 2):  # type: ignore[no-untyped-def]
    return run_panel(Panelled(scenario((), months=months, window=1), (0, months)), seed)


def test_people_of_another_cluster_come_below_with_units_of_their_own() -> None:
    ours, other = _run(1), _run(2)
    both = side_by_side(ours, [other, other])
    place = np.asarray(both.people["place"])
    here = np.asarray(other.people["place"]) == 0
    assert (place == ELSEWHERE).sum() == (place == ELSEWHERE + 1).sum() == here.sum()
    assert np.array_equal(place[: len(ours.people["id"])], ours.people["place"])
    for name in ("household", "firm"):
        column = np.asarray(both.people[name])
        sets = [set(column[(place == code) & (column >= 0)]) for code in (0, 2, 3)]
        assert not sets[0] & sets[1]
        assert not sets[1] & sets[2]
    welfare = np.asarray(both.people["welfare_2"])[place == ELSEWHERE]
    assert np.array_equal(welfare, np.asarray(other.people["welfare_2"])[here])


def test_tenths_are_of_each_place_of_its_own() -> None:
    both = side_by_side(_run(1), [_run(2)])
    world = World.of(1, both, both)
    poorest, place = world.members("decile=1"), world.column("place")
    for code in np.unique(place):
        part = world.weight[poorest & (place == code)].sum() / world.weight[place == code].sum()
        assert part == pytest.approx(0.1, abs=0.02)


def test_clusters_that_were_asked_in_other_months_are_not_compared() -> None:
    with pytest.raises(ValueError, match="in other months"):
        side_by_side(_run(1), [_run(2, months=3)])
