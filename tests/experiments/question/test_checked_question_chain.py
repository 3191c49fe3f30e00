"""The buyers of a question: `chain=ID` in place of the cluster's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.scenarios.errors import QuestionError


def buyers(question: Question) -> list[str]:
    return [buyer.id for buyer in question.description.chain.buyers]


def test_without_a_word_the_cluster_keeps_its_buyers() -> None:
    assert ask([]).chain is None
    assert buyers(ask([])) == ["german_brands", "us_distributors", "spot_traders"]


def test_a_chain_takes_the_buyers_place_and_moves_the_fingerprint_and_the_folder() -> None:
    own, other = ask([]), ask(["chain=captive"])
    assert buyers(other) == ["dominant_buyer", "second_buyer"]
    assert own.fingerprint() != other.fingerprint()
    assert other.folder().name.startswith("sialkot_surgical-captive-")
    assert all(
        each.cluster.chain.buyers == other.description.chain.buyers
        for each in other.to_scenarios().values()
    )


def test_a_question_file_keeps_its_chain(tmp_path: Path) -> None:
    asked = ask(["chain=relational"])
    file = tmp_path / "again.yaml"
    file.write_text(asked.to_yaml())
    again = ask([f"question={file}"])
    assert again.chain == "relational"
    assert again.fingerprint() == asked.fingerprint()


def test_shocks_name_the_buyers_of_the_chain() -> None:
    shock = ["shock=[buyer_leaves]", "shock.buyer_leaves.buyer=second_buyer"]
    assert ask(["chain=captive", *shock]).shocks
    with pytest.raises(QuestionError, match="no buyer of sialkot_surgical"):
        ask(shock)


def test_a_chain_and_a_cluster_that_are_none_are_told_at_once() -> None:
    with pytest.raises(QuestionError) as caught:
        ask(["chain=captve", "cluster=sialkot_surgicl"])
    nearest = {each.where: each.nearest for each in caught.value.problems}
    assert nearest == {
        "command line: cluster": "sialkot_surgical",
        "command line: chain": "captive",
    }
