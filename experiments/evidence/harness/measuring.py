"""Measures the statistics of a pattern over seeds, as the model is and without what could impose them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.pattern import Pattern
from poverty_nodes.experiments.evidence.harness.world import NotTestableError

BATCH = 6
"""Seeds that are measured together: their lives and base months are kept until every statistic has been read."""


@dataclass(frozen=True)
class Values:
    """One value a seed (seeds,) of a statistic, as the model is and `without` what could impose it, if anything could.

    With a `reason` the statistic could not be measured, and there are no values.
    """

    found: NDArray[np.float64]
    without: NDArray[np.float64] | None = None
    reason: str = ""


def measure(pattern: Pattern, laboratory: Laboratory) -> tuple[Values, ...]:
    """What each statistic of a pattern comes to, in their order.

    All are read with the parameters as they are before any is read without, and all of a batch of seeds before the
    next batch, so that each world is lived once.
    """
    arms = 2 if pattern.ablation.parameters else 1
    parts: list[list[list[NDArray[np.float64]]]] = [
        [[] for _ in range(arms)] for _ in pattern.statistics
    ]
    reasons = [""] * len(pattern.statistics)
    for batch in batches(laboratory):
        for arm in range(arms):
            room = batch.ablated(pattern.ablation) if arm else batch
            for which, statistic in enumerate(pattern.statistics):
                try:
                    name = f"{pattern.id} {statistic.name}"
                    parts[which][arm].append(room.values(name, statistic.measure))
                except NotTestableError as error:
                    reasons[which] = str(error)
    return tuple(_joined(each, reason) for each, reason in zip(parts, reasons, strict=True))


def _joined(parts: Sequence[Sequence[NDArray[np.float64]]], reason: str) -> Values:
    if reason:
        return Values(np.zeros(0), reason=reason)
    found, *without = (np.concatenate(arm) for arm in parts)
    return Values(found, without[0] if without else None)


def batches(laboratory: Laboratory) -> Iterator[Laboratory]:
    """The laboratory with a few of its seeds at a time."""
    for first in range(0, len(laboratory.seeds), BATCH):
        yield replace(laboratory, seeds=laboratory.seeds[first : first + BATCH])
