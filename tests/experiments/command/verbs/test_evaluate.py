"""`evaluate` end to end: its files, its sentences, and what it refuses after a look at one world."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from poverty_nodes.experiments.command import cli

SMALL = ["scale=0.02", "seeds=3", "study.surveys=2", "study.waves=[0,4]", "study.sample.size=60"]
CASH = [
    "policy=[cash_transfer]",
    "policy.cash_transfer.start=2",
    "policy.cash_transfer.take_up=0.5",
]


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_an_evaluation_has_its_files_and_its_answer(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["evaluate", *CASH, *SMALL, "format=json"]) == 0
    said = json.loads(capsys.readouterr().out)
    folder = Path(said["outputs"][0])
    assert {path.name for path in folder.iterdir()} >= {
        *("truth.csv", "errors.csv", "inference.csv", "designs.csv", "estimates.csv"),
        *("manifest.json", "question.yaml", "report.html", "figures"),
    }
    assert "Textbook errors are not offered" in said["headline"]
    assert "What would" in said["headline"] or "studies tried" in said["headline"]
    page = (folder / "report.html").read_text()
    assert re.findall(r'(?:src|href)="(?!data:|#)', page) == []
    estimates = pd.read_csv(folder / "estimates.csv")
    assert len(estimates) == 3 * 2 * 6
    plan = json.loads((folder / "plan.json").read_text())
    assert plan["Decision rule"].startswith("There is an effect if the estimate less")
    headings = re.findall(r"^## (.*)$", (folder / "plan.md").read_text(), re.MULTILINE)
    assert len(headings) == len(plan)
    assert "consumption" in set(pd.read_csv(folder / "questionnaire.csv")["field"])
    # The same persons under the same luck: what the programme adds is all that tells the two apart.
    first = estimates[estimates["estimator"] == "difference_in_differences"]
    gap = first["estimate"] - first["without_the_programme"]
    assert (gap - first["truth"]).abs().max() < first["estimate"].std()


def test_without_a_policy_there_is_nothing_to_find(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["evaluate", "policy=[]", *SMALL, "format=json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert "There is nothing to find" in said["headline"]
    folder = Path(said["outputs"][0])
    assert np.array_equal(pd.read_csv(folder / "truth.csv")["effect"].dropna().unique(), [0.0])
    estimates = pd.read_csv(folder / "estimates.csv")
    assert estimates["estimate"].equals(estimates["without_the_programme"])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["study.sample.size=5000"], "draws 5,000 households of a part of the cluster that has"),
        (
            ["study.frame=contract=homework", "study.sample.size=200"],
            "study.sample.size=",
        ),
        (
            ["policy.cash_transfer.target.all=[{field: household.savings, below: -1}]"],
            "nobody is eligible for cash_transfer",
        ),
    ],
)
def test_a_study_that_cannot_be_is_refused_before_its_runs(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["evaluate", *CASH, *SMALL, *words]) == 2
    assert told in capsys.readouterr().err
    assert not list(Path("outputs").glob("store/part-*"))


def test_real_answers_are_read_by_the_same_code(capsys: pytest.CaptureFixture[str]) -> None:
    """Sixty households in either place, whose consumption rises by half where the programme is."""
    chance = np.random.default_rng(1)
    first = pd.DataFrame(
        {
            "id": np.arange(240),
            "unit": np.repeat(np.arange(120), 2),
            "offered": np.repeat([1, 0], 120),
            "outcome": 150.0 * np.exp(chance.normal(0.0, 0.3, 240)),
        }
    )
    last = first[["id"]].assign(outcome=first["outcome"] * (1.0 + 0.5 * first["offered"]))
    first.to_csv("baseline.csv", index=False)
    last.to_csv("endline.csv", index=False)
    words = ["study.data=[baseline.csv,endline.csv]", "format=json"]
    assert cli.main(["evaluate", *CASH, *SMALL, *words]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["headline"].startswith("Your data show an effect on the consumption of all persons")
    manifest = json.loads((Path(said["outputs"][0]) / "manifest.json").read_text())
    assert set(manifest["data"]) == {"baseline.csv", "endline.csv"}
    table = pd.read_csv(Path(said["outputs"][0]) / "data.csv").set_index("estimator")
    row = table.loc["difference_in_differences"]
    assert row["estimate"] == pytest.approx(100 * np.log(1.5))
    assert row["low"] < row["effect"] < row["high"]


@pytest.mark.parametrize("name", ["encouragement", "threshold", "saturation"])
def test_an_assignment_inside_the_place_is_studied_from_its_file(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = CASH if name != "saturation" else [
        "policy=[vocational_training]",
        "policy.vocational_training.start=2",
        "policy.vocational_training.capacity=null",
    ]  # fmt: skip
    own = [*SMALL, f"study={name}", "study.sample.size=30", "study.sheets=4", "format=json"]
    assert cli.main(["evaluate", *words, *own]) == 0
    said = json.loads(capsys.readouterr().out)
    folder = Path(said["outputs"][0])
    errors = pd.read_csv(folder / "errors.csv")
    assert np.isfinite(errors[["truth", "estimate"]].to_numpy()).all()
    assert "interval clustered by" in said["headline"]
    assert {path.name for path in (folder / "sheets").iterdir()} == {
        *("workers.csv", "firms.csv", "map.yaml")
    }


def test_a_threshold_that_nobody_is_near_is_refused_before_any_run(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ["study=threshold", "study.threshold.below=90000"]
    assert cli.main(["evaluate", *CASH, *SMALL, *words]) == 2
    said = capsys.readouterr().err
    assert "persons live just below $90000" in said
    assert "the middle income of those who could join" in said
