"""What is damaged in a store is said in words by every verb, counted, and made anew by the same command."""

from __future__ import annotations

import os
import shutil
import warnings
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from poverty_nodes.experiments.command.cli import main
from poverty_nodes.experiments.runs.failure import FAILED, Failure
from poverty_nodes.experiments.runs.kinds_of_run.whole_run import run_one
from poverty_nodes.experiments.runs.outcome import Outcome
from poverty_nodes.experiments.runs.runner import execute
from poverty_nodes.experiments.runs.store import garbage_collection
from poverty_nodes.experiments.runs.store.disk import DAMAGED, Store
from poverty_nodes.experiments.runs.store.garbage_collection import find_garbage, remove
from poverty_nodes.scenarios import Scenario, load_cluster

SCENARIO = Scenario(load_cluster("sialkot_surgical"), months=1, scale=0.01)
ASKED = (
    "scale=0.01",
    "months=2",
    "seeds=2",
    "policy=[labour_standards]",
    "policy.labour_standards.start=1",
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two runs and a failed one."""
    folder = tmp_path_factory.mktemp("made")
    execute({"a": SCENARIO}, [1, 2], folder, run_one, executor="serial")
    with Store(folder).keeping() as keep:
        keep(Outcome("f", 1, 0.1, failure=Failure(FAILED, "run", None, "EOFError: once", "")))
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "store"))


def spoil(folder: Path, row: int = 0) -> Path:
    """Flip a bit in one result of the largest shard."""
    path = max(folder.glob("part-*.parquet"), key=lambda each: each.stat().st_size)
    group = pq.ParquetFile(path).metadata.row_group(row)
    columns = [group.column(i) for i in range(group.num_columns)]
    place = next(
        each.data_page_offset + each.total_compressed_size - 3
        for each in columns
        if each.path_in_schema.startswith("values")
    )
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)
    return path


def truncate(folder: Path) -> Path:
    (path,) = folder.glob("scenarios-*.parquet")
    os.truncate(path, path.stat().st_size // 2)
    return path


@pytest.mark.parametrize("verb", ["compare", "run", "sweep"])
def test_a_damaged_run_stops_a_verb_in_words_and_the_same_command_makes_it_anew(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "store"
    more = ["policy.labour_standards.wage_floor=[1.0,1.1]"] if verb == "sweep" else []
    command = [verb, *ASKED, *more, f"store={store}", f"output={tmp_path / 'out'}"]
    assert main(command) == 0, capsys.readouterr().err
    spoil(store)
    capsys.readouterr()
    assert main(command) == 2
    said = capsys.readouterr().err
    assert "cannot be read" in said
    assert "type the same command again" in said
    assert [path.name for path in store.iterdir() if path.name.startswith(DAMAGED)]
    assert main(command) == 0


def test_a_file_that_is_left_aside_is_named_in_a_sentence(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    part = max(folder.glob("part-*.parquet"), key=lambda each: each.stat().st_size)
    os.truncate(part, 100)
    question = ["run", "scale=0.01", "months=1", "seeds=1", "policy=[]"]
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        assert main([*question, f"store={folder}", f"output={tmp_path / 'out'}"]) == 0
    said = capsys.readouterr().err
    assert f"note: '{part}' is left aside" in said
    assert "StoreWarning" not in said


def test_verify_counts_what_is_damaged(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = spoil(folder)
    assert main(["store", "verify", f"store={folder}"]) == 1
    said = capsys.readouterr().out
    assert "1 of 2 runs made again are the same" in said
    assert "1 cannot be read from the store" in said
    assert f"'{path}' is damaged" in said
    assert path.exists()


def test_verify_of_truncated_descriptions_is_no_success(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = truncate(folder)
    assert main(["store", "verify", f"store={folder}"]) == 1
    said = capsys.readouterr().out
    assert "0 of 2" in said
    assert f"'{path}' is damaged" in said


def test_descriptions_that_are_truncated_are_written_anew_when_the_question_is_asked_again(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = truncate(folder)
    assert [(each.path, each.reason) for each in find_garbage(folder)] == [
        (path, garbage_collection.OTHER_FORMAT)
    ]
    again = execute({"a": SCENARIO}, [1, 2], folder, run_one, executor="serial")
    assert (again.computed, again.reused) == (0, 2)
    remove(find_garbage(folder))
    assert main(["store", "verify", f"store={folder}"]) == 0
    assert "2 of 2" in capsys.readouterr().out


def test_gc_takes_a_damaged_run_out_and_leaves_its_neighbours(folder: Path) -> None:
    path = spoil(folder)
    (piece,) = find_garbage(folder)
    assert (piece.path, piece.reason) == (path, garbage_collection.PARTLY_DAMAGED)
    remove([piece])
    again = execute({"a": SCENARIO}, [1, 2], folder, run_one, executor="serial")
    assert (again.computed, again.reused) == (1, 1)


def test_a_shard_that_was_set_aside_can_go(folder: Path) -> None:
    path = spoil(folder)
    path.rename(path.with_name(DAMAGED + path.name))
    assert [each.reason for each in find_garbage(folder)] == [garbage_collection.OTHER_FORMAT]


def test_retry_forgets_failed_runs_and_nothing_else(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["store", "gc", f"store={folder}"]) == 0
    assert f"poverty-nodes store retry store={folder}" in capsys.readouterr().out
    assert main(["store", "retry", f"store={folder}", "--dry-run"]) == 0
    assert "1 failed run would be forgotten" in capsys.readouterr().out
    before = Store(folder).everything()
    assert main(["store", "retry", f"store={folder}"]) == 0
    said = capsys.readouterr().out
    assert "EOFError: once" in said
    assert "1 failed run forgotten" in said
    assert Store(folder).everything().keys() == before.keys() - {"f"}
    assert main(["store", "retry", f"store={folder}"]) == 0
    assert "has failed" in capsys.readouterr().out
