"""Measures that installed packages offer: recorded in every run beside the model's own, and reported like them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.measures.catalogue import INSTALLED, Measure
from poverty_nodes.model.measures.groups import (
    CELL_FIELDS,
    CELL_SIZES,
    add_up_groups,
    cell_count,
    group_cells,
)
from poverty_nodes.model.population.codes import PLACE
from poverty_nodes.model.population.standing import tiers_of

if TYPE_CHECKING:
    from poverty_nodes.model.state import State

Values = NDArray[np.float64]


class MeasureError(ValueError):
    """What a measure of a package returned cannot be read; the message says which, and what is needed."""


class OwnMeasures:
    """Adds up the values of installed measures month by month; without any it costs nothing.

    A measure by group is asked for a number for each adult. A group's value is their mean, in which an adult stands for
    the members of the household, as in the headcount; those without a number (NaN) are left out.
    """

    def __init__(self, months: int) -> None:
        self.measures = tuple(INSTALLED[name] for name in INSTALLED)
        self.by_group = tuple(each for each in self.measures if each.by_group)
        kinds = 1 + 2 * len(self.by_group)
        cells = (months + 1, cell_count(), kinds) if self.by_group else (0, 0, kinds)
        self._cells = np.zeros(cells)
        self._wholes = np.full((months + 1, len(PLACE), len(self.measures)), np.nan)

    @property
    def names(self) -> tuple[str, ...]:
        """Their names, in the order of their values."""
        return tuple(each.name for each in self.measures)

    @property
    def units(self) -> Mapping[str, str]:
        """Unit by name."""
        return {each.name: each.unit for each in self.measures}

    def record(self, state: State) -> None:
        """Record each measure for the month that has just closed."""
        if not self.measures:
            return
        if self.by_group:
            self._by_cell(state)
        for number, each in enumerate(self.measures):
            if not each.by_group:
                self._wholes[state.month, :, number] = _asked(each, state, len(state.places))

    def _by_cell(self, state: State) -> None:
        w, homes = state.workers, state.households
        tier = tiers_of(w, state.firms)
        codes = [tier if name == "tier" else w[name] for name in CELL_FIELDS]
        cell = np.ravel_multi_index([each.astype(np.int64) for each in codes], CELL_SIZES)
        persons = (homes["size"] / homes["adults"])[w["household"]] / state.scale
        totals = self._cells[state.month]
        totals[:, 0] = np.bincount(cell, persons, minlength=len(totals))
        for number, each in enumerate(self.by_group):
            values = _asked(each, state, len(w))
            known = ~np.isnan(values)
            for offset, weight in (
                (1, persons * np.where(known, values, 0.0)),
                (2, persons * known),
            ):
                totals[:, 2 * number + offset] = np.bincount(cell, weight, minlength=len(totals))

    def values(self) -> Values:
        """Values (months + 1, measures, groups), NaN where a measure is not defined for a group."""
        labels, start, members = group_cells()
        found = np.full((len(self._wholes), len(self.measures), len(labels)), np.nan)
        totals = np.zeros((len(self._cells), len(labels), self._cells.shape[2]))
        add_up_groups(self._cells, start, members, totals)
        for number, each in enumerate(self.measures):
            if each.by_group:
                top = 1 + 2 * self.by_group.index(each)
                with np.errstate(invalid="ignore", divide="ignore"):
                    found[:, number, :] = totals[:, :, top] / totals[:, :, top + 1]
                continue
            found[:, number, labels.index("all")] = self._wholes[:, 0, number]
            for code, place in enumerate(PLACE):
                found[:, number, labels.index(f"place={place}")] = self._wholes[:, code, number]
        return found


def _asked(measure: Measure, state: State, rows: int) -> Values:
    assert measure.of is not None
    found = np.asarray(measure.of(state), dtype=np.float64)
    if found.shape != (rows,):
        of = "adult (state.workers)" if measure.by_group else "place (state.places)"
        raise MeasureError(
            f"the measure '{measure.name}' gives values of shape {found.shape}, not one for each of {rows} rows: "
            f"a number for each {of} is needed"
        )
    if np.isinf(found).any():
        raise MeasureError(f"the measure '{measure.name}' gives a number that is not finite")
    return found
