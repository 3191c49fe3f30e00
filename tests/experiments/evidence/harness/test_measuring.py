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


def test_all_statistics_of_a_batch_are_read_before_the_next_batch() -> None:
    asked.clear()
    two = pattern(reading("a"), reading("b"), ablation=Ablation("a knob", {"knob": 0.0}))
    first, second = measure(two, Laboratory(SEEDS))
    assert [(name, seed) for name, seed, _ in asked[:4]] == [("a", 1), ("b", 1), ("a", 7), ("b", 7)]
    assert first.found.tolist() == second.found.tolist() == list(SEEDS)


def test_without_what_could_impose_it_the_same_is_read_in_another_laboratory() -> None:
    asked.clear()
    one = pattern(reading("a"), ablation=Ablation("a knob", {"knob": 0.0}))
    (only,) = measure(one, Laboratory(SEEDS).ablated(one.ablation))
    assert only.found.tolist() == [-seed for seed in SEEDS]
    assert all(ablated for *_, ablated in asked)


def test_a_statistic_that_cannot_be_measured_leaves_the_others_alone() -> None:
    def nowhere(laboratory: Laboratory) -> NDArray[np.float64]:
        raise NotTestableError("there is no such town")

    missing = Statistic("missing", "so", Band(low=0.0), "a sign", nowhere)
    lost, other = measure(
        pattern(missing, reading("a"), ablation=Ablation("nothing")), Laboratory(SEEDS)
    )
    assert (lost.reason, lost.found.size) == ("there is no such town", 0)
    assert other.found.size == len(SEEDS)


def test_batches_are_the_seeds_in_their_order_and_share_lives() -> None:
    laboratory = Laboratory(SEEDS)
    parts = list(batches(laboratory))
    assert [seed for part in parts for seed in part.seeds] == list(SEEDS)
    assert all(part._lives is laboratory._lives for part in parts)
