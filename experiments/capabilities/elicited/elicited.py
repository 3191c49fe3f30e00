"""What groups of people said of the weights, group by group and never mixed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.capabilities.elicited.rankings import plackett_luce

Numbers = NDArray[np.float64]

AGAIN = 100
"""Times that respondents of a group are drawn again, to say how far its weights hang on who was asked."""


@dataclass(frozen=True)
class Voices:
    """One group. Either `own` has each respondent's weights (respondents, indicators), or `rankings` their order."""

    group: str
    indicators: int
    own: Numbers | None = None
    rankings: tuple[tuple[int, ...], ...] = ()

    @property
    def respondents(self) -> int:
        """How many were asked."""
        return len(self.rankings) if self.own is None else len(self.own)

    @property
    def weights(self) -> Numbers:
        """The weights of the group (indicators,): the mean of its respondents', or strengths from all rankings."""
        return self._of(np.arange(self.respondents))

    def drawn_again(self) -> Numbers:
        """The weights (AGAIN, indicators) of as many respondents drawn with replacement; the same each time."""
        rng = np.random.default_rng(0)
        return np.stack(
            [self._of(rng.integers(0, self.respondents, self.respondents)) for _ in range(AGAIN)]
        )

    def _of(self, rows: NDArray[np.int64]) -> Numbers:
        if self.own is not None:
            return np.asarray(self.own[rows].mean(axis=0))
        return plackett_luce([self.rankings[row] for row in rows], self.indicators)


@dataclass(frozen=True)
class Elicited:
    """The groups of a file of weights, by which method, over which indicators, and what to say of them."""

    file: str
    method: str
    indicators: tuple[str, ...]
    voices: Mapping[str, Voices]
    notes: tuple[str, ...] = ()
