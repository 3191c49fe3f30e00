"""A folder to ask from, and a copy of conf/ to spoil."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from poverty_nodes.experiments.question.composition import CONF


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def conf(tmp_path: Path) -> Path:
    """A copy of conf/ to spoil."""
    return Path(shutil.copytree(CONF, tmp_path / "conf"))
