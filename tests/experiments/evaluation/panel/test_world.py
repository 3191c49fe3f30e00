"""Persons in both worlds of a seed, and what a programme truly does to them."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

from poverty_nodes.experiments.evaluation.panel.panel_run import Panelled, run_panel
from poverty_nodes.experiments.evaluation.panel.truth import TARGETS, truths
from poverty_nodes.experiments.evaluation.panel.world import World, lottery_of
from poverty_nodes.experiments.runs.kinds_of_run.whole_run import run_one
from poverty_nodes.experiments.runs.outcome import Outcome
from poverty_nodes.experiments.runs.store.columns import schema_for, to_batch, to_result
from poverty_nodes.model.policies.base import Policy
from poverty_nodes.model.policies.cash_transfer import CashTransfer
from poverty_nodes.model.result import RunResult
from tests.small_economy import scenario

WAVES = (0, 4)
CASH = CashTransfer(amount=60.0, start=2, take_up=0.5)


def _run(policies: tuple[Policy, ...] = (), seed: int = 1) -> RunResult:
    return run_panel(Panelled(scenario(policies, months=4, window=1), WAVES), seed)


def test_without_a_programme_every_effect_is_exactly_nothing() -> None:
    worlds = [World.of(seed, _run(seed=seed), _run(seed=seed)) for seed in (1, 2)]
    table = truths(worlds, 127.75, "welfare", WAVES, "contract=homework")
    assert set(table["effect"].dropna()) == {0.0}
    assert set(table["on"]) == set(TARGETS)


def test_the_panel_has_what_the_model_s_own_recorder_has() -> None:
    panel, whole = _run().people, run_one(scenario((), months=4, window=1), 1).people
    for name in ("id", "household", "gender", "contract", "tier", "place", "weight"):
        assert np.array_equal(panel[name], whole[name]), name
    assert np.array_equal(panel["welfare_0"], whole["welfare_base"])
    assert np.array_equal(panel["welfare_4"], whole["welfare_final"])
    assert np.array_equal(panel["earnings_4"], whole["earnings_final"])


def test_who_wins_the_draw_is_reached_and_gains_and_who_loses_it_is_not() -> None:
    world = World.of(1, _run(), _run((CASH,)))
    lottery = lottery_of(world, CASH.take_up)
    assert lottery.inside.any()
    assert np.array_equal(lottery.won, lottery.inside & world.reached)
    assert lottery.won.sum() / lottery.inside.sum() == pytest.approx(0.5, abs=0.06)
    household = world.column("household")
    won = {int(each) for each in household[lottery.won]}
    assert won.isdisjoint(household[lottery.inside & ~lottery.won])
    table = truths([world], 127.75, "welfare", WAVES, "all").set_index(["on", "group"])["effect"]
    assert table["reached", "all"] > 1.0 > table["neighbours", "all"]


def test_where_room_is_short_the_first_of_the_queue_have_won() -> None:
    few = CashTransfer(amount=60.0, start=2, take_up=0.5, capacity=2000)
    world = World.of(1, _run(), _run((few,)))
    lottery = lottery_of(world, few.take_up)
    assert (lottery.inside & ~lottery.won).any()
    assert world.readiness[lottery.inside].max() < 0.5
    assert world.queue[lottery.won].max() < world.queue[lottery.inside & ~lottery.won].min()
    assert world.reached[lottery.won].mean() > 0.9


def test_groups_are_told_in_either_place() -> None:
    world = World.of(1, _run(), _run())
    women = world.members("gender=female")
    assert np.array_equal(women, world.column("gender") == 1)
    poorest = world.members("decile=1")
    for place in (0, 1):
        here = world.column("place") == place
        assert world.weight[poorest & here].sum() / world.weight[here].sum() == pytest.approx(
            0.1, abs=0.01
        )


def test_worlds_of_different_seeds_are_no_pair() -> None:
    with pytest.raises(ValueError, match="do not begin with the same persons"):
        World.of(1, _run(seed=1), _run(seed=2))


def test_a_panel_run_goes_into_the_store_and_back_bit_for_bit() -> None:
    result = _run((CASH,))
    outcome = Outcome("key", 1, 0.1, result)
    batch = to_batch(outcome, schema_for(result))
    again = to_result(pa.Table.from_batches([batch]))
    assert again.values.shape == (2, 0, 0)
    assert {name: each.tobytes() for name, each in again.people.items()} == {
        name: each.tobytes() for name, each in result.people.items()
    }
