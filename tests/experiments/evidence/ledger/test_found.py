"""What a ledger says of its parts besides the patterns."""

from __future__ import annotations

from types import SimpleNamespace

from poverty_nodes.experiments.evidence.ledger.found import Found


def test_moments_and_quiet_runs_have_an_answer_of_their_own() -> None:
    moments = tuple(SimpleNamespace(inside=each) for each in ("yes", "no", ""))
    drifts = tuple(SimpleNamespace(stands=each) for each in ("yes", "not shown"))
    told = Found(moments=moments, drifts=drifts).besides  # type: ignore[arg-type]
    assert told[0].startswith("Of 3 figures of a town as it is described, 1 lie")
    assert told[1] == "In quiet years 1 of 2 measures of the clusters stand still."


def test_what_was_not_asked_for_is_not_told() -> None:
    assert Found().besides == []
