"""Where an agent stands in its table is no part of its life."""

from __future__ import annotations

from copy import deepcopy

import numpy as np
import pytest
from numpy.typing import NDArray

from poverty_nodes.experiments.evidence.harness.row_order import RowsElsewhere
from poverty_nodes.model.phases.goods import supplier_rematching
from poverty_nodes.model.state import State
from tests.laws.entrants import with_firm
from tests.small_economy import CREDIT, STANDARDS, live, rough_economy

PACKAGE = tuple(policy.model_copy(update={"start": 1}) for policy in (CREDIT, STANDARDS))
EXPORTER = 1
LATER = {
    "relation_turnover": 1.0,
    "overhead_share": 0.12,
    "machine_sales": 0.25,
    "owner_backing": 0.5,
    "machines_stay": 0.5,
    "partners_claim": 1.0,
}
"""Mechanisms that are off by default, switched on."""


@pytest.fixture(scope="module")
def town() -> State:
    return rough_economy(seed=3, policies=PACKAGE, parameters=LATER)


@pytest.fixture(scope="module")
def seniority(town: State) -> State:
    """The same, but no two people have been in a post for the same time."""
    copy = deepcopy(town)
    copy.workers["tenure"] = 3 * np.argsort(np.argsort(copy.workers["id"]))
    return copy


def shuffled(state: State) -> State:
    """A copy whose rows stand in another order."""
    copy = deepcopy(state)
    RowsElsewhere()(copy)
    return copy


def employers(state: State) -> dict[int, int]:
    """Identity of everybody's employer, -1 for none, by the person's identity."""
    w = state.workers
    firm = np.where(w["employer"] >= 0, state.firms["id"][w["employer"]], -1)
    return dict(zip(w["id"].tolist(), firm.tolist(), strict=True))


def by_identity(state: State, table: str, name: str) -> NDArray[np.float64]:
    """A column in the order of identities, closed firms left out."""
    rows = getattr(state, table)
    if table == "firms":
        rows = rows[rows["alive"] == 1]
    column: NDArray[np.float64] = rows[name][np.argsort(rows["id"])].astype(np.float64)
    return column


def test_shuffling_rows_leaves_every_life_as_it_was(seniority: State) -> None:
    """A month in each order: equal but for the rounding of sums, which follow the rows."""
    one, other = deepcopy(seniority), shuffled(seniority)
    assert not np.array_equal(one.workers["id"], other.workers["id"])
    live(one, 1), live(other, 1)
    assert employers(one) == employers(other)
    for table, name in (
        ("workers", "earnings"), ("households", "consumption"), ("households", "savings"),
        ("firms", "cash"), ("firms", "capital"), ("firms", "transitory_productivity"), ("firms", "micro_debt"),
        ("firms", "monitored"), ("firms", "evasion"), ("firms", "reach"), ("firms", "usual_sales"),
    ):  # fmt: skip
        expected = by_identity(one, table, name)
        assert by_identity(other, table, name) == pytest.approx(expected, rel=1e-9), name
    assert other.flows == pytest.approx(one.flows, rel=1e-9)


def test_among_those_who_came_together_no_row_is_the_first_to_go(town: State) -> None:
    one, other = deepcopy(town), shuffled(town)
    live(one, 1), live(other, 1)
    assert employers(one) == employers(other)


def test_a_new_exporter_moves_only_the_subcontractors_that_choose_it(town: State) -> None:
    before = deepcopy(town)
    before.firms["patron"] = -1
    before.parameters["rematch"] = 1.0
    after, row = with_firm(before, tier=EXPORTER)
    after.firms["base_putout"][row] = 5.0 * before.firms["base_putout"].max()
    for state in (before, after):
        supplier_rematching.find_patrons(state.firms, state.parameters, state.seed, 3)
    moved = before.firms["patron"] != after.firms["patron"]
    moved[row] = False
    assert moved.any()
    assert set(after.firms["patron"][moved]) == {row}
