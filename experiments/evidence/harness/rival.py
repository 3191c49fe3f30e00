"""A simple rival of the model: the values of a pattern's statistics by an explanation without its mechanisms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from poverty_nodes.experiments.evidence.harness.band import Band

Name = Literal["no change", "arithmetic", "published effects"]
"""Everything stays as in the base month; the shock's own arithmetic, with nobody answering to it; what published
effects of other places and studies would let one expect."""


@dataclass(frozen=True)
class Rival:
    """The value of each statistic by this explanation, None if it has none; and `how` it follows."""

    name: Name
    values: tuple[float | None, ...]
    how: str

    def reproduces(self, bands: Sequence[Band]) -> bool:
        """Return whether every statistic lies in its band, so that reproducing the pattern shows nothing.

        >>> Rival("no change", (1.0, 0.0), "").reproduces([Band(0.9, 1.1), Band(low=0.0)])
        False
        """
        pairs = zip(self.values, bands, strict=True)
        return all(value is not None and band.holds(value, value, value) for value, band in pairs)
