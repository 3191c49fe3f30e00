"""What is registered cannot change unseen."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from poverty_nodes.experiments.evidence.registered import lock
from poverty_nodes.experiments.evidence.registered.files import FOLDER, names, versions
from poverty_nodes.experiments.evidence.registered.measures import code_hash


def test_everything_registered_is_as_it_was_laid_down() -> None:
    assert lock.problems() == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of what is registered, to do wrong with."""
    return Path(shutil.copytree(FOLDER, tmp_path / "registered"))


def test_a_band_that_is_moved_in_place_is_found(folder: Path) -> None:
    path = folder / "patterns/p01.1.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("- 7.0", "- 11.0"), encoding="utf-8")
    (found,) = lock.problems(folder)
    assert found.startswith("patterns/p01.1.yaml was edited")
    assert lock.enter("a wider band", folder) == []
    assert lock.problems(folder) == [found]


def test_a_new_version_counts_once_it_is_entered_and_the_old_one_stays(folder: Path) -> None:
    old, new = folder / "patterns/p01.1.yaml", folder / "patterns/p01.2.yaml"
    new.write_text(old.read_text(encoding="utf-8").replace("- 7.0", "- 6.0"), encoding="utf-8")
    assert lock.problems(folder) == ["patterns/p01.2.yaml is not entered in the lock"]
    assert lock.enter("a narrower band", folder) == ["patterns/p01.2.yaml"]
    assert lock.problems(folder) == []
    assert "changed 1 times" in lock.told("patterns/p01", folder)
    assert lock.told("patterns/p02", folder).endswith("unchanged since")
    old.unlink()
    (gone,) = lock.problems(folder)
    assert gone.startswith("patterns/p01.1.yaml was laid down on")


def test_a_measure_that_is_another_is_found(folder: Path) -> None:
    def another(name: str) -> str:
        return "other" if name == "patterns/p20" else code_hash(name)

    (found,) = lock.problems(folder, another)
    assert found.startswith("patterns/p20 is measured otherwise")
    assert lock.enter("read off exports", folder, another) == ["patterns/p20.1.yaml"]
    assert lock.problems(folder, another) == []


def test_versions_are_in_their_order_beyond_nine(folder: Path) -> None:
    for number in (2, 10):
        shutil.copy(folder / "rules.1.yaml", folder / f"rules.{number}.yaml")
    assert [path.name for path in versions("rules", folder)] == [
        "rules.1.yaml",
        "rules.2.yaml",
        "rules.10.yaml",
    ]
    assert names(folder) == names()
