"""The whole verb on two quick patterns."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from numpy.typing import NDArray

from poverty_nodes.experiments.command.cli import main
from poverty_nodes.experiments.evidence import patterns
from poverty_nodes.experiments.evidence.harness.ablation import Ablation
from poverty_nodes.experiments.evidence.harness.band import Band
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.pattern import Pattern, Statistic


@pytest.mark.slow
def test_a_small_ledger_is_written_and_summed_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["validate", "patterns=[p12,p23]", "seeds=3", f"output={tmp_path}", "format=json"]
    assert main(arguments) == 0
    said = json.loads(capsys.readouterr().out)
    folder = Path(said["outputs"][0])
    ledger = pd.read_csv(folder / "ledger.csv")
    assert set(ledger["pattern"]) == {"p12", "p23"}
    assert said["totals"]["patterns"] == 2
    for name in ("ledger.html", "moments.csv", "figures/ledger.svg", "figures/ledger.png"):
        assert (folder / name).is_file()


def test_the_configuration_is_shown_without_a_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "patterns=[p12]", "--cfg"]) == 0
    assert "p12" in capsys.readouterr().out


@pytest.mark.slow
def test_a_trial_is_written_beside_what_was_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["validate", "trials=[rama2001]", "seeds=3", f"output={tmp_path}", "format=json"]
    assert main(arguments) == 0
    said = json.loads(capsys.readouterr().out)
    folder = Path(said["outputs"][0])
    trials = pd.read_csv(folder / "trials.csv")
    run = trials[trials["trial"] == "rama2001"]
    assert len(run) == 3
    assert run["low"].le(run["value"]).all()
    assert run["value"].le(run["high"]).all()
    assert set(trials["status"]) <= {"overlaps", "does not overlap", "not testable"}
    assert "published effects overlap" in said["trials"]
    for name in ("ledger.html", "figures/trials.svg", "figures/trials.png"):
        assert (folder / name).is_file()


def test_a_stopped_validation_goes_on_from_what_it_has_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    measured = tmp_path / "measured.txt"  # what a measure is made of may not change as it is made
    stopped = tmp_path / "stopped.txt"

    def first(laboratory: Laboratory) -> NDArray[np.float64]:
        with measured.open("a") as file:
            file.write("first ")
        return np.ones(len(laboratory.seeds))

    def second(laboratory: Laboratory) -> NDArray[np.float64]:
        if not stopped.exists():
            stopped.touch()
            raise KeyboardInterrupt
        with measured.open("a") as file:
            file.write("second ")
        return np.ones(len(laboratory.seeds))

    made_up = tuple(
        Pattern(
            name,
            "A made-up fact",
            "nowhere",
            (Statistic("a level", "one", Band(0.5, 1.5), "because", measure),),
            Ablation("nothing could"),
            "none",
            "C",
        )
        for name, measure in (("p98", first), ("p99", second))
    )
    monkeypatch.setattr(patterns, "PATTERNS", made_up)
    asked = ["validate", "parts=[patterns]", "seeds=3", f"output={tmp_path}", "format=json"]
    assert main(asked) == 130
    assert "the same command goes on from there" in capsys.readouterr().err
    assert main(asked) == 0
    assert json.loads(capsys.readouterr().out)["totals"]["reproduced"] == 2
    assert measured.read_text().split() == ["first", "second"]
