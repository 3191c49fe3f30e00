"""The means of a question hold for all batches inside the block, and for none outside."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_runs import FakeScenario, fake_run

from poverty_nodes.experiments.runs.executors.computing import Means, computing, executing
from poverty_nodes.experiments.runs.executors.executors import ExecutorError, Serial, Threads
from poverty_nodes.experiments.runs.executors.processes import Processes
from poverty_nodes.experiments.runs.runner import execute

SEEDS = range(6)


def test_without_means_threads_do_it_and_a_single_worker_does_it_in_turn() -> None:
    with executing(2, 5) as several, executing(1, 5) as one:
        assert (type(several), type(one)) == (Threads, Serial)


def test_processes_are_started_once_for_all_batches_of_a_question(tmp_path: Path) -> None:
    telling = FakeScenario(mischief="tell", unlucky=tuple(SEEDS), folder=str(tmp_path))
    with computing(Means("processes", workers=1)):
        execute({"a": telling}, SEEDS[:3], None, fake_run)
        execute({"a": telling}, SEEDS[3:], None, fake_run)
        with executing(None, 1) as chosen:
            assert isinstance(chosen, Processes)
    assert len({mark.read_text().split()[0] for mark in tmp_path.iterdir()}) == 1


def test_workers_of_the_means_count_more_than_those_of_the_call() -> None:
    with computing(Means(workers=3)), executing(7, 50) as chosen:
        assert isinstance(chosen, Threads)
        assert chosen.workers == 3


def test_an_unknown_executor_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="there are threads, processes, serial, dask"):
        Means("abacus")


def test_dask_that_is_not_installed_is_said_before_anything_runs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(ExecutorError, match=r"pip install 'poverty-nodes\[dask\]'"):
        Means("dask")
