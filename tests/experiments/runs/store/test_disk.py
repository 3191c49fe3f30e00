"""The folder of shards: few, whole and foreign files, and what counts if a run stands twice."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from fake_runs import FakeScenario, digest, fake_run

from poverty_nodes.experiments.runs.failure import ABORTED, FAILED, Failure
from poverty_nodes.experiments.runs.outcome import Outcome
from poverty_nodes.experiments.runs.store import shard
from poverty_nodes.experiments.runs.store.disk import Store
from poverty_nodes.experiments.runs.store.store import AbstractStore, MemoryStore
from poverty_nodes.experiments.runs.store.store_error import StoreError, StoreWarning

RESULT = fake_run(FakeScenario(), 1)
GOOD = Outcome("a", 1, 0.1, RESULT)
BAD = Outcome("a", 1, 0.1, failure=Failure(FAILED, "run", None, "bad", ""))
LOST = Outcome("a", 1, 0.1, failure=Failure(ABORTED, "run", None, "lost", ""))


def keep(store: AbstractStore, *outcomes: Outcome) -> None:
    with store.keeping() as add:
        for outcome in outcomes:
            add(outcome)


def shards(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.parquet"))


def test_many_runs_share_few_files(tmp_path: Path) -> None:
    keep(Store(tmp_path), *(Outcome(str(key), key, 0.1, RESULT) for key in range(250)))
    assert len(shards(tmp_path)) == 3


def test_nothing_is_seen_before_its_shard_is_whole(tmp_path: Path) -> None:
    with Store(tmp_path, runs_per_shard=2, seconds_at_risk=60).keeping() as add:
        add(GOOD)
        assert Store(tmp_path).known(["a"]) == {}
        add(Outcome("b", 2, 0.1, RESULT))
        assert Store(tmp_path).known(["a", "b"]).keys() == {"a", "b"}


def test_a_slow_batch_is_safe_after_some_seconds(tmp_path: Path) -> None:
    with Store(tmp_path, seconds_at_risk=0).keeping() as add:
        add(GOOD)
        assert Store(tmp_path).find(["a"]).keys() == {"a"}


def test_a_store_that_is_open_sees_what_others_write(tmp_path: Path) -> None:
    early = Store(tmp_path)
    assert early.find(["a"]) == {}
    keep(Store(tmp_path), GOOD)
    assert digest(early.find(["a"])["a"]) == digest(RESULT)


def test_results_with_other_columns_go_side_by_side(tmp_path: Path) -> None:
    other = fake_run(FakeScenario(extra_column=True), 1)
    keep(Store(tmp_path), GOOD, Outcome("b", 1, 0.1, other), LOST, Outcome("c", 1, 0.1, RESULT))
    found = Store(tmp_path).find(["b", "a", "c"])
    assert [digest(each) for each in found.values()] == [
        digest(each) for each in (other, RESULT, RESULT)
    ]
    assert list(found) == ["b", "a", "c"]


def test_runs_of_another_version_of_the_model_are_not_seen(tmp_path: Path) -> None:
    keep(Store(tmp_path, version="one" * 9), GOOD)
    assert Store(tmp_path, version="two" * 9).known(["a"]) == {}
    assert Store(tmp_path, version="one" * 9).known(["a"]).keys() == {"a"}


def test_a_clock_that_is_set_back_loses_no_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seconds, outcome in ((2_000_000_000, LOST), (1_900_000_000, GOOD), (1_800_000_000, BAD)):
        monkeypatch.setattr(shard.time, "time_ns", lambda now=seconds: now * 10**9)
        keep(Store(tmp_path), outcome)
    assert len(shards(tmp_path)) == 3
    assert digest(Store(tmp_path).find(["a"])["a"]) == digest(RESULT)


def test_a_foreign_parquet_file_is_named_and_left_aside(tmp_path: Path) -> None:
    keep(Store(tmp_path), GOOD)
    (path,) = shards(tmp_path)
    foreign = path.with_name(path.name.replace(".parquet", "-mine.parquet"))
    pq.write_table(pa.table({"key": ["a"]}), foreign)
    with pytest.warns(StoreWarning, match=foreign.name):
        assert Store(tmp_path).find(["a"]).keys() == {"a"}
    assert foreign.exists()


@pytest.mark.parametrize("share", [0.0, 0.01, 0.3, 0.7, 0.999])
def test_a_shard_that_is_cut_short_is_named_and_left_aside(tmp_path: Path, share: float) -> None:
    keep(Store(tmp_path), GOOD)
    keep(Store(tmp_path), Outcome("b", 2, 0.1, RESULT))
    last = shards(tmp_path)[-1]
    last.write_bytes(last.read_bytes()[: int(last.stat().st_size * share)])
    store = Store(tmp_path)
    with pytest.warns(StoreWarning, match=last.name):
        assert store.find(["a", "b"]).keys() == {"a"}
    keep(store, Outcome("b", 2, 0.1, RESULT))
    assert store.find(["a", "b"]).keys() == {"a", "b"}  # and it is named once, not each time


def test_a_bit_that_flipped_in_a_result_is_noticed(tmp_path: Path) -> None:
    keep(Store(tmp_path), GOOD)
    (path,) = shards(tmp_path)
    column = pq.ParquetFile(path).metadata.row_group(0)
    place = next(
        column.column(i).data_page_offset + column.column(i).total_compressed_size - 3
        for i in range(column.num_columns)
        if column.column(i).path_in_schema.startswith("values")
    )
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)
    with pytest.raises(StoreError, match=path.name):
        Store(tmp_path).find(["a"])


@pytest.mark.parametrize("kind", ["disk", "memory"])
@pytest.mark.parametrize(
    ("outcomes", "counts"),
    [
        ((GOOD, BAD), "SUCCEEDED"),
        ((BAD, GOOD), "SUCCEEDED"),
        ((LOST, GOOD), "SUCCEEDED"),
        ((LOST, BAD), "FAILED"),
        ((BAD, LOST), "FAILED"),
    ],
)
def test_a_success_counts_for_good(
    tmp_path: Path, kind: str, outcomes: tuple[Outcome, ...], counts: str
) -> None:
    store = Store(tmp_path) if kind == "disk" else MemoryStore()
    for outcome in outcomes:
        keep(store, outcome)
    assert store.known(["a"])["a"].status == counts
    assert list(store.find(["a"])) == (["a"] if counts == "SUCCEEDED" else [])


def test_many_shards_can_be_read_to_and_fro(tmp_path: Path) -> None:
    keep(Store(tmp_path, runs_per_shard=1), *(Outcome(str(n), n, 0.1, RESULT) for n in range(20)))
    store = Store(tmp_path)
    keys = [str(n) for n in [*range(20), *reversed(range(20))]]
    assert [key for key, _ in store.iterate(keys)] == keys
    store.close()
    assert store.find(["3"]).keys() == {"3"}


def test_what_a_killed_writer_left_is_removed_after_a_day(tmp_path: Path) -> None:
    old, new = (tmp_path / f".unfinished-{age}.parquet" for age in ("old", "new"))
    for each in (old, new):
        each.touch()
    os.utime(old, (0, 0))
    keep(Store(tmp_path), GOOD)
    assert (old.exists(), new.exists()) == (False, True)


def test_a_disk_that_fills_up_costs_the_open_shard_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path, runs_per_shard=2)

    def no_space(path: Path, flags: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def fill_up() -> None:
        with store.keeping() as add:
            for number in range(5):
                if number == 3:
                    monkeypatch.setattr(shard, "publish", no_space)
                add(Outcome(str(number), number, 0.1, RESULT))

    with pytest.raises(
        StoreError, match=r"no space left on device; .* type the same command again"
    ):
        fill_up()
    assert [path.suffix for path in tmp_path.iterdir()] == [".parquet"]
    assert store.find(map(str, range(5))).keys() == {"0", "1"}


def test_a_folder_that_cannot_be_written_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match=r"file.*store=FOLDER"):
        keep(Store(tmp_path / "file" / "store"), GOOD)
