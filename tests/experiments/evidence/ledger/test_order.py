"""What `validate` is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from poverty_nodes.experiments.evidence.ledger.order import (
    PARTS,
    QUICK,
    QUICK_SEEDS,
    Order,
    pattern_ids,
)
from poverty_nodes.experiments.question.checked_request import read
from poverty_nodes.experiments.runs.executors.executors import available_cores
from poverty_nodes.scenarios.errors import QuestionError


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_nothing_said_means_everything() -> None:
    order = read(Order, ())
    assert (order.patterns, order.parts) == (pattern_ids(), PARTS)
    assert order.workers == available_cores()


def test_named_patterns_come_in_their_own_order_and_alone() -> None:
    order = read(Order, ("patterns=[p14,p01]", "seeds=4"))
    assert (order.patterns, order.parts, order.seeds) == (("p01", "p14"), ("patterns",), 4)


def test_trials_can_be_named_and_are_then_done_alone() -> None:
    order = read(Order, ("trials=[cai2018]",))
    assert (order.trials, order.parts) == (("cai2018",), ("trials",))


def test_clusters_that_are_named_live_ten_quiet_years_alone() -> None:
    order = read(Order, ("clusters=[agra_footwear]",))
    assert (order.clusters, order.parts) == (("agra_footwear",), ("quiet",))


def test_a_quick_look_is_of_few_seeds_and_what_is_named_all_the_same() -> None:
    order = read(Order, ("quick=1",))
    assert (order.parts, order.seeds, order.patterns) == (QUICK, QUICK_SEEDS, pattern_ids())
    named = read(Order, ("quick=1", "patterns=[p12]", "seeds=3"))
    assert (named.parts, named.seeds, named.patterns) == (("patterns",), 3, ("p12",))


def test_a_cluster_that_is_not_there_is_named_with_the_nearest() -> None:
    with pytest.raises(QuestionError) as caught:
        read(Order, ("clusters=[agra_footware,./nowhere]",))
    assert "did you mean 'agra_footwear'?" in str(caught.value)
    assert "command line: clusters: there is no such file or folder: './nowhere'" in str(
        caught.value
    )


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(QuestionError) as caught:
        read(Order, ("patterns=[p143]", "seeds=1", "pattern=[p01]", "workers=many"))
    said = str(caught.value)
    for words in ("did you mean 'p14'?", "from 3 to 500", "did you mean 'patterns'?", "'many'"):
        assert words in said


def test_a_folder_of_somebody_else_is_not_replaced(tmp_path: Path) -> None:
    folder = read(Order, ("output=mine",)).folder()
    folder.mkdir(parents=True)
    (folder / "letter.txt").write_text("dear all")
    with pytest.raises(QuestionError, match=r"manifest\.json"):
        read(Order, ("output=mine",))


def test_workers_do_not_decide_the_folder_but_seeds_do() -> None:
    one, two, more = (
        read(Order, tokens).folder() for tokens in (("workers=1",), ("workers=2",), ("seeds=9",))
    )
    assert one == two != more
