"""A sweep from the command line to its files."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from poverty_nodes.experiments.command import cli
from poverty_nodes.experiments.sweeps.layout import dimensions_of, is_grid
from poverty_nodes.experiments.sweeps.points import ask_sweep

SMALL = ("months=4", "seeds=2", "scale=0.006", "window=2", "outcomes=[P0,employment]")
STANDARDS = ("policy=[labour_standards]", "policy.labour_standards.start=1")
FLOOR = "policy.labour_standards.wage_floor"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def only_folder() -> Path:
    (folder,) = Path("outputs/sweep").iterdir()
    return folder


@pytest.mark.slow
def test_a_sweep_leaves_its_design_and_every_outcome_with_its_point(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["sweep", *STANDARDS, f"{FLOOR}=[0.9,1.1]", *SMALL]) == 0
    told = capsys.readouterr()
    assert "the poverty headcount" in told.out
    assert "reading the runs: 0 of " in told.err
    assert "writing the page: 0 of " in told.err
    folder = only_folder()
    design = pd.read_csv(folder / "design.csv")
    assert list(design.columns) == ["point", FLOOR]
    assert design[FLOOR].tolist() == [0.9, 1.1]
    outcomes = pd.read_parquet(folder / "outcomes.parquet")
    assert {
        "scenario",
        "point",
        "draw",
        "seed",
        "month",
        "measure",
        "group",
        "value",
        "unit",
    } == set(outcomes)
    assert set(outcomes["point"]) == {1, 2}
    without = outcomes[outcomes["scenario"] == "without"].drop(columns="point")
    halves = [without.iloc[: len(without) // 2], without.iloc[len(without) // 2 :]]
    pd.testing.assert_frame_equal(*(half.reset_index(drop=True) for half in halves))  # one baseline
    summary = pd.read_csv(folder / "summary.csv")
    effect = summary[(summary["quantity"] == "effect") & (summary["outcome"] == "P0")]
    levels = summary[summary["outcome"] == "P0"].set_index(["point", "quantity"])["value"]
    assert effect["value"].to_numpy() == pytest.approx(
        [levels[point, "with"] - levels[point, "without"] for point in (1, 2)]
    )
    assert (folder / "figures" / "outcomes.svg").stat().st_size > 5000
    assert "data:image/svg+xml" in (folder / "report.html").read_text()


@pytest.mark.slow
def test_baselines_are_run_once_and_a_second_sweep_finds_its_runs(
    capsys: pytest.CaptureFixture[str],
) -> None:
    command = ["sweep", *STANDARDS, f"{FLOOR}=[0.9,1.1]", *SMALL]
    assert cli.main(command) == 0
    assert "6 runs" in capsys.readouterr().err  # 2 points and their one baseline, 2 seeds
    assert cli.main(command) == 0
    assert "runs in" not in capsys.readouterr().err


@pytest.mark.slow
def test_draws_are_kept_apart_from_seeds() -> None:
    drawn = ("draws=2", "uncertain=[parameters.demand_elasticity]")
    assert cli.main(["sweep", *STANDARDS, f"{FLOOR}=[0.9,1.1]", *SMALL, *drawn]) == 0
    outcomes = pd.read_parquet(only_folder() / "outcomes.parquet")
    assert set(outcomes["draw"]) == {0, 1, 2}
    summary = pd.read_csv(only_folder() / "summary.csv")
    assert (summary["draws"] == 2).all()
    assert summary["inputs_low"].notna().all()


def test_keys_that_follow_each_other_are_one_dimension() -> None:
    tokens = ["policy=[micro_credit]", "policy.micro_credit.take_up=0.1,0.2", "months=12,24"]
    zipped = dimensions_of(ask_sweep([*tokens, "zip=[policy.micro_credit.take_up,months]"]))
    assert [each.keys for each in zipped] == [("policy.micro_credit.take_up", "months")]
    grid = dimensions_of(ask_sweep(tokens))
    assert len(grid) == 2
    assert is_grid(grid, 4)
    assert not is_grid(grid, 3)
