"""Facts in words beside the numbers of a cluster."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from poverty_nodes.scenarios.catalogue import cluster_ids, load_cluster
from poverty_nodes.scenarios.errors import Problem

Spoil = Callable[[str, str, str], None]
Refusal = Callable[[], tuple[Problem, ...]]


@pytest.mark.parametrize("identifier", cluster_ids())
def test_every_cluster_says_its_phase_setting_and_joint_action(identifier: str) -> None:
    facts = load_cluster(identifier).features
    assert facts is not None
    for fact in (facts.phase, facts.setting, facts.joint_action):
        assert fact.where or fact.note


def test_a_phase_that_is_not_the_clusters_is_refused(spoil: Spoil, refusal: Refusal) -> None:
    spoil("features", "value: mature", "value: growing")
    (problem,) = refusal()
    assert "features.phase" in problem.where
    assert problem.accepted == "'mature'"


def test_a_word_that_is_not_one_and_a_source_that_is_none_are_both_told(
    spoil: Spoil, refusal: Refusal
) -> None:
    spoil("features", "value: urban", "value: urbane")
    spoil("features", "source: ap2006", "source: ap2066")
    problems = refusal()
    assert {problem.nearest for problem in problems} == {"urban", "ap2006"}


def test_a_description_may_do_without_them(folder: Path) -> None:
    (folder / "features.yaml").unlink()
    assert load_cluster(folder).features is None
