"""A number set otherwise reaches the worlds that have it, and no others."""

from __future__ import annotations

import pytest

from poverty_nodes.experiments.evidence.harness.ablation import Ablation
from poverty_nodes.experiments.evidence.harness.acts import OrdersGrow
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.setting import Reach, Setting
from poverty_nodes.experiments.evidence.harness.world import World
from poverty_nodes.model.policies.labour_standards import LabourStandards
from poverty_nodes.model.shocks import BuyersStandard

STANDARD = BuyersStandard(start=12, notice=12, level=0.6, cost=10_000.0)
WORLD = World(
    "a_town", 12, shocks=(STANDARD,), policies=(LabourStandards(wage_floor=1.2, home_workers=False),),
    prepare=(OrdersGrow(0.01),),
)  # fmt: skip


def test_a_term_of_a_shock_or_policy_and_an_act_are_set() -> None:
    cost = Setting("shock", "buyers_standard", "cost", 3000.0).within(WORLD)
    assert cost.shocks == (STANDARD.model_copy(update={"cost": 3000.0}),)
    floor = Setting("policy", "labour_standards", "wage_floor", 1.4).within(WORLD)
    assert floor.policies[0].wage_floor == 1.4  # type: ignore[attr-defined]
    assert Setting("act", "OrdersGrow", "monthly", 0.02).within(WORLD).prepare == (
        OrdersGrow(0.02),
    )


def test_a_number_of_another_cluster_or_of_the_experiment_stays() -> None:
    share = Setting("description", "a_town", "chain.export_share", 0.5)
    assert share.within(WORLD).changes == (("chain.export_share", 0.5),)
    assert Setting("description", "b_town", "chain.export_share", 0.5).within(WORLD) == WORLD
    asked = World("a_town", 12, changes=(("chain.export_share", 0.1),))
    assert share.within(asked) == asked


def test_a_world_without_the_shock_stays_as_it_is() -> None:
    assert Setting("shock", "flood", "loss", 0.5).within(WORLD) == WORLD


def test_a_value_that_a_term_cannot_have_is_refused() -> None:
    with pytest.raises(ValueError, match="notice"):
        Setting("shock", "buyers_standard", "notice", -1.0).within(WORLD)


def test_a_laboratory_sets_ends_and_what_is_taken_away_in_every_world() -> None:
    low, _ = Reach("shock", "buyers_standard", "cost", 3000.0, 30_000.0, "its own").ends()
    neutral = Ablation(
        "both", {"learning": 0.0}, settings=(Setting("shock", "buyers_standard", "cost", 0.0),)
    )
    laboratory = Laboratory(range(1, 4))
    at_low = laboratory.at(low)._as_set(WORLD)
    assert at_low.shocks[0].cost == 3000.0  # type: ignore[attr-defined]
    away = laboratory.ablated(neutral)._as_set(WORLD)
    assert (away.shocks[0].cost, away.switched) == (0.0, (("learning", 0.0),))  # type: ignore[attr-defined]
    assert laboratory._as_set(WORLD) == WORLD
