"""The address of a run changes with everything that decides its numbers and with nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from experiments.runs import key
from experiments.runs.key import model_version, run_key


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project of which the version is told."""
    for path in ("model/rules/wages.py", "scenarios/population.py", "experiments/runs/run_one.py"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("x = 1\n")
    monkeypatch.setattr(key, "_ROOT", tmp_path)
    return tmp_path


def version() -> str:
    return model_version.__wrapped__()


def test_seed_scenario_and_version_each_change_the_key() -> None:
    keys = {run_key(f, s, v) for f in ("a", "b") for s in (1, 2, 12) for v in ("x", "y")}
    assert len(keys) == 12
    assert all(len(each) == 64 for each in keys)


@pytest.mark.parametrize(
    "path", ["model/rules/wages.py", "scenarios/population.py", "experiments/runs/run_one.py"]
)
def test_a_change_in_code_that_makes_numbers_is_a_new_version(copy: Path, path: str) -> None:
    before = version()
    assert version() == before
    (copy / path).write_text("x = 2\n")
    assert version() != before


def test_a_file_that_moves_or_appears_is_a_new_version(copy: Path) -> None:
    before = version()
    (copy / "model/rules/hiring.py").write_text("")
    appeared = version()
    (copy / "model/rules/hiring.py").rename(copy / "model/hiring.py")
    assert len({before, appeared, version()}) == 3


def test_other_code_and_descriptions_of_clusters_are_no_new_version(copy: Path) -> None:
    before = version()
    (copy / "experiments/cli.py").write_text("x = 2\n")
    (copy / "scenarios/firms.yaml").write_text("total: 3\n")
    assert version() == before
