"""What `validate` is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from experiments.evidence.ledger.order import PARTS, read_order
from scenarios.errors import QuestionError

KNOWN = ("p01", "p02", "p14")


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_nothing_said_means_everything() -> None:
    order = read_order((), KNOWN, 2)
    assert (order.patterns, order.parts, order.workers) == (KNOWN, PARTS, 2)


def test_named_patterns_come_in_their_own_order_and_alone() -> None:
    order = read_order(("patterns=[p14,p01]", "seeds=4"), KNOWN, 2)
    assert (order.patterns, order.parts, order.seeds) == (("p01", "p14"), ("patterns",), 4)


def test_trials_can_be_named_and_are_then_done_alone() -> None:
    order = read_order(("trials=[t2]",), KNOWN, 2, ("t1", "t2"))
    assert (order.trials, order.parts) == (("t2",), ("trials",))


def test_clusters_that_are_named_live_ten_quiet_years_alone() -> None:
    order = read_order(("clusters=[agra_footwear]",), KNOWN, 2)
    assert (order.clusters, order.parts) == (("agra_footwear",), ("quiet",))


def test_a_cluster_that_is_not_there_is_named_with_the_nearest() -> None:
    with pytest.raises(QuestionError) as caught:
        read_order(("clusters=[agra_footware,./nowhere]",), KNOWN, 2)
    assert "did you mean 'agra_footwear'?" in str(caught.value)
    assert "./nowhere" in str(caught.value)


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(QuestionError) as caught:
        read_order(("patterns=[p13]", "seeds=1", "pattern=[p01]", "workers=many"), KNOWN, 2)
    said = str(caught.value)
    for words in ("did you mean 'p14'?", "from 3 to 500", "did you mean 'patterns'?", "'many'"):
        assert words in said


def test_a_folder_of_somebody_else_is_not_replaced(tmp_path: Path) -> None:
    folder = read_order(("output=mine",), KNOWN, 2).folder()
    folder.mkdir(parents=True)
    (folder / "letter.txt").write_text("dear all")
    with pytest.raises(QuestionError, match=r"manifest\.json"):
        read_order(("output=mine",), KNOWN, 2)


def test_workers_do_not_decide_the_folder_but_seeds_do() -> None:
    one, two, more = (
        read_order(tokens, KNOWN, 2).folder()
        for tokens in (("workers=1",), ("workers=2",), ("seeds=9",))
    )
    assert one == two != more
