"""The whole verb on two quick patterns."""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

import numpy as np
import pandas as pd
import pytest
from numpy.typing import NDArray

from poverty_nodes.experiments.command.cli import main
from poverty_nodes.experiments.evidence import patterns
from poverty_nodes.experiments.evidence.harness import dry_laboratory
from poverty_nodes.experiments.evidence.harness import laboratory as laboratory_module
from poverty_nodes.experiments.evidence.harness.ablation import Ablation
from poverty_nodes.experiments.evidence.harness.band import Band
from poverty_nodes.experiments.evidence.harness.dry_laboratory import Nobody
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.pattern import Pattern, Statistic
from poverty_nodes.experiments.evidence.harness.world import Life, World
from poverty_nodes.experiments.evidence.ledger.order import pattern_ids
from poverty_nodes.experiments.question import memory


@pytest.mark.slow
def test_a_small_ledger_is_written_and_summed_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [
        "validate",
        "patterns=[p12,p23]",
        "seeds=3",
        "png=yes",
        f"output={tmp_path}",
        "format=json",
    ]
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
    assert "cannot be tested here" in said["trials"]
    for name in ("ledger.html", "figures/trials.svg"):
        assert (folder / name).is_file()


def first(laboratory: Laboratory) -> NDArray[np.float64]:
    """One for each life of a month."""
    return laboratory.read(World("sialkot_surgical", 1), lambda _: 1.0)


def second(laboratory: Laboratory) -> NDArray[np.float64]:
    """One for each life of two months."""
    return laboratory.read(World("sialkot_surgical", 2), lambda _: 1.0)


@pytest.fixture
def lived(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The months of each life that is lived; in the first life of two months somebody types Ctrl-C."""
    months: list[int] = []
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

    def live(world: World, seed: int, agents: int) -> Life:
        months.append(world.months)
        if months.count(2) == 1:
            raise KeyboardInterrupt
        return cast(Life, Nobody(seed))

    monkeypatch.setattr(patterns, "PATTERNS", made_up)
    monkeypatch.setattr(laboratory_module, "live", live)
    monkeypatch.setattr(dry_laboratory, "needs_solving", lambda _: False)
    monkeypatch.setattr(dry_laboratory.Counted, "_ready", lambda *_: None)
    return months


def asked(folder: Path) -> list[str]:
    named = ["patterns=[p98,p99]"] if len(pattern_ids()) == 2 else []
    return ["validate", *named, "parts=[patterns]", "seeds=3", "workers=1", f"output={folder}"]


def test_a_stopped_validation_goes_on_from_what_it_has_measured(
    tmp_path: Path, lived: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    command = [*asked(tmp_path), f"store={tmp_path / 'kept'}", "format=json"]
    assert main(command) == 130
    assert "the same command goes on from there" in capsys.readouterr().err
    assert main(command) == 0
    assert json.loads(capsys.readouterr().out)["totals"]["reproduced"] == 2
    assert lived[:4] == [1, 1, 1, 2]
    assert set(lived[4:]) == {2}
    assert main(["store", f"store={tmp_path / 'kept'}", "format=json"]) == 0
    kept = {each["kept"] for each in json.loads(capsys.readouterr().out)}
    assert kept == {"validate: p98 a level", "validate: p99 a level"}


def test_a_validation_counts_its_runs_from_the_first_one_on(
    tmp_path: Path, lived: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    lived += [2, 2]  # nobody types Ctrl-C
    assert main([*asked(tmp_path), f"store={tmp_path / 'kept'}"]) == 0
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith("0/6 runs")
    assert told[1].startswith("1/6 runs, ")
    assert " left" in told[1]
    assert told[-1].startswith("6 runs in ")


def test_a_validation_that_does_not_fit_into_memory_is_refused_before_it_begins(
    tmp_path: Path,
    lived: list[int],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(memory, "available_memory", lambda: 1e8)
    assert main(asked(tmp_path)) == 2
    assert "the lives of these experiments take about" in capsys.readouterr().err
    assert lived == []
