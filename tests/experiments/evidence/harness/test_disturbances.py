"""What should not matter is otherwise, and nothing else."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

import numpy as np
import pytest

from poverty_nodes.experiments.evidence.harness.disturbances import HalfTheTypes, OtherOrder
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.observed_run import live
from poverty_nodes.experiments.evidence.harness.setting import Setting
from poverty_nodes.experiments.evidence.harness.world import World
from poverty_nodes.model.month import Month
from tests.small_economy import rough_economy

TOWN = World("central_java_rooftiles", 2)


def test_half_of_the_types_are_copies_of_their_neighbours() -> None:
    before = rough_economy(seed=3)
    after = deepcopy(before)
    HalfTheTypes()(after)
    types, old = after.workspace.types, before.workspace.types
    assert np.array_equal(types["id"], old["id"])
    assert np.array_equal(types["tier"], old["tier"])
    assert len(np.unique(types["base_heads"])) < 0.7 * len(np.unique(old["base_heads"]))


def test_another_order_calls_every_phase_once(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[str] = []
    for name in ("finance", "standards", "learning", "joint_action"):
        monkeypatch.setattr(Month, name, lambda *_, name=name: called.append(name))
    month = OtherOrder()
    for name in ("finance", "standards", "learning", "joint_action"):
        getattr(month, name)(None)
    assert called == ["standards", "finance", "joint_action", "learning"]


@pytest.mark.parametrize("key", ["rows", "types", "phases"])
def test_an_arranged_world_begins_with_the_same_people_and_firms(key: str) -> None:
    arranged = Setting("artefact", "", key, 1.0).within(TOWN)
    usual, other = (live(world, 1, 500) for world in (TOWN, arranged))
    for field in ("employment", "firms", "revenue"):
        assert other.path(field)[0] == pytest.approx(usual.path(field)[0])


def test_the_order_of_rows_moves_no_outcome() -> None:
    laboratory = Laboratory((1, 2), agents=500)
    elsewhere = laboratory.at(Setting("artefact", "", "rows", 1.0))
    jobs = [
        each.read(TOWN, lambda life: life.path("employment")[-1])
        for each in (laboratory, elsewhere)
    ]
    assert jobs[0] == pytest.approx(jobs[1])


def test_lives_at_another_scale_are_lived_anew() -> None:
    laboratory = Laboratory((1, 2), agents=500)
    more = replace(laboratory, agents=1000)
    heads = [
        [len(life.frames[0].workers) for life in each.lives(replace(TOWN, keep=(0,)))]
        for each in (laboratory, more)
    ]
    assert min(heads[1]) > max(heads[0])
