"""Whatever kills a batch, the same command ends with the same table: none lost, none twice."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from driver import RUNS, start
from fake_runs import FakeScenario, fake_run, table

from poverty_nodes.experiments.runs.runner import execute
from poverty_nodes.experiments.runs.store.disk import Store
from poverty_nodes.experiments.runs.store.store_error import StoreError, StoreWarning

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


def harm(folder: Path, moments: Random) -> str:
    """Start the driver and do it harm at a random moment, once it has begun a few runs; tells what was done."""
    kind = moments.choice(["driver", "worker", "power"])
    driver = start(folder, "processes" if kind == "worker" else moments.choice(EXECUTORS))
    begun = moments.randrange(1, 10)
    while driver.poll() is None and len(list((folder / "marks").iterdir())) < begun:
        time.sleep(0.002)
    time.sleep(moments.uniform(0, 0.05))
    if kind == "worker":
        marks = [each.read_text().split() for each in (folder / "marks").iterdir()]
        for process in {int(each[0]) for each in marks if each} - {driver.pid}:
            if is_running(process):
                os.kill(process, signal.SIGKILL)
                break
        time.sleep(moments.uniform(0, 0.05))
    driver.kill()
    driver.communicate()
    shards = sorted(folder.glob("part-*.parquet"))
    if kind == "power" and shards:
        os.truncate(shards[-1], moments.randrange(shards[-1].stat().st_size))
    return kind


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc").exists(), reason="asks /proc who is alive")
def test_twenty_random_moments_of_harm_cost_nothing(
    tmp_path: Path, settle: Callable[[], None]
) -> None:
    moments = Random(20)
    done = Counter(harm(tmp_path, moments) for _ in range(20))
    assert min(done[kind] for kind in ("driver", "worker", "power")) >= 3
    for shard in tmp_path.glob("part-*.parquet"):  # what `store gc` does with damaged files
        try:
            pq.read_metadata(shard)
        except (OSError, pa.ArrowException):
            shard.unlink()
    settle()
    assert set(kept(tmp_path).values()) == {1}
    assert len(kept(tmp_path)) == RUNS


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc").exists(), reason="asks /proc who is alive")
def test_a_batch_goes_on_when_its_workers_are_killed(
    tmp_path: Path, settle: Callable[[], None]
) -> None:
    moments = Random(5)
    driver = start(tmp_path, "processes")
    killed: set[int] = set()
    while driver.poll() is None and len(killed) < 4:
        marks = [each.read_text().split() for each in (tmp_path / "marks").iterdir()]
        workers = {int(each[0]) for each in marks if each} - killed
        for process in list(workers)[:1]:
            time.sleep(moments.uniform(0, 0.02))
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
            killed.add(process)
    said, _ = driver.communicate(timeout=60)
    assert (driver.returncode, len(killed) > 1) == (0, True), said
    assert set(kept(tmp_path).values()) == {1}
    settle()


def test_one_failing_run_among_a_thousand_costs_its_row(tmp_path: Path) -> None:
    failing = FakeScenario(mischief="raise", unlucky=(617,))
    runs = execute({"a": failing}, range(1000), tmp_path, fake_run, 2)
    assert [(each.seed, each.failure.status) for each in runs.failures] == [(617, "FAILED")]
    assert sum(1 for _ in runs.results("a")) == 999
    again = execute({"a": failing}, range(1000), tmp_path, fake_run, 2)
    assert (again.computed, len(again.failures)) == (0, 1)


@pytest.mark.slow
def test_a_file_system_that_is_full_stops_cleanly_and_resumes(tmp_path: Path) -> None:
    store = tmp_path / "small"
    store.mkdir()
    mounted = ["mount", "-t", "tmpfs", "-o", "size=160k", "small", str(store)]
    if os.geteuid() or subprocess.run(mounted, capture_output=True).returncode:
        pytest.skip("a file system of its own can be mounted by root only")
    scenarios = {"a": FakeScenario(people=500)}
    try:
        with pytest.raises(StoreError, match="no space left on device"):
            execute(scenarios, range(200), Store(store, runs_per_shard=5), fake_run, 2)
        safe = sum(kept(store).values())
        assert safe > 0
        subprocess.run(["mount", "-o", "remount,size=20m", str(store)], check=True)
        runs = execute(scenarios, range(200), store, fake_run, 2)
        assert (runs.computed, runs.reused) == (200 - safe, safe)
        assert table(runs) == table(execute(scenarios, range(200), None, fake_run))
    finally:
        subprocess.run(["umount", "--lazy", str(store)], check=True)


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
