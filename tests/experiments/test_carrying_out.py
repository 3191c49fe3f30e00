"""What a question that was stopped says of what is left of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from experiments.carrying_out import carry_out
from experiments.closing import INTERRUPTED
from experiments.question import Question


class Stopped:
    """As much of a question as is looked at before it is stopped."""

    def __init__(self, store: Path) -> None:
        self.store, self.compute = str(store), self

    def means(self):  # type: ignore[no-untyped-def]
        from experiments.runs.computing import Means

        return Means()


def stop() -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("kept", [True, False])
def test_runs_are_said_to_be_kept_only_where_some_are(
    kept: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "store"
    if kept:
        store.mkdir()
        (store / "part-a-b.parquet").touch()
    question: Question = Stopped(store)  # type: ignore[assignment]
    assert carry_out(question, stop, "text") == INTERRUPTED  # type: ignore[arg-type]
    said = capsys.readouterr().err
    assert (f"kept in {store}" in said) == kept
    assert ("none is kept" in said) != kept
