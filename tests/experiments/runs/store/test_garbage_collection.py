"""What `store gc` finds and removes; what counts is never touched."""

from __future__ import annotations

import os
from pathlib import Path

from made_results import result

from poverty_nodes.experiments.runs.failure import ABORTED, FAILED, Failure
from poverty_nodes.experiments.runs.key import model_version
from poverty_nodes.experiments.runs.outcome import Outcome
from poverty_nodes.experiments.runs.store import garbage_collection
from poverty_nodes.experiments.runs.store.disk import Store
from poverty_nodes.experiments.runs.store.garbage_collection import find_garbage, remove
from poverty_nodes.experiments.runs.store.sameness import differences
from poverty_nodes.scenarios import Scenario, load_cluster


def failed(key: str, status: str = FAILED) -> Outcome:
    return Outcome(key, 1, 0.1, failure=Failure(status, "run", None, "bad", ""))


def keep(folder: Path, *outcomes: Outcome, version: str | None = None) -> Store:
    store = Store(folder, version)
    with store.keeping() as add:
        for outcome in outcomes:
            add(outcome)
    return store


def test_a_store_in_which_all_counts_has_no_rubbish(tmp_path: Path) -> None:
    keep(tmp_path, Outcome("a", 1, 0.1, result(1)), failed("b"))
    Store(tmp_path).describe({"s": Scenario(load_cluster("sialkot_surgical"))})
    assert find_garbage(tmp_path) == []


def test_runs_and_scenarios_of_other_versions_are_found_and_go(tmp_path: Path) -> None:
    keep(tmp_path, Outcome("a", 1, 0.1, result(1)))
    keep(tmp_path, Outcome("a", 1, 0.1, result(1)), version="old" * 20)
    Store(tmp_path, "old" * 20).describe({"s": Scenario(load_cluster("sialkot_surgical"))})
    pieces = find_garbage(tmp_path)
    assert [each.reason for each in pieces] == [garbage_collection.OTHER_VERSION] * 2
    assert remove(pieces) == sum(each.bytes for each in pieces) > 0
    assert len(list(tmp_path.iterdir())) == 1
    assert Store(tmp_path).known(["a"]).keys() == {"a"}


def test_files_that_a_killed_writer_left_long_ago_go(tmp_path: Path) -> None:
    old, new = (tmp_path / f".unfinished-part-{age}.parquet" for age in ("old", "new"))
    for each in (old, new):
        each.write_bytes(b"half")
    os.utime(old, (0, 0))
    pieces = find_garbage(tmp_path)
    assert [(each.path, each.reason) for each in pieces] == [(old, garbage_collection.LEFT_OVER)]
    assert remove(pieces) == 4
    assert new.exists()


def test_a_damaged_shard_is_found(tmp_path: Path) -> None:
    keep(tmp_path, Outcome("a", 1, 0.1, result(1)))
    (shard,) = tmp_path.iterdir()
    os.truncate(shard, 300)
    assert [each.reason for each in find_garbage(tmp_path)] == [garbage_collection.OTHER_FORMAT]


def test_superseded_failures_and_doubled_runs_go_and_readers_do_not_notice(tmp_path: Path) -> None:
    keep(tmp_path, failed("a", ABORTED), failed("b"), Outcome("c", 1, 0.1, result(3)))
    keep(tmp_path, Outcome("a", 1, 0.1, result(1)), Outcome("c", 1, 0.1, result(3)))
    keep(tmp_path, failed("b"))
    reading = Store(tmp_path)
    before = {key: each.status for key, each in reading.everything().items()}
    pieces = find_garbage(tmp_path)
    assert {each.reason for each in pieces} == {garbage_collection.SUPERSEDED}
    remove(pieces)
    assert find_garbage(tmp_path) == []
    assert {key: each.status for key, each in Store(tmp_path).everything().items()} == before
    found = reading.find(["c", "a"])  # it opened the store before
    assert differences(found["c"], result(3)) == []
    assert differences(found["a"], result(1)) == []


def test_what_is_written_while_rubbish_is_looked_for_stays(tmp_path: Path) -> None:
    keep(tmp_path, failed("a"), Outcome("b", 1, 0.1, result(1)))
    keep(tmp_path, Outcome("a", 1, 0.1, result(1)))
    pieces = find_garbage(tmp_path)
    keep(tmp_path, Outcome("d", 1, 0.1, result(4)))
    remove(pieces)
    assert Store(tmp_path).find("abd").keys() == {"a", "b", "d"}


def test_the_version_of_this_model_is_meant(tmp_path: Path) -> None:
    keep(tmp_path, Outcome("a", 1, 0.1, result(1)), version=model_version())
    assert find_garbage(tmp_path) == []
    assert len(find_garbage(tmp_path, "z" * 64)) == 1
