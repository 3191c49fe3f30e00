"""Measures the statistics of a pattern over seeds: with the model as it is, at an end of a range, or in an ablation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.pattern import Pattern, Statistic
from poverty_nodes.experiments.evidence.harness.world import NotTestableError

BATCH = 6
"""Seeds that are measured together: their lives and base months are kept until every statistic has been read."""


@dataclass(frozen=True)
class Values:
    """One value a seed (seeds,) of a statistic; with a `reason` it could not be measured, and there are none."""

    found: NDArray[np.float64]
    reason: str = ""


def measure(pattern: Pattern, laboratory: Laboratory) -> tuple[Values, ...]:
    """Return the value of each statistic of a pattern in a laboratory, in their order.

    All statistics are read for a batch of seeds before the next batch, so that each world is run once.
    """
    parts: list[list[NDArray[np.float64]]] = [[] for _ in pattern.statistics]
    reasons = [""] * len(pattern.statistics)
    for batch in batches(laboratory):
        for which, statistic in enumerate(pattern.statistics):
            try:
                parts[which].append(_values(pattern, statistic, batch))
            except NotTestableError as error:
                reasons[which] = str(error)
    return tuple(
        Values(np.zeros(0) if reason else np.concatenate(part), reason)
        for part, reason in zip(parts, reasons, strict=True)
    )


def _values(pattern: Pattern, statistic: Statistic, laboratory: Laboratory) -> NDArray[np.float64]:
    return laboratory.values(name_of(pattern, statistic), statistic.measure)


def name_of(pattern: Pattern, statistic: Statistic) -> str:
    """Return the name by which the store knows a statistic.

    Measures that are made by functions carry the module of these: the hash tells which experiment they belong to.
    """
    return f"{pattern.id} {statistic.name} {pattern.code}".strip()


def batches(laboratory: Laboratory) -> Iterator[Laboratory]:
    """Yield the laboratory with a few of its seeds at a time."""
    for first in range(0, len(laboratory.seeds), BATCH):
        yield replace(laboratory, seeds=laboratory.seeds[first : first + BATCH])
