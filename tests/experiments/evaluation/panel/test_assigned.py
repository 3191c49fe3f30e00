"""Whom a study lets into a programme, and that the worlds of it are right."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.experiments.evaluation.panel.assigned import Assigned
from poverty_nodes.experiments.evaluation.panel.panel_run import Panelled, run_panel
from poverty_nodes.experiments.evaluation.panel.world import World
from poverty_nodes.experiments.runs.store.recipe import Clusters, built, recipe_of
from poverty_nodes.model.policies.base import Policy
from poverty_nodes.model.policies.cash_transfer import CashTransfer
from poverty_nodes.model.policies.vocational_training import VocationalTraining
from tests.small_economy import scenario

WAVES = (0, 4)
CASH = CashTransfer(amount=60.0, start=2, take_up=0.8)
TRAINING = VocationalTraining(start=2, capacity=None, take_up=0.8)


def _world(assigned: Assigned, *policies: Policy) -> World:
    def run(words: str, package: tuple[Policy, ...]):  # type: ignore[no-untyped-def]
        return run_panel(Panelled(scenario(package, months=4, window=1), WAVES, words), 1)

    return World.of(1, run("", ()), run(assigned.in_words(), policies))


def test_fewer_take_a_programme_up_who_are_not_encouraged() -> None:
    world = _world(Assigned("encouragement", (0.25, 1.0)), CASH)
    could = world.queue >= 0
    share = [float(world.reached[could & (world.part == part)].mean()) for part in (1.0, 0.25)]
    assert share == pytest.approx([0.8, 0.2], abs=0.06)
    encouraged = could & (world.part == 1.0)
    assert encouraged.sum() / could.sum() == pytest.approx(0.5, abs=0.06)
    household = world.column("household")
    assert not set(household[encouraged]) & set(household[could & ~encouraged])


def test_whoever_is_reached_has_an_income_below_the_threshold() -> None:
    world = _world(Assigned("threshold", below=150.0), CASH)
    income = np.asarray(world.people["income"], dtype=float)
    let_in = income < 150.0
    assert world.reached[let_in].any()
    assert not world.reached[~let_in].any()


def test_in_firms_of_no_saturation_nobody_is_reached_and_in_others_their_part() -> None:
    world = _world(Assigned("saturation", (0.0, 0.5, 1.0)), TRAINING)
    firm, could = world.column("firm"), world.queue >= 0
    share = [float(world.reached[could & (world.part == part)].mean()) for part in (0.0, 0.5, 1.0)]
    assert share[0] == 0.0
    assert 0.0 < share[1] < share[2]
    for each in np.unique(firm[firm >= 0]):
        assert len(np.unique(world.part[firm == each])) == 1


def test_an_assignment_without_a_programme_changes_nothing() -> None:
    world = _world(Assigned("encouragement", (0.5, 1.0)))
    for month in WAVES:
        assert np.array_equal(world.enacted.said[month].welfare, world.without.said[month].welfare)


def test_an_assignment_is_kept_in_a_store_s_recipe() -> None:
    assigned = Assigned("saturation", (0.0, 0.3), 12.5)
    assert Assigned.read(assigned.in_words()) == assigned
    panelled = Panelled(scenario((CASH,), months=4, window=1), WAVES, assigned.in_words())
    clusters = Clusters()
    recipe = recipe_of(panelled, clusters)
    assert recipe is not None
    again, _ = built(recipe, clusters)
    assert again.fingerprint() == panelled.fingerprint()
    assert panelled.fingerprint() != Panelled(panelled.scenario, WAVES).fingerprint()
