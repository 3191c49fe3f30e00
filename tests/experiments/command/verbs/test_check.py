"""The verb `check`, as it is typed and as it answers."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from poverty_nodes.experiments.answer.pre_check_rows import COLUMNS
from poverty_nodes.experiments.command import cli

SMALL = ("scale=0.02", "months=24")


@pytest.fixture
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("_elsewhere")
def test_it_prints_a_table_that_fits_and_writes_the_whole_of_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["check", "policy=[effluent_plant,cooperative]", *SMALL]) == 0
    printed = capsys.readouterr().out
    assert "An effluent plant: this policy does nothing in this cluster" in printed
    assert "Cooperative: first felt in month 12" in printed
    assert max(len(line) for line in printed.splitlines() if "folder" not in line) <= 160
    (file,) = Path("outputs/check").glob("*/check.csv")
    rows = list(csv.DictReader(file.read_text().splitlines()))
    assert tuple(rows[0]) == COLUMNS
    assert {row["component"] for row in rows} == {"effluent_plant", "cooperative"}
    assert {"firms", "all", "gender=female"} <= {row["group"] for row in rows}


@pytest.mark.usefixtures("_elsewhere")
def test_for_a_script_it_says_the_same_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "policy=[cooperative]", *SMALL, "format=json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert Path(answer["outputs"][0]).is_file()
    assert {row["bites"] for row in answer["components"]} == {"yes"}


@pytest.mark.usefixtures("_elsewhere")
def test_all_that_is_wrong_is_told_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    wrong = ["policy=[cooperativ]", "months=0", "policy.micro_credit.take_up=2"]
    assert cli.main(["check", *wrong]) == 2
    told = capsys.readouterr().err
    assert "4 problems" in told  # a term of a policy that is not chosen is one, its value another
    assert "did you mean 'cooperative'?" in told


@pytest.mark.usefixtures("_elsewhere")
def test_an_empty_package_has_nothing_to_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "policy=[]", *SMALL]) == 0
    assert "nothing to check" in capsys.readouterr().out
