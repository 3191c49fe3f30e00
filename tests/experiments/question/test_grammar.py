"""What users typed before is still taken, with a note of the word of today."""

from __future__ import annotations

from pathlib import Path

import pytest

from poverty_nodes.experiments.command import cli
from poverty_nodes.experiments.evidence.ledger.order import Order
from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.experiments.question.checked_request import read


def test_an_old_key_is_taken_with_a_note(capsys: pytest.CaptureFixture[str]) -> None:
    assert read(Order, ("singly=1",)).leave_one_out == 1
    assert capsys.readouterr().err == "note: `singly` is called `leave_one_out` now\n"


def test_an_old_value_is_taken_with_a_note(capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(["why=[levers,channels]"]).why == ("components", "channels")
    assert capsys.readouterr().err == "note: `levers` of why is called `components` now\n"


def test_a_question_file_in_old_words_is_taken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "old.yaml"
    file.write_text("why: [levers]\n")
    assert ask([f"question={file}"]).why == ("components",)
    assert "`components`" in capsys.readouterr().err


def test_both_words_for_one_key_are_refused_as_a_key_set_twice(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["validate", "singly=1", "leave_one_out=0"]) == 2
    assert "leave_one_out" in capsys.readouterr().err


def test_the_old_list_is_shown_with_a_note(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["list", "levers", "format=csv"]) == 0
    shown = capsys.readouterr()
    assert "policy.micro_credit.amount" in shown.out
    assert shown.err == "note: `levers` of list is called `terms` now\n"


def test_words_of_today_bring_no_note(capsys: pytest.CaptureFixture[str]) -> None:
    ask(["why=[components]", "months=12"])
    assert capsys.readouterr().err == ""
