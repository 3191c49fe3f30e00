"""What a run writes down each month, and the result that it hands back when it is over."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.measures.catalogue import MEASURES, UNITS
from poverty_nodes.model.measures.census import (
    ADULTS,
    EARNINGS,
    EMPLOYED,
    GAP,
    GAP_2,
    LINE_0,
    PEOPLE,
    POOR,
    TOTALS,
    WATTS,
    WELFARE,
    count_cells,
)
from poverty_nodes.model.measures.crossed_groups import CrossedGroups
from poverty_nodes.model.measures.gaps import set_fgt_terms
from poverty_nodes.model.measures.groups import add_up_groups, cell_count, group_cells
from poverty_nodes.model.measures.outreach import Outreach
from poverty_nodes.model.measures.own import OwnMeasures
from poverty_nodes.model.measures.whole_place import WHOLE_PLACE, measure_places
from poverty_nodes.model.population.codes import PLACE
from poverty_nodes.model.population.standing import contracts_of, tiers_of
from poverty_nodes.model.result import OF_POVERTY, RunResult
from poverty_nodes.model.state import State

BY_CELL = {
    "P0": (POOR, PEOPLE),
    "P1": (GAP, PEOPLE),
    "P2": (GAP_2, PEOPLE),
    "watts": (WATTS, PEOPLE),
    "mean_welfare": (WELFARE, PEOPLE),
    "earnings": (EARNINGS, ADULTS),
    "employment_share": (EMPLOYED, ADULTS),
    "P0_at_3.00": (LINE_0, PEOPLE),
    "P0_at_4.20": (LINE_0 + 1, PEOPLE),
    "P0_at_8.30": (LINE_0 + 2, PEOPLE),
    "P0_at_national": (LINE_0 + 3, PEOPLE),
}
"""Measures that are one total over another, each total added up over cells."""
NAMES = tuple(measure.name for measure in MEASURES)


class Recorder:
    """Adds up the month by cell; groups are formed once, at the end.

    `line` is the question's poverty line and `lines` (4,) the lines 3.00, 4.20, 8.30 and national, all in dollars
    a person a month; `window` is the number of last months averaged in the person-level columns.
    `crossings` are groups of the question (crossing.py).
    """

    def __init__(
        self,
        state: State,
        months: int,
        line: float,
        lines: NDArray[np.float64],
        window: int,
        crossings: Sequence[str] = (),
    ) -> None:
        self.line, self.lines, self.first_of_window = line, lines, months - window + 1
        self.cells = np.zeros((months + 1, cell_count(), TOTALS))
        self.whole = np.full((months + 1, len(PLACE), len(WHOLE_PLACE)), np.nan)
        households, workers = state.households, state.workers
        self.weight = (households["size"] / households["adults"])[
            workers["household"]
        ] / state.scale
        self.welfare = np.zeros(len(households))
        self.poverty = np.zeros((len(households), len(OF_POVERTY)))
        self.earnings = np.zeros(len(workers))
        self.outreach = Outreach(state)
        self.own = OwnMeasures(months)
        self.base = self._standing(state) | {
            "welfare_base": self._welfare(state).astype(np.float32),
            "earnings_base": workers["earnings"].astype(np.float32),
        }
        self.crossed = CrossedGroups(crossings, state, months, line, lines, self.base)
        self.record(state)

    def record(self, state: State) -> None:
        """Write down the month that has just closed."""
        count_cells(
            state.workers,
            state.households,
            state.firms,
            self.line,
            self.lines,
            1.0 / state.scale,
            self.cells[state.month],
        )
        measure_places(
            state.households, state.places, self.line, state.scale, self.whole[state.month]
        )
        self.own.record(state)
        self.crossed.record(state)
        if state.month >= max(self.first_of_window, 1):
            self.add_up(state)
        self.outreach.observe(state)

    def add_up(self, state: State) -> None:
        """Add a month to the means of the last months."""
        welfare = state.households["consumption"] / state.households["size"]
        self.welfare += welfare
        self.earnings += state.workers["earnings"]
        terms = np.empty_like(self.poverty)
        set_fgt_terms(welfare, np.ones(len(welfare)), self.line, terms)
        self.poverty += terms

    def _welfare(self, state: State) -> NDArray[np.float64]:
        h = state.households
        return (h["consumption"] / h["size"])[state.workers["household"]]

    def _standing(self, state: State) -> dict[str, NDArray[np.generic]]:
        w = state.workers
        return {
            "id": w["id"].copy(),
            "household": w["household"].copy(),
            **{
                name: w[name].copy()
                for name in ("gender", "skill", "social_group", "migrant", "place")
            },
            "contract": contracts_of(w),
            "tier": tiers_of(w, state.firms),
            "weight": self.weight.astype(np.float32),
        }

    def _people(self, state: State) -> dict[str, NDArray[np.generic]]:
        """A column a property of each adult: at the base month, and as means of the last months."""
        if state.month == 0:
            self.add_up(state)
        months = max(state.month - max(self.first_of_window, 1) + 1, 1)
        last = self._standing(state)
        people = self.base | {
            "welfare_final": (self.welfare / months)[state.workers["household"]].astype(np.float32),
            "earnings_final": (self.earnings / months).astype(np.float32),
            "contract_final": last["contract"],
            "tier_final": last["tier"],
        }
        for position, name in enumerate(OF_POVERTY):
            mean = self.poverty[:, position] / months
            people[name] = mean[state.workers["household"]].astype(np.float32)
        if state.month == 0:
            people |= {
                "welfare_final": people["welfare_base"],
                "earnings_final": people["earnings_base"],
            }
        return people

    def finish(self, state: State) -> RunResult:
        """The result of the run: group totals from cells, whole-place measures, and a row for each adult."""
        labels, start, members = group_cells()
        totals = np.zeros((len(self.cells), len(labels), TOTALS))
        add_up_groups(self.cells, start, members, totals)
        totals = np.concatenate([totals, self.crossed.totals], axis=1)
        labels = (*labels, *self.crossed.labels)
        values = np.full((len(self.cells), len(NAMES), len(labels)), np.nan)
        values[:, NAMES.index("people"), :] = totals[:, :, PEOPLE]
        with np.errstate(invalid="ignore", divide="ignore"):
            for name, (top, bottom) in BY_CELL.items():
                values[:, NAMES.index(name), :] = totals[:, :, top] / totals[:, :, bottom]
        for label, code in (("all", 0), *((f"place={name}", i) for i, name in enumerate(PLACE))):
            for position, name in enumerate(WHOLE_PLACE):
                found = self.whole[:, code, position]
                column = values[:, NAMES.index(name), labels.index(label)]
                column[~np.isnan(found)] = found[~np.isnan(found)]
        own = self.own.values()
        beyond = np.full((*own.shape[:2], len(self.crossed.labels)), np.nan)
        return RunResult(
            months=np.arange(len(self.cells), dtype=np.int32),
            measures=(*NAMES, *self.own.names),
            groups=tuple(labels),
            values=np.concatenate([values, np.concatenate([own, beyond], axis=2)], axis=1),
            people=self._people(state) | self.crossed.base,
            programme=self.outreach.rows(state, self.base, self.line),
            conservation=state.conservation,
            units={**UNITS, **self.own.units},
        )
