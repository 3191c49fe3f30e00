"""What eligibility is judged on: the tables of agents at the opening of a month."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.void]
Units = {"person": "workers", "household": "households", "firm": "firms"}
"""The table in which each kind of unit stands."""


@dataclass(frozen=True)
class Tables:
    """Agents as they stand; `staff` (firms, 4) are workers by kind of post, `line` is dollars a person and month."""

    firms: Table
    workers: Table
    households: Table
    staff: NDArray[np.int32]
    line: float = 127.75
    seed: int = 0

    def units(self, kind: str) -> Table:
        """The table of a kind of unit: person, household or firm."""
        table: Table = getattr(self, Units[kind])
        return table

    def welfare(self) -> NDArray[np.float64]:
        """Consumption a member (households,), dollars a month."""
        found: NDArray[np.float64] = self.households["consumption"] / self.households["size"]
        return found

    def deciles(self) -> NDArray[np.int64]:
        """Tenth of the people of the place to which each household belongs by welfare, from 1, the poorest."""
        found = np.zeros(len(self.households), dtype=np.int64)
        welfare, size = self.welfare(), self.households["size"].astype(np.float64)
        for place in np.unique(self.households["place"]):
            rows = np.flatnonzero(self.households["place"] == place)
            order = rows[np.argsort(welfare[rows], kind="stable")]
            below = np.cumsum(size[order]) - 0.5 * size[order]
            found[order] = np.minimum(10.0 * below / size[order].sum(), 9.0).astype(np.int64) + 1
        return found
