"""A question's plan: order, what is reused, what fails, and that tables depend on none of it."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest
from fake_runs import FakeScenario, digest, fake_run, table

from poverty_nodes.experiments.runs.executors.executors import AbstractExecutor, attempt
from poverty_nodes.experiments.runs.runner import (
    Planned,
    abreast,
    execute,
    execute_plan,
    interleave,
    tasks_of,
)
from poverty_nodes.experiments.runs.store.disk import Store
from poverty_nodes.experiments.runs.store.store import MemoryStore

BOTH = {"without": FakeScenario(), "with": FakeScenario("with")}
SEEDS = range(1, 9)


class Shuffled(AbstractExecutor):
    """Finishes tasks in some other order than asked."""

    def __init__(self, seed: int) -> None:
        self.order: list[tuple[str, int]] = []
        self._random = Random(seed)

    def outcomes(self, run, tasks):
        asked = list(tasks)
        self.order = [(task.scenario.name, task.seed) for task in asked]
        self._random.shuffle(asked)
        return (attempt(run, task) for task in asked)


def test_scenarios_are_interleaved_seed_by_seed() -> None:
    executor = Shuffled(0)
    execute(BOTH, [5, 3], None, fake_run, executor=executor)
    assert executor.order == [("without", 5), ("with", 5), ("without", 3), ("with", 3)]


def test_the_order_of_completion_changes_nothing(tmp_path: Path) -> None:
    tables = []
    for seed in range(4):
        runs = execute(BOTH, SEEDS, tmp_path / str(seed), fake_run, executor=Shuffled(seed))
        tables.append(list(table(runs).items()))
        assert [seed for seed, _, _ in runs.pairs()] == list(SEEDS)
    assert all(each == tables[0] for each in tables)


def test_a_finished_batch_is_not_computed_again(tmp_path: Path) -> None:
    scenario = FakeScenario(mischief="count", unlucky=tuple(SEEDS), folder=str(tmp_path))
    first = execute({"a": scenario}, SEEDS, tmp_path, fake_run)
    again = execute({"another label": scenario}, range(1, 12), tmp_path, fake_run)
    assert (first.computed, first.reused, again.computed, again.reused) == (8, 0, 3, 8)
    assert {(tmp_path / f"without-{seed}").read_text() for seed in SEEDS} == {"x"}


def test_two_labels_of_one_scenario_share_their_runs() -> None:
    runs = execute({"without": FakeScenario(), "with": FakeScenario()}, SEEDS, None, fake_run)
    assert (runs.computed, runs.reused) == (8, 8)
    assert all(digest(first) == digest(second) for _, first, second in runs.pairs())


def test_a_baseline_is_shared_between_questions(tmp_path: Path) -> None:
    execute(BOTH, SEEDS, tmp_path, fake_run)
    other = BOTH | {"with": FakeScenario("another package")}
    assert execute(other, SEEDS, tmp_path, fake_run).computed == len(SEEDS)


@pytest.mark.parametrize("executor", ["serial", "threads"])
def test_one_failing_run_among_many_costs_its_row_only(tmp_path: Path, executor: str) -> None:
    scenarios = BOTH | {"with": FakeScenario("with", mischief="raise", unlucky=(4,))}
    runs = execute(scenarios, SEEDS, tmp_path, fake_run, workers=2, executor=executor)
    (failed,) = runs.failures
    assert (failed.scenario, failed.draw, failed.seed) == ("with", 0, 4)
    assert (failed.failure.stage, failed.failure.month) == ("months", 7)
    assert failed.failure.message == "ZeroDivisionError: no firm is left"
    assert [seed for seed, _, _ in runs.pairs()] == [1, 2, 3, 5, 6, 7, 8]
    assert [seed for _, seed, _ in runs.results("without")] == list(SEEDS)
    with pytest.raises(KeyError, match="no firm is left"):
        runs.result("with", 4)


def test_a_run_that_failed_is_reported_again_but_not_made_again(tmp_path: Path) -> None:
    scenario = {"a": FakeScenario(mischief="raise", unlucky=(4,))}
    first = execute(scenario, SEEDS, tmp_path, fake_run)
    again = execute(scenario, SEEDS, tmp_path, fake_run)
    assert again.computed == 0
    assert again.failures == first.failures
    assert execute(scenario, SEEDS, tmp_path, fake_run, retry_failed=True).computed == 1


def test_a_run_that_the_machine_let_down_is_made_again(tmp_path: Path) -> None:
    scenario = {"a": FakeScenario(mischief="raise once", unlucky=(4,), folder=str(tmp_path))}
    first = execute(scenario, SEEDS, tmp_path, fake_run)
    assert [each.failure.status for each in first.failures] == ["ABORTED"]
    again = execute(scenario, SEEDS, tmp_path, fake_run)
    assert (again.computed, again.failures) == (1, ())


def test_a_run_that_wants_to_end_the_program_only_fails() -> None:
    scenario = {"a": FakeScenario(mischief="exit", unlucky=(4,))}
    runs = execute(scenario, SEEDS, None, fake_run, workers=2)
    assert [each.failure.message for each in runs.failures] == ["SystemExit: enough"]


def test_a_result_that_cannot_be_kept_is_a_failed_run(tmp_path: Path) -> None:
    runs = execute({"a": FakeScenario()}, [1], tmp_path, lambda scenario, seed: None)
    assert runs.failures[0].failure.stage == "handing over the result"


def test_ctrl_c_goes_through_and_leaves_what_is_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(scenario: FakeScenario, seed: int):
        if seed == 5 and "TEST_GOES_ON" not in os.environ:
            raise KeyboardInterrupt
        return fake_run(scenario, seed)

    with pytest.raises(KeyboardInterrupt):
        execute(BOTH, SEEDS, tmp_path, interrupted, executor="serial")
    monkeypatch.setenv("TEST_GOES_ON", "1")
    again = execute(BOTH, SEEDS, tmp_path, interrupted, executor="serial")
    assert (again.computed, again.reused) == (8, 8)
    assert table(again) == table(execute(BOTH, SEEDS, None, fake_run))


def test_draws_are_told_apart_from_seeds(tmp_path: Path) -> None:
    plan = [Planned("a", draw, 1, FakeScenario(f"draw {draw}")) for draw in range(3)]
    runs = execute_plan(plan, tmp_path, fake_run)
    assert [(draw, seed) for draw, seed, _ in runs.results("a")] == [(0, 1), (1, 1), (2, 1)]
    assert digest(runs.result("a", 1, draw=2)) == digest(fake_run(FakeScenario("draw 2"), 1))


def test_a_plan_that_names_a_run_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        execute(BOTH, [1, 1], None, fake_run)


def test_a_run_that_was_not_asked_for_is_an_error() -> None:
    runs = execute(BOTH, [1], None, fake_run)
    with pytest.raises(KeyError, match="'with' with seed 2 was not asked for"):
        runs.result("with", 2)


def test_an_unknown_executor_is_refused() -> None:
    with pytest.raises(ValueError, match="threads, processes, serial"):
        execute(BOTH, [1], None, fake_run, executor="thread")


def test_memory_and_disk_give_the_same_table(tmp_path: Path) -> None:
    memory = execute(BOTH, SEEDS, MemoryStore(), fake_run)
    disk = execute(BOTH, SEEDS, Store(tmp_path), fake_run)
    assert table(memory) == table(disk)


def test_more_seeds_and_more_draws_make_only_what_is_new(tmp_path: Path) -> None:
    def plan(draws: int, seeds: int) -> list[Planned[FakeScenario]]:
        each = {draw: FakeScenario(f"draw {draw}") for draw in range(draws)}
        return [Planned("a", draw, seed, each[draw]) for seed in range(seeds) for draw in each]

    asked = [(2, 3), (2, 5), (4, 5), (3, 4)]
    made = [execute_plan(plan(*each), tmp_path, fake_run).computed for each in asked]
    assert made == [6, 4, 10, 0]
    grown = execute_plan(plan(4, 5), tmp_path, fake_run)
    assert table(grown) == table(execute_plan(plan(4, 5), None, fake_run))


def test_workers_are_given_a_seed_each_and_the_scenarios_of_a_seed_in_turn() -> None:
    tasks = tasks_of(list(interleave(BOTH, range(5))), "v", fake_run)
    order = [(task.seed, task.scenario.name) for task in abreast(tasks, 2)]
    assert order[:4] == [(0, "without"), (1, "without"), (0, "with"), (1, "with")]
    assert order[-2:] == [(4, "without"), (4, "with")]
    assert sorted(order) == sorted((task.seed, task.scenario.name) for task in tasks)
    assert list(abreast(tasks, 1)) == tasks
