"""A run is a function of the scenario and the seed: of nothing before it and nothing beside it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy

import numpy as np
import pytest

from poverty_nodes.experiments.runs.kinds_of_run.whole_run import run_one
from poverty_nodes.model.result import RunResult
from tests.laws.same import differing
from tests.small_economy import CREDIT, STANDARDS, live, rough_economy, scenario

QUESTION = scenario((CREDIT, STANDARDS), months=6)


def same(one: RunResult, other: RunResult) -> bool:
    """Whether two results hold the same numbers to the last bit."""
    return (
        np.array_equal(one.values, other.values, equal_nan=True)
        and one.people.keys() == other.people.keys()
        and all(np.array_equal(one.people[key], other.people[key]) for key in one.people)
        and one.programme == other.programme
        and one.conservation == other.conservation
    )


@pytest.fixture(scope="module")
def alone() -> list[RunResult]:
    return [run_one(QUESTION, seed) for seed in (1, 2, 3, 4)]


def test_the_same_question_has_the_same_answer_twice(alone: list[RunResult]) -> None:
    assert same(run_one(QUESTION, 1), alone[0])


def test_another_seed_is_another_world(alone: list[RunResult]) -> None:
    assert not same(alone[0], alone[1])


def test_runs_side_by_side_do_not_touch_each_other(alone: list[RunResult]) -> None:
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda seed: run_one(QUESTION, seed), (1, 2, 3, 4)))
    assert all(same(one, other) for one, other in zip(together, alone, strict=True))


def test_what_ran_before_does_not_matter(alone: list[RunResult]) -> None:
    run_one(scenario((), months=3), 3)
    assert same(run_one(QUESTION, 3), alone[2])


def test_a_run_leaves_the_base_month_of_its_seed_untouched() -> None:
    before = deepcopy(QUESTION.start(1))
    run_one(QUESTION, 1)
    assert differing(QUESTION.start(1), before) == []


def test_a_state_that_is_copied_half_way_goes_on_as_the_original() -> None:
    state = live(rough_economy(policies=(CREDIT, STANDARDS)), 4)
    copy = deepcopy(state)
    assert differing(live(state, 4), live(copy, 4)) == []
    assert state.conservation == copy.conservation


def test_all_scenarios_of_a_seed_share_one_base_month() -> None:
    with_package, without = QUESTION.start(7), scenario((), months=6).start(7)
    assert differing(with_package, without) == []
