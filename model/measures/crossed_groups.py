"""Who is in which group of a crossing, and what these groups add up to month by month."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.measures.census import TOTALS, count_groups
from poverty_nodes.model.measures.crossing import Crossing, Factor
from poverty_nodes.model.measures.deciles import deciles
from poverty_nodes.model.population.codes import CONTRACT_OF_POST, OWNER, PLACE
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
    ) -> None:
        self.crossings = tuple(Crossing.read(each) for each in crossings)
        self.labels = tuple(label for each in self.crossings for label in each.labels)
        self.totals = np.zeros((months + 1, len(self.labels), TOTALS))
        self._line, self._lines = line, lines
        self._first = state.workers["id"].copy()
        self._decile = _deciles(state) if self.crossings else np.zeros(0, dtype=np.int64)
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
            return np.asarray(CONTRACT_OF_POST, dtype=np.int64)[w["post"]]
        if factor.name == "tier":
            tier = state.firms["tier"][w["employer"]]
            return np.where(w["employer"] >= 0, tier, 0).astype(np.int64)
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


def _deciles(state: State) -> Codes:
    """The tenth of each adult of the cluster at the base month (adults,), 0 elsewhere."""
    w, homes = state.workers, state.households
    welfare = (homes["consumption"] / homes["size"]).astype(np.float32)[w["household"]]
    weight = (homes["size"] / homes["adults"])[w["household"]] / state.scale
    found, here = np.zeros(len(w), dtype=np.int64), w["place"] == _CLUSTER
    if here.any():
        found[here] = deciles(
            welfare[here].astype(np.float64), weight[here].astype(np.float32).astype(np.float64)
        )
    return found
