"""The verb `store`: what it prints, and that nothing goes without a yes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from poverty_nodes.experiments.command.cli import main
from poverty_nodes.experiments.runs.failure import FAILED, Failure
from poverty_nodes.experiments.runs.outcome import Outcome
from poverty_nodes.experiments.runs.store.disk import Store

BAD = Outcome("a", 1, 0.1, failure=Failure(FAILED, "run", None, "bad", ""))


def fill(folder: Path, version: str | None = None) -> None:
    with Store(folder, version).keeping() as keep:
        keep(BAD)


def test_gc_says_what_would_go_and_touches_nothing_without_a_yes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(tmp_path, "old" * 20)
    assert main(["store", "gc", f"store={tmp_path}"]) == 0
    said = capsys.readouterr().out
    assert "of another version of the model" in said
    assert (
        f"nothing was removed. To remove: poverty-nodes store gc store={tmp_path} yes=true" in said
    )
    assert len(list(tmp_path.iterdir())) == 1
    assert main(["store", "gc", f"store={tmp_path}", "yes=true"]) == 0
    assert "are free now" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []
    assert main(["store", "gc", f"store={tmp_path}"]) == 0
    assert "Nothing can go" in capsys.readouterr().out


def test_a_list_for_programs_is_nothing_but_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(tmp_path)
    assert main(["store", f"store={tmp_path}", "format=json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["failed"], row["succeeded"]) == (1, 0)


def test_verify_of_an_empty_store_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["store", "verify", f"store={tmp_path}"]) == 0
    assert "there are none of this version" in capsys.readouterr().out


def test_a_store_that_nobody_has_used_yet_is_empty_and_one_that_is_named_must_be_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["store"]) == 0
    assert "0 runs of 0 scenarios" in capsys.readouterr().out
    assert main(["store", "store=elsewhere"]) == 2
    assert "there is no folder 'elsewhere'" in capsys.readouterr().err


def test_a_dry_run_removes_nothing_whatever_is_said(tmp_path: Path) -> None:
    fill(tmp_path, "old" * 20)
    assert main(["store", "gc", f"store={tmp_path}", "yes=true", "--dry-run"]) == 0
    assert len(list(tmp_path.iterdir())) == 1


def test_everything_that_is_wrong_is_said_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tokens = ["store", "verifi", "stoer=x", "sample=0", "yes=maybe", f"store={tmp_path}/none"]
    assert main(tokens) == 2
    said = capsys.readouterr().err
    for words in (
        "5 problems",
        "did you mean 'verify'",
        "did you mean 'store'",
        "from 1",
        "true or",
    ):
        assert words in said
