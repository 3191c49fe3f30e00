from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from poverty_nodes.scenarios.errors import QuestionError
from poverty_nodes.scenarios.survey.building import Built, build
from poverty_nodes.scenarios.survey.survey_reading import read_survey

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


def build_of(folder: Path) -> Built:
    """The cluster that the three files of a folder give."""
    return build(
        read_survey(*(folder / n for n in ("workers.csv", "firms.csv", "map.yaml"))), "my_town"
    )


SMALL_MAP = """\
about: {title: Workshops of a made-up town, country: Pakistan, trade: metal instruments, base_year: 2015, phase: mature,
        summary: Made up to try things on.}
source: {title: Made-up survey, author: Nobody, year: 2015, address: nowhere}
like: sialkot_surgical
pay: {currency: PKR, year: 2015}
firms:
  columns: {id: unit, tier: kind, workers: staff}
  categories: {tier: {E: exporter, V: subcontractor, S: specialist}}
workers:
  columns: {id: person, firm: unit, gender: sex, post: job, pay: pay}
  categories: {gender: {1: man, 2: woman}, post: {c: skilled_regular, r: regular, p: casual, h: homework}}
"""


def small_town(
    folder: Path,
    workers: Sequence[str],
    firms: Sequence[str] = ("F1,E,400", "F2,E,400"),
    extra: str = "",
) -> Path:
    """A survey of a few rows, written out where it is tested."""
    (folder / "workers.csv").write_text("\n".join(["person,unit,sex,job,pay", *workers]) + "\n")
    (folder / "firms.csv").write_text("\n".join(["unit,kind,staff", *firms]) + "\n")
    (folder / "map.yaml").write_text(SMALL_MAP + extra)
    return folder
