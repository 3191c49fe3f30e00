"""The data of a finished survey: a row for each person who was to be asked."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Survey:
    """Answers of persons (n,) at waves (waves,); NaN where nobody answered.

    `y` (n, waves) is the outcome as reported. `offered` is 1 for those to whom the programme was assigned, `reached`
    for those who took part. `cluster` numbers the units that were drawn, `weight` is the inverse chance of being asked
    times the persons for whom an adult stands, `x` (n, k) what was known at the baseline.
    """

    y: Numbers
    offered: Numbers
    reached: Numbers
    weight: Numbers
    cluster: NDArray[np.int64]
    x: Numbers

    @property
    def complete(self) -> Survey:
        """Those who answered in the first wave and in the last."""
        kept = np.isfinite(self.y[:, 0]) & np.isfinite(self.y[:, -1])
        return self if kept.all() else self.of(kept)

    def of(self, rows: NDArray[np.generic]) -> Survey:
        """Some of the persons."""
        return Survey(
            self.y[rows],
            self.offered[rows],
            self.reached[rows],
            self.weight[rows],
            self.cluster[rows],
            self.x[rows],
        )

    @property
    def change(self) -> Numbers:
        """The last answer less the first (n,)."""
        return self.y[:, -1] - self.y[:, 0]

    def __len__(self) -> int:
        """Persons who were to be asked."""
        return len(self.offered)
