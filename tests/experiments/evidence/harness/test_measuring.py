"""In which order a pattern is measured: every world is lived once, and nothing depends on the batches."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.ablation import Ablation
from poverty_nodes.experiments.evidence.harness.band import Band
from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.measuring import BATCH, batches, measure
from poverty_nodes.experiments.evidence.harness.pattern import Pattern, Statistic
from poverty_nodes.experiments.evidence.harness.world import NotTestableError

SEEDS = range(1, 2 * BATCH + 3)
asked: list[tuple[str, int, bool]] = []


def reading(name: str) -> Statistic:
    """A statistic that is the seed itself, or minus it without what could impose it, and says when it is asked."""

    def read(laboratory: Laboratory) -> NDArray[np.float64]:
        ablated = laboratory.ablation is not None
        asked.append((name, laboratory.seeds[0], ablated))
        seeds = np.array(laboratory.seeds, dtype=np.float64)
        return -seeds if ablated else seeds

    return Statistic(name, "so", Band(low=0.0), "a sign", read)


def pattern(*statistics: Statistic, ablation: Ablation) -> Pattern:
    """A made-up pattern of these."""
    return Pattern("p99", "A made-up fact", "nowhere", statistics, ablation, "none", "C", "more")


def test_all_statistics_of_a_batch_are_read_before_any_is_read_without() -> None:
    asked.clear()
    two = pattern(reading("a"), reading("b"), ablation=Ablation("a knob", {"knob": 0.0}))
    first, second = measure(two, Laboratory(SEEDS))
    assert asked[:4] == [("a", 1, False), ("b", 1, False), ("a", 1, True), ("b", 1, True)]
    assert [seed for name, seed, ablated in asked if name == "a" and not ablated] == [1, 7, 13]
    for each in (first, second):
        assert each.found.tolist() == list(SEEDS)
        assert each.without is not None
        assert each.without.tolist() == [-seed for seed in SEEDS]


def test_nothing_is_measured_without_where_nothing_could_impose_it() -> None:
    asked.clear()
    (only,) = measure(pattern(reading("a"), ablation=Ablation("nothing")), Laboratory(SEEDS))
    assert only.without is None
    assert not any(ablated for *_, ablated in asked)


def test_a_statistic_that_cannot_be_measured_leaves_the_others_alone() -> None:
    def nowhere(laboratory: Laboratory) -> NDArray[np.float64]:
        raise NotTestableError("there is no such town")

    missing = Statistic("missing", "so", Band(low=0.0), "a sign", nowhere)
    both = pattern(missing, reading("a"), ablation=Ablation("a knob", {"knob": 0.0}))
    lost, other = measure(both, Laboratory(SEEDS))
    assert (lost.reason, lost.found.size, lost.without) == ("there is no such town", 0, None)
    assert other.found.size == len(SEEDS)


def test_batches_are_the_seeds_in_their_order_and_share_lives() -> None:
    laboratory = Laboratory(SEEDS)
    parts = list(batches(laboratory))
    assert [seed for part in parts for seed in part.seeds] == list(SEEDS)
    assert all(part._lives is laboratory._lives for part in parts)
