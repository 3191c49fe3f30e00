"""`identify` end to end: its files and columns, its table, and what it refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pandas as pd
import pytest

from poverty_nodes.experiments.command import cli
from poverty_nodes.experiments.identify import draws
from poverty_nodes.experiments.identify.components import KEYS
from poverty_nodes.scenarios.errors import Problem, QuestionError

TWO = "clusters=[central_java_rooftiles,torreon_jeans]"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")


def test_a_ranking_has_its_files_and_its_columns(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["identify", TWO, "draws=10", "format=json"]) == 0
    said = json.loads(capsys.readouterr().out)
    folder = Path(said["outputs"][0])
    table = pd.read_csv(folder / "ranking.csv")
    first = ["rank", "cluster", "phase", "score", "low", "high", *KEYS, "reason"]
    assert list(table.columns)[: len(first)] == first
    assert list(table["cluster"]) == ["central_java_rooftiles", "torreon_jeans"]
    page = (folder / "identify.html").read_text()
    assert re.findall(r'(?:src|href)="(?!data:|#)', page) == []
    assert {path.name for path in folder.iterdir()} >= {
        "archetypes.csv",
        "figures",
        "manifest.json",
    }
    assert cli.main(["identify", TWO, "draws=10"]) == 0  # the same again replaces its own folder


def test_the_table_fits_eighty_columns(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["identify", TWO, "draws=10"]) == 0
    lines = capsys.readouterr().out.splitlines()
    end = next(at for at, line in enumerate(lines) if line.startswith("Most is at stake"))
    assert max(len(line) for line in lines[:end]) <= 80


def test_titles_stand_where_people_read_and_ids_in_the_files(
    capsys: pytest.CaptureFixture[str],
) -> None:
    cli.main(["identify", TWO, "draws=10", "format=json"])
    said = json.loads(capsys.readouterr().out)
    page = (Path(said["outputs"][0]) / "identify.html").read_text()
    assert "Roof tiles of Kebumen" in said["headline"]
    assert "central_java_rooftiles" not in re.sub(r'base64,[^"]*', "", page)


def test_the_price_and_the_question_are_told_without_drawing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["identify", "--dry-run"]) == 0
    assert "12 clusters, 720 draws" in capsys.readouterr().out
    assert cli.main(["identify", "weights.women=3", "--cfg"]) == 0
    assert "women: 3.0" in capsys.readouterr().out


def test_a_line_of_local_currency_is_refused_for_clusters_of_other_money(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ["identify", "line=43 INR 2012 a day", "--dry-run"]
    assert cli.main([*words, "clusters=[tirupur_knitwear,palar_leather]"]) == 2
    said = capsys.readouterr().err
    assert "palar_leather: its numbers have no prices of 2012" in said
    assert "tirupur_knitwear" not in said
    assert cli.main([*words, "clusters=[tirupur_knitwear,agra_footwear]"]) == 0


def test_everything_wrong_is_said_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    wrong = [
        "clusters=[palar_lether]",
        "draws=3",
        "line=5 rupees",
        "weights.wimmen=1",
        "weights.gap=-1",
    ]
    assert cli.main(["identify", *wrong, "foo=1"]) == 2
    said = capsys.readouterr().err
    for part in (
        *("did you mean 'palar_leather'?", "10 to 10,000", "'5 rupees' is no poverty line"),
        *(
            "did you mean 'women'?",
            "-1 is below the smallest accepted value 0",
            "is not a key of identify",
        ),
    ):
        assert part in said


def test_draws_that_hold_no_town_are_said_with_their_reason_and_end_in_status_1(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    measure = draws._measure

    def failing(cluster: object, line: str, seed: int) -> object:
        if seed in (1003, 1007):
            raise QuestionError([Problem("firms", "more exporters than firms")])
        return measure(cluster, line, seed)

    monkeypatch.setattr(draws, "_measure", failing)
    assert cli.main(["identify", "clusters=[torreon_jeans]", "draws=10"]) == 1
    said = capsys.readouterr().out
    assert "2 of 10 draws" in said
    assert "firms: more exporters than firms" in said
    (folder,) = Path("outputs/identify").iterdir()
    failures = pd.read_csv(folder / "failures.csv")
    assert failures["draw"].tolist() == [3, 7]
    assert "range of 8 draws" in (folder / "identify.html").read_text()
