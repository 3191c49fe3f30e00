import json
from dataclasses import replace

import pandas as pd
import pytest

from poverty_nodes.experiments.answer.outputs import OneWorld, publish, publish_outcomes
from poverty_nodes.experiments.impact import assess
from poverty_nodes.experiments.one_world.town import Town
from poverty_nodes.experiments.output.answer_files import CRATE
from poverty_nodes.experiments.record.record import Record
from poverty_nodes.experiments.report import Background
from poverty_nodes.experiments.runs.failure import FailedRun, Failure

FILES = {
    *("question.yaml", "manifest.json", "outcomes.parquet", "winners.csv", "transitions.csv"),
    *("ex_post.csv", "cost.csv", "nodes.csv", "failures.csv", "report.html", "figures"),
    *("cells.csv", "by_month.csv", "payers.csv", "acceptability.csv", CRATE),
}


@pytest.fixture
def background():
    return Background("Atown", "A made-up town.", "0.1.0", "poverty-nodes", {"assumed": 1.0}, 1)


@pytest.fixture
def found(world, towns):
    return assess(towns(2, 200), world.terms())


def test_every_file_of_the_interface_is_written(found, background, tmp_path):
    folder, *files = publish(
        found, background, tmp_path / "a", record=Record("compare", {"seeds": 2}, more={"asked": 4})
    )
    assert folder == tmp_path / "a"
    assert {path.relative_to(folder).parts[0] for path in files} == FILES
    head, *keys = (folder / "question.yaml").read_text().splitlines()
    assert head == "# Ask it again: poverty-nodes compare question=THIS_FILE"
    assert keys == ["verb: compare", "seeds: 2"]
    manifest = json.loads((folder / "manifest.json").read_text())
    assert (manifest["question"], manifest["asked"]) == ({"seeds": 2}, 4)


def test_tables_read_back_as_they_were(found, background, tmp_path):
    folder = publish(found, background, tmp_path / "a", record=Record("compare", {}))[0]
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
        publish(found, background, tmp_path / name, record=Record("compare", {}))[0]
        for name in "ab"
    )
    for path in first.rglob("*"):
        if path.is_file() and path.name != CRATE:  # which says when it was written, and where
            assert path.read_bytes() == (second / path.relative_to(first)).read_bytes(), path.name


def test_failed_runs_are_listed(found, background, tmp_path):
    failure = FailedRun("with", 0, 7, Failure("FAILED", "months", 3, "ValueError: x", "trace"))
    folder = publish(
        found, background, tmp_path / "a", record=Record("compare", {}), failures=[failure]
    )[0]
    row = pd.read_csv(folder / "failures.csv").iloc[0]
    assert (row["seed"], row["month"], row["stage"]) == (7, 3, "months")


def test_an_error_while_writing_leaves_no_folder(found, background, tmp_path):
    unfit = Record("compare", {}, more={("a", "key"): 1})
    with pytest.raises(TypeError):
        publish(found, background, tmp_path / "a", record=unfit)
    assert list(tmp_path.iterdir()) == []


def test_a_question_without_a_comparison_leaves_its_outcomes_and_a_page(
    found, background, tmp_path
):
    monthly = found.monthly
    alone = replace(monthly, values=monthly.values[:, :1], scenarios=("without",))
    town = Town(alone, replace(found.terms, policies=()), ())
    record = Record("run", {})
    _, *files = publish_outcomes(OneWorld(town, background), tmp_path / "a", record=record)
    assert {path.name for path in files} == {
        *("question.yaml", "manifest.json", "outcomes.parquet", "failures.csv", CRATE),
        *("levels.csv", "report.html", "town_over_time.svg", "groups_over_time.svg"),
    }
    assert "Nothing is compared here" in (tmp_path / "a" / "report.html").read_text()
