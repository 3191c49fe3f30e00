"""The same economy with its rows in another order: every reference between tables follows."""

from __future__ import annotations

from copy import deepcopy

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.population import ring
from poverty_nodes.model.state import State

Order = NDArray[np.intp]


def shuffled(state: State, seed: int = 0) -> State:
    """A copy whose households (adults side by side, as ever) and firms stand in another order."""
    luck = np.random.default_rng(seed)
    homes = luck.permutation(len(state.households))
    firms = luck.permutation(len(state.firms))
    h = state.households[homes]
    people = np.concatenate(
        [np.arange(f, f + n) for f, n in zip(h["first_worker"], h["adults"], strict=True)]
    )
    return reordered(state, homes, people, firms)


def reordered(state: State, homes: Order, people: Order, firms: Order) -> State:
    """A copy with rows in the given orders: new row i is old row order[i]."""
    copy = deepcopy(state)
    home_now, person_now, firm_now = (np.argsort(each) for each in (homes, people, firms))
    copy.households[:] = state.households[homes]
    copy.workers[:] = state.workers[people]
    copy.firms[:] = state.firms[firms]
    adults = copy.households["adults"]
    copy.households["first_worker"] = np.concatenate([[0], np.cumsum(adults)[:-1]])
    copy.workers["household"] = home_now[copy.workers["household"]]
    at_work = copy.workers["employer"] >= 0
    copy.workers["employer"][at_work] = firm_now[copy.workers["employer"][at_work]]
    copy.firms["owner"] = person_now[copy.firms["owner"]]
    copy.firms["household"] = home_now[copy.firms["household"]]
    linked = copy.firms["patron"] >= 0
    copy.firms["patron"][linked] = firm_now[copy.firms["patron"][linked]]
    copy.workspace.staff[:] = state.workspace.staff[firms]
    copy.workspace.target[:] = state.workspace.target[firms]
    for account in copy.accounts.values():
        for name in ("eligible", "reached", "ever_eligible"):
            getattr(account, name)[:] = getattr(account, name)[firms]
    ring.rebuild(copy)
    return copy
