"""What one run hands back: columns, labels and nothing that refers to the live model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

OF_POVERTY = ("poor_final", "gap_final", "gap_squared_final")
"""Of each adult's household over the last months: the share of months below the question's line, and the mean gap as a
share of the line and its mean square, 0 in months above. Means over persons are P0, P1 and P2 of those months."""


@dataclass(frozen=True)
class RunResult:
    """The outcome of one scenario under one seed.

    `values` has shape (months, measures, groups) and is NaN where a measure is not defined for a group.
    All groups but `place=...` speak of the cluster; `place=dispersed` is the comparator. Money is
    international dollars of 2021 a month. Group membership in `values` is current, in `people` it is
    frozen at the base month.
    """

    months: NDArray[np.int32]
    measures: tuple[str, ...]
    groups: tuple[str, ...]
    values: NDArray[np.float64]
    people: Mapping[str, NDArray[np.generic]]
    programme: tuple[Mapping[str, float | str], ...] = ()
    conservation: float = 0.0
    units: Mapping[str, str] = field(default_factory=dict)

    def series(self, measure: str, group: str = "all") -> NDArray[np.float64]:
        """The monthly path (months,) of a measure in a group; KeyError names what is missing."""
        if measure not in self.measures:
            raise KeyError(f"no measure {measure!r}; there are {', '.join(self.measures)}")
        if group not in self.groups:
            raise KeyError(f"no group {group!r}; there are {', '.join(self.groups)}")
        return self.values[:, self.measures.index(measure), self.groups.index(group)]
