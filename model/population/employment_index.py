"""The employment index: rows of people in a post and of people without one, so that a pass over some need not ask all.

Of five adults one is at work in the trade. A pass that asks each of them reads the four others from memory in vain, and
the processor predicts wrongly at every change. The lists are in the order of rows, so that sums add up in the same
order as in such a pass.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.population.codes import OWNER
from poverty_nodes.model.rule import making_rule

if TYPE_CHECKING:
    from poverty_nodes.model.state import State

Table = NDArray[np.void]
Rows = NDArray[np.int32]
CHUNK = 1024
"""People of whom something short is copied at a time: the copy stays in the processor's nearest cache."""


@making_rule
def fill_employment_lists(workers: Table, at_work: Rows, outside: Rows) -> tuple[int, int]:
    """Write the rows of those in a hired post, and of those without any; owners are in neither. Returns how many.

    Both lists have room for all workers.
    """
    posts = np.empty(CHUNK, dtype=np.int8)
    working = idle = 0
    for begin in range(0, len(workers), CHUNK):
        end = min(begin + CHUNK, len(workers))
        for w in range(begin, end):
            posts[w - begin] = workers[w].post
        for w in range(begin, end):
            # Always written, and counted only if it holds, so that the processor has no branch to predict.
            at_work[working] = w
            outside[idle] = w
            post = posts[w - begin]
            working += int((post > 0) & (post < OWNER))
            idle += int(post == 0)
    return working, idle


def rows_by_post(workers: Table) -> tuple[Rows, Rows]:
    """Rows of those in a hired post, and of those without any; owners are in neither."""
    at_work, outside = np.empty((2, len(workers)), dtype=np.int32)
    working, idle = fill_employment_lists(workers, at_work, outside)
    return at_work[:working], outside[:idle]


def index_employment(state: State) -> None:
    """Make the lists anew for the phases that follow, in the same memory, whenever people have changed posts."""
    workspace = state.workspace
    if workspace.employment_lists.shape[1] != len(state.workers):
        workspace.employment_lists = np.empty((3, len(state.workers)), dtype=np.int32)
    working, idle = fill_employment_lists(
        state.workers, workspace.employment_lists[0], workspace.employment_lists[1]
    )
    workspace.at_work, workspace.outside = (
        workspace.employment_lists[0, :working],
        workspace.employment_lists[1, :idle],
    )
    workspace.stayed = workspace.employment_lists[2, :working]
