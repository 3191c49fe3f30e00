"""What is said of a failed run, and the table of failures."""

from __future__ import annotations

import csv
import importlib
import pickle
import py_compile
from pathlib import Path

import pytest
from numba.core.caching import IndexDataCacheFile

from poverty_nodes.experiments.runs.failure import (
    COLUMNS,
    FailedRun,
    Failure,
    StageError,
    stage,
    write_failures,
)


def caught(function) -> Failure:
    with pytest.raises(Exception) as error:  # noqa: PT011  (any: it is what is described)
        function()
    return Failure.of(error.value)


def test_the_innermost_stage_and_its_month_are_told() -> None:
    def run() -> None:
        with stage("run"), stage("months", lambda: 14):
            raise ValueError("negative stock")

    failure = caught(run)
    assert (failure.status, failure.stage, failure.month) == ("FAILED", "months", 14)
    assert failure.message == "ValueError: negative stock"
    assert "negative stock" in failure.traceback
    assert "StageError" not in failure.traceback


def test_a_failure_outside_any_stage_is_told_too() -> None:
    failure = Failure.of(KeyError("x"))
    assert (failure.stage, failure.month, failure.message) == ("run", None, "KeyError: 'x'")


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        OSError(28, "No space left on device"),
        EOFError("Ran out of input"),
        pickle.UnpicklingError("pickle data was truncated"),
    ],
)
def test_what_the_machine_did_is_not_held_against_the_run(error: Exception) -> None:
    assert Failure.of(error).status == "ABORTED"


def test_whatever_reading_a_damaged_file_of_compiled_code_raises_is_not_held_against_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.py").write_text("x = 1\n")
    monkeypatch.syspath_prepend(tmp_path)
    compiled = Path(py_compile.compile(str(tmp_path / "mine.py"), doraise=True))  # type: ignore[arg-type]
    compiled.write_bytes(compiled.read_bytes()[:16] + b"\xff" * 40)
    with pytest.raises(ValueError, match="marshal") as damaged:
        importlib.import_module("mine")
    assert Failure.of(damaged.value).status == "ABORTED"
    own = ValueError("bad marshal data")
    assert Failure.of(own).status == "FAILED"


def test_a_damaged_index_of_compiled_rules_is_not_held_against_the_run(tmp_path: Path) -> None:
    index = IndexDataCacheFile(str(tmp_path), "rule", "stamp")
    index.save("key", "data")
    (file,) = tmp_path.glob("*.nbi")
    file.write_bytes(b"not a pickle of an index")
    with pytest.raises(Exception) as damaged:  # noqa: PT011  (whatever it is)
        index.load("key")
    assert Failure.of(damaged.value).status == "ABORTED"


def test_what_the_machine_did_counts_through_an_error_that_was_raised_from_it() -> None:
    error = RuntimeError("the rules could not be read")
    error.__cause__ = EOFError()
    assert Failure.of(error).status == "ABORTED"


def test_a_stage_in_which_nothing_happens_leaves_no_trace() -> None:
    with stage("months", lambda: pytest.fail("the month is asked only after a failure")):
        pass


def test_failures_are_written_as_a_table(tmp_path: Path) -> None:
    failures = [
        FailedRun(
            "with", 0, 3, Failure("FAILED", "months", 14, 'said "no", twice', "line 1\nline 2")
        ),
        FailedRun("without", 2, 4, Failure("ABORTED", "run", None, "gone", "")),
    ]
    write_failures(tmp_path / "failures.csv", failures)
    with (tmp_path / "failures.csv").open(newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    assert tuple(header) == COLUMNS
    assert rows[0] == ["with", "0", "3", "months", "14", 'said "no", twice', "line 1\nline 2"]
    assert rows[1] == ["without", "2", "4", "run", "", "gone", ""]
    assert [path.name for path in tmp_path.iterdir()] == ["failures.csv"]


def test_no_failure_is_a_table_with_a_header_only(tmp_path: Path) -> None:
    write_failures(tmp_path / "failures.csv", [])
    assert (tmp_path / "failures.csv").read_text().split() == [",".join(COLUMNS)]


def test_a_stage_error_by_itself_is_described() -> None:
    assert Failure.of(StageError("months", 2)).month == 2
