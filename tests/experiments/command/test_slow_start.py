"""A command that takes long to begin says so, once, and not when there is something better to tell."""

from __future__ import annotations

import io
import time

import pytest

from poverty_nodes.experiments.command.slow_start import WORDS, told_if_slow
from poverty_nodes.experiments.runs.progress import Progress


def test_a_slow_start_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    with told_if_slow(0.01):
        time.sleep(0.2)
    assert capsys.readouterr().err == f"{WORDS}\n"


def test_a_quick_start_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with told_if_slow(30.0):
        pass
    assert capsys.readouterr().err == ""


def test_nothing_is_said_of_a_start_once_work_is_counted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with told_if_slow(0.1), Progress(stream=io.StringIO()).stage("reading"):
        time.sleep(0.3)
    assert capsys.readouterr().err == ""
