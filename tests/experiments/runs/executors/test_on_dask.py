"""Dask's workers make the table that threads make; dead workers and wrong versions are dealt with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import ClassVar

import pytest
from fake_runs import FakeScenario, fake_run, table

from poverty_nodes.experiments.runs.executors import on_dask
from poverty_nodes.experiments.runs.executors.executors import ExecutorError
from poverty_nodes.experiments.runs.executors.on_dask import Dask
from poverty_nodes.experiments.runs.runner import execute

BOTH = {"without": FakeScenario(), "with": FakeScenario("with", mischief="raise", unlucky=(4,))}
SEEDS = range(1, 13)

pytestmark = [
    pytest.mark.slow,
    # Of a nanny whose worker was killed, and of loops that a fork of the test runner left open.
    pytest.mark.filterwarnings("default::ResourceWarning"),
    pytest.mark.filterwarnings("default::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Dask]:
    """Two workers on this machine, for all tests of this file."""
    pytest.importorskip("distributed")
    with Dask(2) as executor:
        yield executor


def test_the_table_is_that_of_threads(cluster: Dask, tmp_path: Path) -> None:
    runs = execute(BOTH, SEEDS, tmp_path, fake_run, executor=cluster)
    assert list(table(runs).items()) == list(table(execute(BOTH, SEEDS, None, fake_run)).items())
    assert [each.failure.status for each in runs.failures] == ["FAILED"]


def test_a_run_whose_worker_dies_is_tried_again(cluster: Dask, tmp_path: Path) -> None:
    dying = FakeScenario(mischief="die once", unlucky=(2, 5), folder=str(tmp_path))
    runs = execute({"a": dying}, SEEDS, None, fake_run, executor=cluster)
    assert (runs.failures, runs.computed) == ((), 12)


def test_a_result_that_went_with_its_worker_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    distributed = pytest.importorskip("distributed")

    class Job:
        told: ClassVar[list[str]] = ["lost", "pending", "finished"]

        @property
        def status(self) -> str:
            return self.told.pop(0)

    job = Job()
    done = SimpleNamespace(done=[job])
    monkeypatch.setattr(distributed, "wait", lambda *_, **__: done)
    client = SimpleNamespace(nthreads=lambda: {"a": 1})
    assert Dask(1)._first(client, [job]) == [(job, "finished")]
    assert Job.told == []


def test_a_run_that_raises_is_not_tried_again(cluster: Dask, tmp_path: Path) -> None:
    raising = FakeScenario(mischief="raise once", unlucky=(3,), folder=str(tmp_path))
    runs = execute({"a": raising}, SEEDS, None, fake_run, executor=cluster)
    assert [each.seed for each in runs.failures] == [3]


def test_a_cluster_is_joined_by_its_address(cluster: Dask) -> None:
    execute(BOTH, SEEDS[:1], None, fake_run, executor=cluster)
    assert cluster._connected
    with Dask(1, cluster._connected[1].scheduler_address) as guest:
        runs = execute(BOTH, SEEDS, None, fake_run, executor=guest)
    assert len(runs.failed) == 1
    assert execute(BOTH, SEEDS, None, fake_run, executor=cluster).computed == 24  # it goes on


def test_workers_with_another_version_of_the_model_are_refused(
    cluster: Dask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(on_dask, "model_version", lambda: "f" * 64)
    with pytest.raises(ExecutorError, match="another version of the model"):
        execute(BOTH, SEEDS, None, fake_run, executor=cluster)


def test_an_address_where_nobody_answers_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(on_dask, "_SECONDS_TO_CONNECT", 0.5)
    with (
        Dask(1, "tcp://127.0.0.1:1") as nobody,
        pytest.raises(ExecutorError, match=r"no Dask scheduler answers at 'tcp://127\.0\.0\.1:1'"),
    ):
        execute(BOTH, SEEDS, None, fake_run, executor=nobody)


def test_a_cluster_that_has_lost_all_its_workers_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(on_dask, "_SECONDS_BETWEEN_COUNTS", 0.2)
    monkeypatch.setattr(on_dask, "_SECONDS_WITHOUT_WORKERS", 0.5)
    with Dask(1) as executor:
        execute(BOTH, SEEDS[:1], None, fake_run, executor=executor)
        assert executor._connected
        executor._connected[1].scale(0)
        with pytest.raises(ExecutorError, match="no worker"):
            execute(BOTH, SEEDS, None, fake_run, executor=executor)


@contextmanager
def scheduler_and_worker(folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A scheduler and a worker of its, as a user starts them, and the address."""
    named = folder / "scheduler.json"
    paths = [str(Path(__file__).parents[4]), str(Path(__file__).parents[1])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    started = [
        subprocess.Popen(
            [
                sys.executable,
                "-m",
                f"distributed.cli.dask_{what}",
                *more,
                "--no-dashboard",
                "--scheduler-file",
                str(named),
            ],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for what, more in (
            ("scheduler", ["--host", "127.0.0.1", "--port", "0"]),
            ("worker", ["--nthreads", "1", "--no-nanny", "--death-timeout", "60"]),
        )
    ]
    try:
        while not (named.exists() and named.read_text().rstrip().endswith("}")):
            time.sleep(0.05)
        yield started[0], json.loads(named.read_text())["address"]
    finally:
        for each in started:
            each.kill()
            each.wait()


def test_a_scheduler_that_dies_is_said_in_words_and_finished_runs_are_kept(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("distributed")
    scenario = FakeScenario(seconds=0.05, mischief="raise once", unlucky=(5,), folder=str(tmp_path))
    with scheduler_and_worker(tmp_path) as (scheduler, address):

        def kill_when_the_fifth_run_begins() -> None:
            while not (tmp_path / "without-5").exists():
                time.sleep(0.02)
            scheduler.kill()

        killer = threading.Thread(target=kill_when_the_fifth_run_begins, daemon=True)
        killer.start()
        with (
            pytest.raises(ExecutorError, match=f"nobody answers at '{address}' any more"),
            Dask(1, address) as executor,
        ):
            execute({"a": scenario}, range(1, 400), tmp_path / "store", fake_run, executor=executor)
        killer.join()
    assert "Traceback" not in capfd.readouterr().err
    known = execute({"a": scenario}, range(1, 5), tmp_path / "store", fake_run)
    assert known.computed < 4
