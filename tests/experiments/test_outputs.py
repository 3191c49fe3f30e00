import json

import pandas as pd
import pytest

from experiments.impact import assess
from experiments.outputs import publish, publish_outcomes
from experiments.report import Background
from experiments.runs.failure import FailedRun, Failure

FILES = {
    *("question.yaml", "manifest.json", "outcomes.parquet", "winners.csv", "transitions.csv"),
    *("cost.csv", "nodes.csv", "failures.csv", "report.html", "figures"),
    *("cells.csv", "by_month.csv", "payers.csv", "acceptability.csv"),
}


@pytest.fixture
def background():
    return Background("Atown", "A made-up town.", "0.1.0", "poverty-nodes", {"assumed": 1.0}, 1)


@pytest.fixture
def found(world, towns):
    return assess(towns(2, 200), world.terms())


def test_every_file_of_the_interface_is_written(found, background, tmp_path):
    folder, *files = publish(
        found, background, tmp_path / "a", question="seeds: 2\n", manifest={"version": "0.1.0"}
    )
    assert folder == tmp_path / "a"
    assert {path.relative_to(folder).parts[0] for path in files} == FILES
    assert (folder / "question.yaml").read_text() == "seeds: 2\n"
    assert json.loads((folder / "manifest.json").read_text()) == {"version": "0.1.0"}


def test_tables_read_back_as_they_were(found, background, tmp_path):
    folder = publish(found, background, tmp_path / "a", question="", manifest={})[0]
    for name, table in (
        ("winners", found.winners),
        ("transitions", found.transitions),
        ("cost", found.cost),
    ):
        again = pd.read_csv(folder / f"{name}.csv")
        pd.testing.assert_frame_equal(again, table, check_dtype=False, rtol=1e-9)
    outcomes = pd.read_parquet(folder / "outcomes.parquet")
    assert outcomes["value"].tolist() == found.outcomes["value"].tolist()
    assert outcomes["group"].tolist() == found.outcomes["group"].tolist()


def test_the_same_answer_is_written_with_the_same_bytes(found, background, tmp_path):
    first, second = (
        publish(found, background, tmp_path / name, question="", manifest={})[0] for name in "ab"
    )
    for path in first.rglob("*"):
        if path.is_file():
            assert path.read_bytes() == (second / path.relative_to(first)).read_bytes(), path.name


def test_failed_runs_are_listed(found, background, tmp_path):
    failure = FailedRun("with", 0, 7, Failure("FAILED", "months", 3, "ValueError: x", "trace"))
    folder = publish(
        found, background, tmp_path / "a", question="", manifest={}, failures=[failure]
    )[0]
    row = pd.read_csv(folder / "failures.csv").iloc[0]
    assert (row["seed"], row["month"], row["stage"]) == (7, 3, "months")


def test_an_error_while_writing_leaves_no_folder(found, background, tmp_path):
    unfit = {"version": {1, 2}, ("a", "key"): 1}
    with pytest.raises(TypeError):
        publish(found, background, tmp_path / "a", question="", manifest=unfit)
    assert list(tmp_path.iterdir()) == []


def test_a_question_without_a_comparison_leaves_its_outcomes(found, tmp_path):
    _, *files = publish_outcomes(found.monthly, tmp_path / "a", question="", manifest={})
    assert {path.name for path in files} == {
        *("question.yaml", "manifest.json", "outcomes.parquet", "failures.csv"),
    }
