"""A run of one's own code that reads a file which its address does not hang on is refused, and kept as no result."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from poverty_nodes.experiments.runs.files_read import UnknownFileError, reading_no_other
from poverty_nodes.experiments.runs.kinds_of_run.whole_run import run_one
from poverty_nodes.experiments.runs.runner import execute
from poverty_nodes.model.policies import CashTransfer
from poverty_nodes.scenarios import Scenario, load_cluster

POLICY = """
from pathlib import Path
from poverty_nodes.model.policies import CashTransfer

class Generous(CashTransfer):
    def benefit(self, tables, rows):
        return float(Path(__file__).with_name(NAME).read_text()) * self.amount
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "factor.txt").write_text("2")
    yield tmp_path
    sys.modules.pop("reads_a_file", None)


def scenario(folder: Path, name: str) -> Scenario:
    (folder / "reads_a_file.py").write_text(POLICY.replace("NAME", name))
    sys.modules.pop("reads_a_file", None)
    import reads_a_file  # type: ignore[import-not-found]

    policy: CashTransfer = reads_a_file.Generous(amount=5.0, start=1, unit_cost=0.0)
    return Scenario(load_cluster("sialkot_surgical"), (policy,), months=1, scale=0.01)


def test_a_file_that_the_text_names_may_be_read_and_a_changed_one_is_another_run(
    folder: Path,
) -> None:
    store = folder / "store"
    asked = scenario(folder, "'factor.txt'")
    first = execute({"a": asked}, [1], store, run_one)
    assert (first.failures, first.computed) == ((), 1)
    assert execute({"a": asked}, [1], store, run_one).reused == 1
    (folder / "factor.txt").write_text("4.0")
    second = execute({"a": asked}, [1], store, run_one)
    assert second.computed == 1
    spent = [
        sum(float(each["spent"]) for each in runs.result("a", 1).programme)
        for runs in (first, second)
    ]
    assert spent[1] == pytest.approx(2 * spent[0])


def test_a_file_whose_name_is_put_together_is_refused_in_words(folder: Path) -> None:
    runs = execute({"a": scenario(folder, "'fac' + str('tor') + '.txt'")}, [1], None, run_one)
    (failed,) = runs.failures
    assert "factor.txt while it runs" in failed.failure.message
    assert "Write the name of the file as a text" in failed.failure.message


def test_libraries_written_files_and_what_is_not_there_are_passed_over(tmp_path: Path) -> None:
    with reading_no_other(frozenset()):
        (tmp_path / "mine.txt").write_text("1")
        (tmp_path / "mine.txt").read_text()
        Path(np.__file__).read_bytes()
        assert not (tmp_path / "none.txt").exists()


def test_a_file_that_is_not_known_is_refused_at_the_end_and_nothing_is_watched_afterwards(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.txt").write_text("1")
    with pytest.raises(UnknownFileError, match=r"a\.txt"), reading_no_other(frozenset()):
        (tmp_path / "a.txt").read_text()
    (tmp_path / "a.txt").read_text()
