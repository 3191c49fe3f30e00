"""Paths that a user types."""

from __future__ import annotations

from pathlib import Path

import pytest

from poverty_nodes.scenarios.errors import QuestionError
from poverty_nodes.scenarios.strict_yaml.paths import existing, is_there


@pytest.mark.parametrize("name", ["a" * 300, "x\0y", "nowhere/at/all"])
def test_a_name_that_no_file_can_have_leads_nowhere(name: str) -> None:
    assert not is_there(Path(name))
    with pytest.raises(QuestionError, match="no such file or folder"):
        existing(Path(name))


def test_a_path_that_leads_nowhere_is_said_again_with_the_nearest_name(tmp_path: Path) -> None:
    (tmp_path / "my_town").mkdir()
    with pytest.raises(QuestionError) as caught:
        existing(tmp_path / "my_twon")
    (problem,) = caught.value.problems
    assert "my_twon" in problem.message
    assert problem.nearest == str(tmp_path / "my_town")


def test_a_path_is_said_again_as_it_was_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "my_town").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(QuestionError) as caught:
        existing("./my_twon")
    (problem,) = caught.value.problems
    assert "'./my_twon'" in problem.message
    assert problem.nearest == "./my_town"
