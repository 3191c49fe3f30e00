"""The same economy with its rows in another order: every reference between tables follows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.population import ring
from poverty_nodes.model.state import State

Order = NDArray[np.intp]


@dataclass(frozen=True)
class RowsElsewhere:
    """Households (with their adults side by side) and firms are in another order from month 0 on."""

    seed: int = 0

    def __call__(self, state: State) -> None:
        """Reorder; the same seed gives two worlds of as many rows the same order."""
        chance = np.random.default_rng(self.seed)
        homes = chance.permutation(len(state.households))
        firms = chance.permutation(len(state.firms))
        h = state.households[homes]
        people = np.concatenate(
            [np.arange(f, f + n) for f, n in zip(h["first_worker"], h["adults"], strict=True)]
        )
        reorder(state, homes, people, firms)


def reorder(state: State, homes: Order, people: Order, firms: Order) -> None:
    """Put rows in the given orders: new row i is old row order[i]."""
    home_now, person_now, firm_now = (np.argsort(each) for each in (homes, people, firms))
    for table, order in ((state.households, homes), (state.workers, people), (state.firms, firms)):
        table[:] = table[order]
    adults = state.households["adults"]
    state.households["first_worker"] = np.concatenate([[0], np.cumsum(adults)[:-1]])
    state.workers["household"] = home_now[state.workers["household"]]
    at_work = state.workers["employer"] >= 0
    state.workers["employer"][at_work] = firm_now[state.workers["employer"][at_work]]
    state.firms["owner"] = person_now[state.firms["owner"]]
    state.firms["household"] = home_now[state.firms["household"]]
    linked = state.firms["patron"] >= 0
    state.firms["patron"][linked] = firm_now[state.firms["patron"][linked]]
    for each in (state.relations, state.workspace.staff, state.workspace.target):
        each[:] = each[firms]
    orders = {"household": homes, "person": people, "firm": firms}
    for account in state.accounts.values():
        for name in ("eligible", "reached", "ever_eligible"):
            flags = getattr(account, name)
            flags[:] = flags[orders[account.policy.targets]]
    ring.rebuild(state)
