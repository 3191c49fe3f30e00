"""The parts in which the rules are compiled: calls that share little, so that processes do not do the same twice."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from poverty_nodes.model.draws import normals, uniform_pairs, uniforms
from poverty_nodes.model.measures.census import TOTALS, count_cells
from poverty_nodes.model.measures.groups import add_up_groups, cell_count, group_cells
from poverty_nodes.model.measures.outreach import Outreach
from poverty_nodes.model.measures.whole_place import WHOLE_PLACE, measure_places
from poverty_nodes.model.month import Month
from poverty_nodes.model.phases.finance import group_liability
from poverty_nodes.model.phases.firms import firm_demography
from poverty_nodes.model.phases.programmes import programmes
from poverty_nodes.model.population import ring
from poverty_nodes.model.population.employment_index import index_employment
from poverty_nodes.model.state import State

Part = Callable[[State], object]


class Frame(Month):
    """The month without the calls that are parts of their own."""

    def layoffs(self, state: State) -> None:
        """A part of its own."""

    def search(self, state: State) -> None:
        """A part of its own."""

    def pay(self, state: State) -> None:
        """A part of its own."""

    def closures(self, state: State) -> int:
        """A part of its own."""
        return 0

    def foundings(self, state: State) -> int:
        """A part of its own."""
        return 0


def cells(state: State) -> None:
    """Totals of people by cell."""
    found = np.zeros((1, cell_count(), TOTALS))
    count_cells(
        state.workers, state.households, state.firms, 1.0, np.ones(4), 1.0 / state.scale, found[0]
    )


def distribution(state: State) -> None:
    """Measures of a place as a whole."""
    found = np.zeros((1, len(state.places), len(WHOLE_PLACE)))
    measure_places(state.households, state.places, 1.0, state.scale, found[0])


def groups(state: State) -> None:
    """Totals by group, and whom policies reached."""
    labels, start, members = group_cells()
    add_up_groups(
        np.zeros((1, cell_count(), TOTALS)), start, members, np.zeros((1, len(labels), TOTALS))
    )
    outreach = Outreach(state)
    state.month = 100
    outreach.observe(state)


def dismissals(state: State) -> None:
    """What follows when firms close."""
    firm_demography.dismiss_all(
        state.firms, state.workers, state.workspace.at_work, state.workspace.staff
    )
    group_liability.answer(state.firms, np.zeros(2))


def programme(state: State) -> None:
    """The opening of a month with programmes, and draws for callers outside compiled code."""
    programmes.begin(state)
    ids, found = np.zeros(2, dtype=np.int64), np.full(2, 0.5)
    uniforms(1, 1, 1, state.firms["id"], found)
    uniforms(1, 1, 1, ids, found)
    uniform_pairs(1, 1, 1, ids, ids, found)
    normals(found, np.zeros(2))


def _searched(state: State) -> None:
    index_employment(state)
    Month().search(state)


def _laid_off(state: State) -> None:
    index_employment(state)
    Month().layoffs(state)


def _labour(state: State) -> None:
    index_employment(state)
    Frame().labour(state)


PARTS: dict[str, Part] = {
    "distribution": distribution,
    "ring": ring.rebuild,
    "search": _searched,
    "labour": _labour,
    "books": Frame().sales_and_pay,
    "learning": Frame().learning,
    "orders": Frame().orders,
    "standards": Frame().standards,
    "joint_action": Frame().joint_action,
    "foundings": Month().foundings,
    "production": Frame().production,
    "closures": Month().closures,
    "pay": Month().pay,
    "finance": Frame().finance,
    "cells": cells,
    "demography": Frame().demography,
    "groups": groups,
    "households": Frame().household_budgets,
    "layoffs": _laid_off,
    "tally": Frame().tally,
    "dismissals": dismissals,
    "programme": programme,
}
"""Every part by its name, those that take longest first."""
