"""All executors make the same tables; worker processes die without harm to others."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from fake_runs import FakeScenario, fake_run, table

from poverty_nodes.experiments.runs.executors.executors import ExecutorError, OtherCodeError
from poverty_nodes.experiments.runs.executors.on_dask import _there
from poverty_nodes.experiments.runs.executors.processes import Processes
from poverty_nodes.experiments.runs.key import model_version
from poverty_nodes.experiments.runs.outcome import RunFunction, Task
from poverty_nodes.experiments.runs.runner import execute, interleave, tasks_of

BOTH = {"without": FakeScenario(), "with": FakeScenario("with", mischief="raise", unlucky=(4,))}
SEEDS = range(1, 13)


@pytest.mark.parametrize(
    ("executor", "workers"), [("threads", 1), ("threads", 3), ("processes", 2)]
)
def test_any_executor_makes_the_same_table(tmp_path: Path, executor: str, workers: int) -> None:
    serial = execute(BOTH, SEEDS, None, fake_run, executor="serial")
    runs = execute(BOTH, SEEDS, tmp_path, fake_run, workers, executor=executor)
    assert list(table(runs).items()) == list(table(serial).items())


def test_processes_stay_for_the_next_batch_and_keep_to_one_thread(tmp_path: Path) -> None:
    telling = FakeScenario(mischief="tell", unlucky=tuple(SEEDS), folder=str(tmp_path))
    before = os.environ.get("OMP_NUM_THREADS")
    with Processes(2) as executor:
        execute({"a": telling}, SEEDS[:6], None, fake_run, executor=executor)
        execute({"a": telling}, SEEDS[6:], None, fake_run, executor=executor)
    told = [mark.read_text().split() for mark in tmp_path.iterdir()]
    assert len({process for process, _ in told}) == 2
    assert {threads for _, threads in told} == {"1"}
    assert os.environ.get("OMP_NUM_THREADS") == before


def test_a_run_whose_process_dies_is_tried_once_more(tmp_path: Path) -> None:
    dying = FakeScenario(mischief="die once", unlucky=(2, 5), folder=str(tmp_path))
    runs = execute({"a": dying}, SEEDS, None, fake_run, 2, executor="processes")
    assert (runs.failures, runs.computed) == ((), 12)


def test_a_run_that_kills_its_process_takes_no_other_with_it(tmp_path: Path) -> None:
    deadly = FakeScenario(mischief="die", unlucky=(3,), folder=str(tmp_path))
    runs = execute({"a": deadly}, SEEDS, tmp_path, fake_run, 2, executor="processes")
    assert [(each.seed, each.failure.status) for each in runs.failures] == [(3, "ABORTED")]
    assert len(list(runs.results("a"))) == len(SEEDS) - 1


def test_what_cannot_be_sent_is_said_at_once() -> None:
    with pytest.raises(TypeError, match=r"cannot be sent to another process.*use threads"):
        execute(
            BOTH,
            SEEDS,
            None,
            lambda scenario, seed: fake_run(scenario, seed),
            2,
            executor="processes",
        )


def test_tasks_are_taken_only_as_workers_fall_free() -> None:
    from poverty_nodes.experiments.runs.executors.executors import Threads

    taken = []

    def tasks():
        for seed in range(100):
            taken.append(seed)
            yield Task(str(seed), seed, FakeScenario())

    outcomes = Threads(2).outcomes(fake_run, tasks())
    for _ in range(5):
        next(outcomes)
    outcomes.close()
    assert len(taken) <= 5 + 4


@pytest.mark.slow
def test_a_script_without_a_main_guard_is_told_so(tmp_path: Path) -> None:
    fakes, root = Path(__file__).parents[1], Path(__file__).parents[4]
    script = tmp_path / "script.py"
    script.write_text(
        "from fake_runs import FakeScenario, fake_run\n"
        "from poverty_nodes.experiments.runs.runner import execute\n"
        "execute({'a': FakeScenario()}, [1], None, fake_run, 1, executor='processes')\n"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (root, fakes)))}
    command = [sys.executable, str(script)]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=30)
    assert "needs the line `if __name__ == '__main__':`" in ended.stderr


def of_my_own(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[RunFunction[FakeScenario], list[Task[FakeScenario]]]:
    """A run function in a file of one's own, and tasks that were asked for with it."""
    text = "from fake_runs import fake_run\n\ndef run(scenario, seed):\n    return fake_run(scenario, seed)\n"
    (folder / "run_of_mine.py").write_text(text)
    monkeypatch.syspath_prepend(folder)
    monkeypatch.delitem(sys.modules, "run_of_mine", raising=False)
    run = importlib.import_module("run_of_mine").run
    return run, tasks_of(list(interleave({"a": FakeScenario()}, [1, 2])), model_version(), run)


def test_a_process_that_starts_late_and_finds_other_code_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, tasks = of_my_own(tmp_path, monkeypatch)
    with Processes(1) as executor:
        assert [each.failure for each in executor.outcomes(run, tasks)] == [None, None]
    (tmp_path / "run_of_mine.py").write_text(
        (tmp_path / "run_of_mine.py").read_text() + "# other\n"
    )
    with Processes(1) as executor, pytest.raises(ExecutorError, match="other code of your own"):
        list(executor.outcomes(run, tasks))


def test_a_worker_of_dask_with_other_code_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, tasks = of_my_own(tmp_path, monkeypatch)
    assert _there(run, tasks[0], model_version()).failure is None
    with pytest.raises(OtherCodeError, match="type the same command again"):
        _there(run, replace(tasks[0], own="f" * 64), model_version())
