"""A sensitivity analysis from the command line to its files, on a small town."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from poverty_nodes.experiments import sensitivity
from poverty_nodes.experiments.command import cli
from poverty_nodes.experiments.runs import runner
from poverty_nodes.experiments.sensitivities import runs as laboratory
from poverty_nodes.experiments.sensitivities.order import ask_sensitivity

SMALL = (
    "months=4",
    "scale=0.006",
    "window=2",
    "outcomes=[P0,employment]",
    "policy=[labour_standards]",
)
FACTORS = (
    "vary=[workers.regular_wage,chain.producer_share]",
    "policy.labour_standards.wage_floor=[0.8,1.2]",
    "policy.labour_standards.start=1",
)
SOBOL = ("sensitivity", "method=sobol", "n=4", *SMALL, *FACTORS)


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def only_folder() -> Path:
    (folder,) = Path("outputs/sensitivity").iterdir()
    return folder


@pytest.mark.slow
def test_sobol_leaves_indices_of_inputs_terms_and_chance_and_says_what_drives_poverty(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(SOBOL) == 0
    out, err = capsys.readouterr()
    assert "runs of" in err  # the price, before anything runs
    assert "differs between runs mostly by" in out or "told from luck" in out
    indices = pd.read_csv(only_folder() / "indices.csv")
    expected = ["outcome", "factor", "kind", "method", "index", "value", "low", "high", "runs"]
    assert list(indices.columns) == expected
    assert set(indices["kind"]) == {"input", "term", "chance"}
    assert set(indices["outcome"]) == {"P0", "employment", "effect on P0", "effect on employment"}
    inert = indices[indices["factor"] == "chain.producer_share"]
    assert (inert[["value", "low", "high"]] == 0).all(axis=None)
    assert (indices["runs"] == 4 * 6).all()
    assert len(pd.read_csv(only_folder() / "design.csv")) == 24
    figures = {path.name for path in (only_folder() / "figures").glob("*.svg")}
    assert {"drivers.svg", "convergence.svg"} & figures
    assert "What moves" in (only_folder() / "report.html").read_text()


@pytest.mark.slow
def test_a_stopped_analysis_goes_on_from_the_store_with_the_same_indices(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([*SOBOL, "store=undisturbed"]) == 0
    undisturbed = (only_folder() / "indices.csv").read_bytes()
    made = runner._make
    monkeypatch.setattr(runner, "_make", _stopping_after(10, made))
    assert cli.main(SOBOL) == 130
    assert "the same command goes on from there" in capsys.readouterr().err
    monkeypatch.setattr(runner, "_make", made)
    assert cli.main(SOBOL) == 0
    err = capsys.readouterr().err
    assert "34 runs" in err  # 24 with the package, 20 without it, less the 10 that were kept
    assert (only_folder() / "indices.csv").read_bytes() == undisturbed


def _stopping_after(count: int, made: object) -> object:
    """Make so many of the missing runs, as if Ctrl-C came then."""

    def make(missing: list[object], *rest: object) -> object:
        made(missing[:count], *rest)  # type: ignore[operator]
        raise KeyboardInterrupt

    return make


@pytest.mark.slow
def test_auto_drops_what_morris_finds_inert_and_goes_on_with_the_rest() -> None:
    found = sensitivity("n=4", "most=4", "screen=4", *SMALL, *FACTORS)
    assert "chain.producer_share" in found.dropped
    assert "chain.producer_share" not in found.factors.names
    dropped = found.indices[found.indices["factor"] == "chain.producer_share"]
    assert set(dropped["method"]) == {"morris"}
    assert (dropped["value"] == 0).all()
    problem, places, outcomes = found.to_salib()
    assert problem["num_vars"] == places.shape[1] == len(found.factors.names) + 1  # and chance
    table, results = found.to_ema()
    assert len(table) == len(places) == len(results["P0"]) == len(outcomes["effect on P0"])
    assert {"seed", "scenario", "policy", "model"} <= set(table.columns)


@pytest.mark.slow
def test_rows_that_fail_take_their_block_along_and_are_counted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run = laboratory.make_runs

    def failing(question: object, plan: list[object], progress: object) -> object:
        runs = run(question, plan, progress)  # type: ignore[arg-type]
        name = next(each for each in runs.keys if each[0].endswith("/with"))
        from dataclasses import replace

        from poverty_nodes.experiments.runs.failure import Failure

        return replace(runs, failed={name: Failure("FAILED", "months", 2, "it broke", "")})

    monkeypatch.setattr(laboratory, "make_runs", failing)
    assert cli.main(["sensitivity", "method=sobol", "n=8", *SMALL, *FACTORS]) == 1
    out = capsys.readouterr().out
    assert "1 of 8 blocks were left out whole" in out
    indices = pd.read_csv(only_folder() / "indices.csv")
    assert (indices["runs"] == 7 * 6).all()
    assert np.isfinite(indices["value"]).all()
    failures = pd.read_csv(only_folder() / "failures.csv")
    assert failures["message"].tolist() == ["it broke"]
    assert "rows failed where" in (only_folder() / "report.html").read_text()


def test_the_price_counts_rows_with_and_without_the_package() -> None:
    from poverty_nodes.experiments.sensitivities.price import price_of

    cost = price_of(ask_sensitivity(SOBOL[1:]))
    # Blocks of 6 rows with the package; without it the term's row is the first point again.
    assert cost.most.runs == 4 * 6 + 4 * 5
    assert cost.least == cost.most
    assert cost.most.megabytes > 0
    open_ended = price_of(ask_sensitivity(["n=4", "most=64", *SMALL, *FACTORS]))
    assert open_ended.least.runs < open_ended.most.runs
