"""What a question that was stopped says of what is left of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from poverty_nodes.experiments.command.execute import execute_question
from poverty_nodes.experiments.command.summarise import INTERRUPTED
from poverty_nodes.experiments.question.checked_question import ask

STARTS = ("policy.micro_credit.start=1", "policy.labour_standards.start=1")


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
    question = ask(["scale=0.01", f"store={store}", *STARTS])
    assert execute_question(question, stop, "text") == INTERRUPTED  # type: ignore[arg-type]
    said = capsys.readouterr().err
    assert (f"kept in {store}" in said) == kept
    assert ("none is kept" in said) != kept
