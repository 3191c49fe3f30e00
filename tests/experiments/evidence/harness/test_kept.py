"""What a stopped validation has measured is not measured again, and nothing stale is read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from experiments.evidence.harness import kept as kept_module
from experiments.evidence.harness.ablation import Ablation
from experiments.evidence.harness.kept import Kept
from experiments.evidence.harness.laboratory import Laboratory


def refuse() -> NDArray[np.float64]:
    """A measure that must not be run."""
    raise AssertionError("measured again")


def test_a_measure_is_run_once_in_a_session_and_once_over_sessions(tmp_path: Path) -> None:
    first = Kept.of(tmp_path)
    assert first.values("a", lambda: np.array([0.1, np.nan])).tolist()[0] == 0.1
    assert first.values("a", refuse)[0] == 0.1
    later = Kept.of(tmp_path).values("a", refuse)
    assert later[0] == 0.1
    assert np.isnan(later[1])


def test_a_line_cut_short_is_measured_again_and_the_others_are_not(tmp_path: Path) -> None:
    before = Kept.of(tmp_path)
    for name in ("a", "b"):
        before.values(name, lambda: np.array([1.0]))
    assert before.file is not None
    text = before.file.read_text()
    before.file.write_text(text[:-9])
    after = Kept.of(tmp_path)
    assert after.values("a", refuse).tolist() == [1.0]
    assert after.values("b", lambda: np.array([2.0])).tolist() == [2.0]
    assert Kept.of(tmp_path).values("b", refuse).tolist() == [2.0]


def test_what_was_measured_under_other_code_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Kept.of(tmp_path).values("a", lambda: np.array([1.0]))
    monkeypatch.setattr(kept_module, "evidence_version", lambda: "f" * 64)
    assert Kept.of(tmp_path).values("a", lambda: np.array([2.0])).tolist() == [2.0]


def test_a_folder_that_cannot_be_written_keeps_nothing_and_stops_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert Kept.of(blocked / "under").values("a", lambda: np.array([1.0])).tolist() == [1.0]


def test_other_seeds_sizes_and_ablations_are_other_measures(tmp_path: Path) -> None:
    runs: list[int] = []

    def measure(laboratory: Laboratory) -> NDArray[np.float64]:
        runs.append(1)
        return np.ones(len(laboratory.seeds))

    kept = Kept.of(tmp_path)
    plain = Laboratory(range(1, 4), kept=kept)
    others = (
        plain,
        Laboratory(range(1, 5), kept=kept),
        Laboratory(range(1, 4), agents=1_000, kept=kept),
        plain.ablated(Ablation("a knob", {"knob": 0.0})),
    )
    for laboratory in (*others, *others):
        laboratory.values("level", measure)
    assert len(runs) == len(others)
