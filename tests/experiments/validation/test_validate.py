"""The whole verb on two quick patterns."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from experiments.cli import main


@pytest.mark.slow
def test_a_small_ledger_is_written_and_summed_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["validate", "patterns=[p12,p25]", "seeds=3", f"output={tmp_path}", "format=json"]
    assert main(arguments) == 0
    said = json.loads(capsys.readouterr().out)
    folder = Path(said["outputs"][0])
    ledger = pd.read_csv(folder / "ledger.csv")
    assert set(ledger["pattern"]) == {"p12", "p25"}
    assert said["totals"]["patterns"] == 2
    for name in ("ledger.html", "moments.csv", "figures/ledger.svg", "figures/ledger.png"):
        assert (folder / name).is_file()


def test_the_configuration_is_shown_without_a_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "patterns=[p12]", "--cfg"]) == 0
    assert "p12" in capsys.readouterr().out
