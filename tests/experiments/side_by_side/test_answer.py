"""Packages beside each other from the command line, and from Python, to their files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

import poverty_nodes as pn
from poverty_nodes.experiments.command import cli
from poverty_nodes.scenarios.errors import QuestionError

SMALL = ("months=3", "seeds=2", "scale=0.006", "window=2", "groups=[gender]")
BOTH = (
    "packages.slow=[labour_standards]", "packages.fast=[labour_standards]",
    "packages.slow.policy.labour_standards.wage_floor={1:1.0,2:1.2}",
    "packages.fast.policy.labour_standards.wage_floor=1.2", "policy.labour_standards.start=1",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def only_folder() -> Path:
    (folder,) = Path("outputs/compare").iterdir()
    return folder


@pytest.mark.slow
def test_two_packages_leave_a_page_a_table_and_the_months_of_each_world(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["compare", *SMALL, *BOTH]) == 0
    told = capsys.readouterr()
    assert "“fast”" in told.out
    folder = only_folder()
    table = pd.read_csv(folder / "packages.csv")
    assert set(zip(table["package"], table["against"], strict=True)) == {
        ("slow", "without"), ("fast", "without"), ("fast", "slow"),
    }  # fmt: skip
    assert set(pd.read_parquet(folder / "outcomes.parquet")["scenario"]) == {
        "without", "slow", "fast",
    }  # fmt: skip
    assert set(pd.read_csv(folder / "cost.csv")["against"]) == {"without"}
    assert len(pd.read_csv(folder / "runs.csv")) == 6
    page = (folder / "report.html").read_text()
    assert "The question." in page
    assert page.count("<figure>") == 2
    assert "“fast” against “slow”" in page
    capsys.readouterr()
    assert cli.main(["report", "verify", str(folder), "sample=3"]) == 0
    assert "3 of 3 runs made again are the same" in capsys.readouterr().out


@pytest.mark.slow
def test_a_package_that_was_compared_alone_costs_no_new_run(
    capsys: pytest.CaptureFixture[str],
) -> None:
    alone = ("policy=[labour_standards]", "policy.labour_standards.wage_floor=1.2", BOTH[-1])
    assert cli.main(["compare", *SMALL, *alone]) == 0
    capsys.readouterr()
    assert cli.main(["compare", *SMALL, *BOTH]) == 0
    assert "2 runs in" in capsys.readouterr().err


def test_the_price_and_the_question_are_told_before_anything_runs(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["compare", *SMALL, *BOTH, "--dry-run"]) == 0
    assert "6 runs of" in capsys.readouterr().out
    assert cli.main(["compare", *SMALL, *BOTH, "--cfg"]) == 0
    assert "packages:\n  slow:\n" in capsys.readouterr().out
    assert not Path("outputs").exists()


@pytest.fixture
def scenario() -> pn.Scenario:
    town = pn.load_cluster("sialkot_surgical")
    policy = pn.policies.LabourStandards(wage_floor=1.1, home_workers=True, start=1)
    return pn.Scenario(town, policies=(policy,), months=2, scale=0.006, window=1)


@pytest.mark.slow
def test_python_takes_scenarios_by_name(scenario: pn.Scenario) -> None:
    higher = pn.policies.LabourStandards(wage_floor=1.4, home_workers=True, start=1)
    packages = {"low": scenario, "high": replace(scenario, policies=(higher,))}
    found = pn.compare_packages(packages, seeds=2)
    assert found.names == ("low", "high")
    assert set(found.packages["against"]) == {"without", "low"}
    assert found.comparisons["high", "low"].seeds == found.comparisons["low", "without"].seeds


def test_python_refuses_scenarios_that_differ_in_more_than_their_policies(
    scenario: pn.Scenario,
) -> None:
    with pytest.raises(QuestionError) as caught:
        pn.compare_packages({"one": scenario, "other": replace(scenario, months=3)})
    assert "more than its policies" in str(caught.value)
    with pytest.raises(QuestionError, match="has no policy"):
        pn.compare_packages({"one": scenario, "other": replace(scenario, policies=())})
    with pytest.raises(QuestionError, match="there are 1 packages"):
        pn.compare_packages({"without": scenario})
    with pytest.raises(TypeError, match="seed_number"):
        pn.compare_packages({"a": scenario, "b": scenario}, seed_number=3)  # type: ignore[call-arg]
