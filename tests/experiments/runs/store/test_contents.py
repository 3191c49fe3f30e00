"""What a store holds is told in words, whatever kinds of run there are."""

from __future__ import annotations

from poverty_nodes.experiments.runs.kinds_of_run.kinds import KINDS


def test_every_kind_of_run_that_a_store_may_hold_has_words_for_what_is_kept() -> None:
    assert [name for name, kind in KINDS.items() if not kind.kept] == []
