"""Lives of worlds: the same luck with and without, and worlds that cannot be made."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.experiments.evidence.harness.acts import OrdersGrow
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.observed_run import changed, described
from poverty_nodes.experiments.evidence.harness.world import NotTestableError, World
from poverty_nodes.experiments.evidence.patterns import PATTERNS
from poverty_nodes.scenarios.catalogue import load_cluster


def test_a_cluster_that_is_not_described_is_not_testable() -> None:
    with pytest.raises(NotTestableError, match="atlantis"):
        described(World("atlantis", 12))


def test_a_changed_description_leaves_the_catalogue_as_it_is() -> None:
    cluster = load_cluster("sialkot_surgical")
    before = cluster.chain.export_share.value
    other = changed(cluster, "chain.export_share", 0.4)
    assert (cluster.chain.export_share.value, other.chain.export_share.value) == (before, 0.4)
    with pytest.raises(KeyError):
        changed(cluster, "chain.exports", 0.4)


def test_patterns_are_named_by_their_numbers_and_say_why() -> None:
    names = [pattern.id for pattern in PATTERNS]
    assert names == sorted(set(names))
    assert len(names) == 20
    for pattern in PATTERNS:
        assert pattern.ablation.reason
        assert all(each.why and each.published for each in pattern.statistics)


@pytest.mark.slow
def test_a_small_laboratory_lives_worlds_with_the_same_luck() -> None:
    laboratory = Laboratory(range(1, 3), agents=1500)
    quiet = World("sialkot_surgical", 6, keep=(0, 6))
    booming = World("sialkot_surgical", 6, keep=(0, 6), prepare=(OrdersGrow(0.05),))
    first, second = laboratory.lives(quiet), laboratory.lives(booming)
    for a, b in zip(first, second, strict=True):
        assert np.array_equal(a.frames[0].workers, b.frames[0].workers)
        assert b.path("exports")[-1] > a.path("exports")[-1]
    again = Laboratory(range(1, 3), workers=1, agents=1500).lives(quiet)
    assert all(np.array_equal(a.places, b.places) for a, b in zip(first, again, strict=True))
