"""The roll call: who is at work and who has no post, as lists of rows, so that passes over some need not ask all.

Of five adults one is at work in the trade. A pass that asks each of them in turn waits for the four others, and guesses
wrong at every change; the lists are in the order of rows, so that sums add up in the same order as they would then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from model.rule import making_rule

if TYPE_CHECKING:
    from model.state import State

Table = NDArray[np.void]
Rows = NDArray[np.int32]
OWNER = 5


@making_rule
def rows_by_post(workers: Table) -> tuple[Rows, Rows]:
    """Rows of those in a hired post, and of those without any; owners are in neither."""
    at_work = np.empty(len(workers), dtype=np.int32)
    outside = np.empty(len(workers), dtype=np.int32)
    working = idle = 0
    for w in range(len(workers)):
        # Written always and counted only where it holds: there is no branch to guess.
        at_work[working] = w
        outside[idle] = w
        post = workers[w].post
        working += int((post > 0) & (post < OWNER))
        idle += int(post == 0)
    return at_work[:working], outside[:idle]


def call_roll(state: State) -> None:
    """Call the roll for the phases that follow; anew whenever posts have changed hands."""
    state.desk.at_work, state.desk.outside = rows_by_post(state.workers)
