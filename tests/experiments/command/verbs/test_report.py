"""report: a finished comparison written again."""

from __future__ import annotations

from pathlib import Path

import pytest

from poverty_nodes.experiments.command import cli
from poverty_nodes.experiments.command.verbs.report import folder_of
from poverty_nodes.scenarios.errors import QuestionError


def test_a_folder_without_a_question_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["report", str(tmp_path)]) == 2
    assert "there is no question.yaml" in capsys.readouterr().err


def test_no_folder_at_all_is_refused() -> None:
    with pytest.raises(QuestionError, match="takes one folder"):
        folder_of(())


def test_a_page_or_question_stands_for_its_folder(tmp_path: Path) -> None:
    (tmp_path / "question.yaml").write_text("months: 12\n")
    for name in ("", "report.html", "question.yaml"):
        assert folder_of((str(tmp_path / name),)) == tmp_path


def test_keys_that_would_make_it_another_question_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "question.yaml").write_text("months: 12\n")
    assert cli.main(["report", str(tmp_path), "months=24"]) == 2
    assert "another question" in capsys.readouterr().err


def test_the_question_of_the_folder_is_asked_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "compare" / "mine-1"
    folder.mkdir(parents=True)
    (folder / "question.yaml").write_text("months: 7\nseeds: 3\nname: mine\n")
    assert cli.main(["report", str(folder), "--cfg"]) == 0
    shown = capsys.readouterr().out
    assert "months: 7" in shown
    assert f"output: {tmp_path}" in shown
