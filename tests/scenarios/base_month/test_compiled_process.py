"""In plain Python the base month comes from a process with compiled rules."""

from __future__ import annotations

import os
from pathlib import Path

import numba
import pytest

from poverty_nodes.scenarios.base_month.compiled_process import by_compiled_code, is_plain
from poverty_nodes.scenarios.errors import Problem, QuestionError
from tests.laws.same import differing
from tests.small_economy import synthesised


def refuse(what: str) -> None:
    raise QuestionError([Problem(what, "it is refused")])


def where() -> tuple[bool, int]:
    return is_plain(), os.getpid()


def stumble(marks: Path) -> str:
    """Fail in the process that is asked first."""
    if not marks.exists():
        marks.write_text("seen")
        raise OSError("not here")
    return "here"


def test_compiled_rules_are_asked_only_by_plain_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(numba.config, "DISABLE_JIT", 1)
    assert is_plain()
    plain, process = by_compiled_code(where)
    assert not plain
    assert process != os.getpid()
    monkeypatch.setattr(numba.config, "DISABLE_JIT", 0)
    assert by_compiled_code(where) == (False, os.getpid())


def test_an_economy_comes_back_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    here = synthesised(scale=0.005)
    monkeypatch.setattr(numba.config, "DISABLE_JIT", 1)
    assert differing(here, by_compiled_code(synthesised, scale=0.005)) == []


def test_what_is_refused_there_is_refused_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(numba.config, "DISABLE_JIT", 1)
    with pytest.raises(QuestionError, match="pay: it is refused"):
        by_compiled_code(refuse, "pay")


def test_what_goes_wrong_there_is_done_here(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(numba.config, "DISABLE_JIT", 1)
    assert by_compiled_code(stumble, tmp_path / "mark") == "here"
