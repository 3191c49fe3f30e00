from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scenarios.errors import QuestionError
from scenarios.survey.building import Built, build
from scenarios.survey.survey import read_survey

TOWN = Path(__file__).resolve().parents[3] / "scenarios/samples/town"
Change = Callable[[str], str]


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A copy of the sample survey, to be spoilt."""
    return Path(shutil.copytree(TOWN, tmp_path / "town"))


@pytest.fixture(scope="session")
def built() -> Built:
    """The cluster that the sample survey gives."""
    files = (TOWN / name for name in ("workers.csv", "firms.csv", "map.yaml"))
    return build(read_survey(*files), "my_town")


def spoil(folder: Path, name: str, change: Change) -> None:
    """Change the text of one of the three files."""
    file = folder / name
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")


def refusal(folder: Path) -> str:
    """What a user is told when the survey in a folder is built, which must fail."""
    files = (folder / name for name in ("workers.csv", "firms.csv", "map.yaml"))
    with pytest.raises(QuestionError) as caught:
        build(read_survey(*files), "my_town")
    return str(caught.value)
