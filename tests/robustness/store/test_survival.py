"""Whatever kills a batch, the same command ends with the same table: none lost, none twice."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pyarrow.parquet as pq
import pytest
from driver import RUNS, start
from fake_runs import FakeScenario, fake_run, table

from experiments.runs.disk import Store
from experiments.runs.runner import execute
from experiments.runs.store import StoreWarning

SEEDS = range(RUNS // 2)
EXECUTORS = ("threads", "processes")


@pytest.fixture
def settle(tmp_path: Path) -> Callable[[], None]:
    """Type the command once more, and hold what is in the store against an undisturbed batch."""

    def check() -> None:
        last = start(tmp_path)
        said, _ = last.communicate(timeout=30)
        assert last.returncode == 0, said
        scenarios = {
            name: FakeScenario(name, 0.004, "tell", tuple(SEEDS), f"{tmp_path}/marks")
            for name in ("without", "with")
        }
        resumed = execute(scenarios, SEEDS, Store(tmp_path, "a version"), fake_run)
        assert resumed.computed == 0
        assert table(resumed) == table(execute(scenarios, SEEDS, None, fake_run))

    return check


def kept(folder: Path) -> Counter[str]:
    """How often each run stands in the finished shards that can be read."""
    keys: Counter[str] = Counter()
    for shard in folder.glob("part-*.parquet"):
        keys.update(pq.read_table(shard, columns=["key"]).column("key").to_pylist())
    return keys


def wait_for_runs(folder: Path, runs: int) -> None:
    """Wait until the driver that was started last has begun so many runs."""
    while len(list((folder / "marks").iterdir())) < runs:
        time.sleep(0.002)


def is_running(process: int) -> bool:
    """Whether a process is alive; one that is dead and waits to be collected is not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.slow
@pytest.mark.parametrize("executor", EXECUTORS)
def test_a_driver_killed_at_random_moments_loses_and_doubles_nothing(
    tmp_path: Path, settle: Callable[[], None], executor: str
) -> None:
    moments = Random(executor)
    for _ in range(4):
        driver = start(tmp_path, executor)
        wait_for_runs(tmp_path, moments.randrange(12, 28))
        time.sleep(moments.uniform(0, 0.03))
        driver.kill()
        driver.communicate()
    assert 0 < len(kept(tmp_path)) < RUNS
    settle()
    assert set(kept(tmp_path).values()) == {1}
    assert len(kept(tmp_path)) == RUNS


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc").exists(), reason="asks /proc who is alive")
def test_worker_processes_end_with_their_killed_driver(tmp_path: Path) -> None:
    driver = start(tmp_path, "processes")
    wait_for_runs(tmp_path, 8)
    driver.kill()
    driver.communicate()
    marks = [mark.read_text().split() for mark in (tmp_path / "marks").iterdir()]
    workers = {int(mark[0]) for mark in marks if mark}
    until = time.monotonic() + 10
    while any(map(is_running, workers)) and time.monotonic() < until:
        time.sleep(0.02)
    assert [process for process in workers if is_running(process)] == []


@pytest.mark.slow
@pytest.mark.parametrize("executor", EXECUTORS)
def test_ctrl_c_keeps_every_finished_run(
    tmp_path: Path, settle: Callable[[], None], executor: str
) -> None:
    driver = start(tmp_path, executor)
    wait_for_runs(tmp_path, 20)
    os.killpg(driver.pid, signal.SIGINT)  # a terminal sends it to the whole group
    said, _ = driver.communicate(timeout=10)
    assert (driver.returncode, said) == (3, "KeyboardInterrupt: \n")
    assert list(tmp_path.glob(".unfinished*")) == []
    settle()
    assert set(kept(tmp_path).values()) == {1}


@pytest.mark.slow
def test_a_disk_that_fills_up_stops_cleanly_and_resumes(
    tmp_path: Path, settle: Callable[[], None]
) -> None:
    driver = start(tmp_path, "threads", "6000")
    said, _ = driver.communicate(timeout=30)
    assert driver.returncode == 3
    assert said.startswith("StoreError: runs cannot be kept in")
    assert "type the same command again" in said
    assert list(tmp_path.glob(".unfinished*")) == []
    settle()


@pytest.mark.slow
def test_two_drivers_at_once_do_not_harm_each_other(
    tmp_path: Path, settle: Callable[[], None]
) -> None:
    drivers = [start(tmp_path), start(tmp_path)]
    for driver in drivers:
        said, _ = driver.communicate(timeout=30)
        assert driver.returncode == 0, said
    assert len(kept(tmp_path)) == RUNS
    settle()


@pytest.mark.slow
def test_a_shard_cut_short_at_random_places_costs_its_own_runs_only(tmp_path: Path) -> None:
    cuts = Random(7)
    scenarios = {"without": FakeScenario(), "with": FakeScenario("with")}
    whole = table(execute(scenarios, SEEDS, None, fake_run))
    for _ in range(10):
        execute(scenarios, SEEDS, Store(tmp_path, runs_per_shard=9), fake_run)
        last = max(tmp_path.glob("part-*.parquet"))
        rows = pq.read_metadata(last).num_rows
        os.truncate(last, cuts.randrange(last.stat().st_size))
        with pytest.warns(StoreWarning, match=last.name):
            again = execute(scenarios, SEEDS, tmp_path, fake_run)
        assert (again.computed, table(again)) == (rows, whole)
        last.unlink()
