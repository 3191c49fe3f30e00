"""One more household or firm in an economy in which nothing else is different."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

import numpy as np

from poverty_nodes.model.population import ring
from poverty_nodes.model.population.seeker import SEEKER
from poverty_nodes.model.population.table import new_table
from poverty_nodes.model.state import State

NEW_HOUSEHOLD = 9_999_999
NEW_FIRM = 999_999
CONTENT = 1e4
"""Outside factor of people whom no wage tempts."""


def with_household(state: State, adults: int = 2) -> State:
    """A copy with one more household in the cluster, whose adults stay outside the sector."""
    copy = deepcopy(state)
    home = copy.households[:1].copy()
    home["id"], home["first_worker"] = NEW_HOUSEHOLD, len(copy.workers)
    home["adults"], home["size"] = adults, adults + 2
    people = np.repeat(copy.workers[:1], adults)
    people["id"] = NEW_HOUSEHOLD * 32 + np.arange(adults)
    people["household"] = len(copy.households)
    people["place"] = home["place"]
    people["post"], people["employer"], people["wage"] = 0, -1, 0.0
    people["outside_factor"] = CONTENT
    n = len(copy.workers) + adults
    workspace = replace(
        copy.workspace,
        seekers=new_table(SEEKER, n),
        worker_order=np.zeros(n, dtype=np.int32),
    )
    return replace_tables(
        copy, workspace=workspace,
        households=np.concatenate([copy.households, home]),
        workers=np.concatenate([copy.workers, people]),
    )  # fmt: skip


def with_firm(state: State, tier: int = 2) -> tuple[State, int]:
    """A copy with one more firm of a tier in the first free row, owned by one more household."""
    copy = with_household(state)
    row = int(np.flatnonzero(copy.firms["alive"] == 0)[0])
    twin = int(np.flatnonzero((copy.firms["tier"] == tier) & (copy.firms["alive"] == 1))[0])
    copy.firms[row] = copy.firms[twin]
    copy.firms["id"][row] = copy.firms["type_id"][row] = NEW_FIRM
    copy.firms["owner"][row] = len(copy.workers) - 1
    copy.firms["household"][row] = len(copy.households) - 1
    copy.workers["post"][-1], copy.workers["employer"][-1] = 5, row
    ring.rebuild(copy)
    return copy, row


def replace_tables(state: State, **changed: object) -> State:
    """The same state with other tables; instruments and books are kept."""
    made = replace(state, **changed)  # type: ignore[arg-type]
    made.instruments[:] = state.instruments
    return made
