"""Who is in which group of a crossing, and what these groups add up to month by month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.measures.census import TOTALS, count_groups
from poverty_nodes.model.measures.crossing import Crossing, Factor
from poverty_nodes.model.measures.deciles import deciles_among
from poverty_nodes.model.population.codes import OWNER, PLACE
from poverty_nodes.model.population.standing import contracts_of, tiers_of
from poverty_nodes.model.state import State

Codes = NDArray[np.int64]

_CLUSTER = PLACE.index("cluster")


class CrossedGroups:
    """The groups of some crossings: `labels` (groups,) and `totals` (months + 1, groups, TOTALS of the census).

    Groups are of whoever belongs to them in a month; the decile stays that of the base month, and those who came
    later have none.
    """

    def __init__(
        self,
        crossings: Sequence[str],
        state: State,
        months: int,
        line: float,
        lines: NDArray[np.float64],
        people: Mapping[str, NDArray[np.generic]],
    ) -> None:
        """`people` are the adults of the base month, a column a property, as a result has them."""
        self.crossings = tuple(Crossing.read(each) for each in crossings)
        self.labels = tuple(label for each in self.crossings for label in each.labels)
        self.totals = np.zeros((months + 1, len(self.labels), TOTALS))
        self._line, self._lines = line, lines
        self._first = state.workers["id"].copy()
        among = people["place"] == _CLUSTER if self.crossings else np.zeros(0, dtype=np.bool_)
        self._decile = deciles_among(
            among, people["welfare_base"].astype(np.float64), people["weight"].astype(np.float64)
        )
        self.base: dict[str, NDArray[np.generic]] = {
            each.text: self._codes(each, state).astype(np.int16) for each in self.crossings
        }
        """The group of each adult at the base month by crossing (adults,), -1 for none."""

    def record(self, state: State) -> None:
        """Add up the month that has just closed."""
        first = 0
        for each in self.crossings:
            count = len(each.labels)
            count_groups(
                state.workers,
                state.households,
                self._line,
                self._lines,
                1.0 / state.scale,
                self._codes(each, state),
                self.totals[state.month, first : first + count],
            )
            first += count

    def _codes(self, crossing: Crossing, state: State) -> Codes:
        """The group of each adult (adults,): the number of its label in the crossing, -1 for none."""
        code = np.zeros(len(state.workers), dtype=np.int64)
        known = state.workers["place"] == _CLUSTER
        for factor in crossing.factors:
            values = self._values(factor, state)
            known &= values >= 0
            code = code * len(factor.labels) + values
        return np.where(known, code, -1)

    def _values(self, factor: Factor, state: State) -> Codes:
        """The number of each adult's label of one field (adults,), -1 for none."""
        w = state.workers
        if factor.name == "decile":
            return np.where(w["id"] == self._first, self._decile, 0) - 1
        if factor.name == "contract":
            return contracts_of(w).astype(np.int64)
        if factor.name == "tier":
            return tiers_of(w, state.firms).astype(np.int64)
        if factor.name == "size":
            return _size_bands(factor, state)
        if factor.name == "age":
            return np.searchsorted(factor.cuts, w["age"] // 12, side="right").astype(np.int64)
        if factor.name == "household_size":
            size = state.households["size"][w["household"]]
            return np.searchsorted(factor.cuts, size, side="right").astype(np.int64)
        return w[factor.name].astype(np.int64)


def _size_bands(factor: Factor, state: State) -> Codes:
    """The band of the size of each adult's firm (adults,), 0 outside the sector."""
    w = state.workers
    at_work = (w["employer"] >= 0) & (w["post"] > 0)
    hired = at_work & (w["post"] != OWNER)
    heads = np.bincount(w["employer"][hired], minlength=len(state.firms))
    band = np.searchsorted(factor.cuts, heads[w["employer"]], side="right") + 1
    return np.where(at_work, band, 0).astype(np.int64)
