"""The ring of vacancies and the queue of programmes: orders of firms that depend on identity, never on rows."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.draws import QUEUE, RING, stream_key, uniform, uniform_pair
from poverty_nodes.model.population.draw_order import draw_order
from poverty_nodes.model.population.kind_of_post import of_kind
from poverty_nodes.model.rule import making_rule, rule

if TYPE_CHECKING:
    from poverty_nodes.model.state import State

Table = NDArray[np.void]
POSTS_PER_NODE = 4.0
"""A firm has one node on the ring for so many posts of a kind, so that large firms are met more often."""


@making_rule
def nodes(
    firms: Table, places: int
) -> tuple[NDArray[np.float64], NDArray[np.int32], NDArray[np.int8], NDArray[np.int64]]:
    """Keys, rows, kinds of the nodes, by place and key, and where each place starts (places + 1).

    A key depends on the firm and the kind of post alone, not on the seed.
    """
    kinds = 4
    count = np.zeros((len(firms), kinds), dtype=np.int64)
    start = np.zeros(places + 1, dtype=np.int64)
    for f in range(len(firms)):
        firm = firms[f]
        if not firm.alive:
            continue
        for kind in range(kinds):
            count[f, kind] = math.ceil(firm.base_heads * share_of(firm, kind) / POSTS_PER_NODE)
            start[firm.place + 1] += count[f, kind]
    for place in range(places):
        start[place + 1] += start[place]
    total = start[places]
    key, owner, post = np.empty(total), np.empty(total, np.int32), np.empty(total, np.int8)
    filled = start.copy()
    luck = stream_key(0, RING, 0)
    for f in range(len(firms)):
        firm = firms[f]
        for kind in range(kinds):
            for number in range(count[f, kind]):
                i = filled[firm.place]
                key[i] = uniform_pair(luck, firm.id, kind * 100_000 + number)
                owner[i] = f
                post[i] = kind
                filled[firm.place] += 1
    order = np.empty(total, dtype=np.int64)
    for place in range(places):
        order[start[place] : start[place + 1]] = start[place] + draw_order(
            key[start[place] : start[place + 1]]
        )
    return key[order], owner[order], post[order], start


@rule
def share_of(firm: np.record, kind: int) -> float:
    """Share of a firm's posts that are of a kind (0-3: positions 1-4 of POST)."""
    return of_kind(
        kind, firm.share_skilled_regular, firm.share_regular, firm.share_casual, firm.share_homework
    )


@making_rule
def service_order(firms: Table, seed: int) -> NDArray[np.int64]:
    """Rows of firms in the order in which a programme with a limit serves them: by persistent productivity."""
    key = stream_key(seed, QUEUE, 0)
    luck = np.empty(len(firms))
    for f in range(len(firms)):
        luck[f] = uniform(key, firms[f].id)
    return draw_order(luck)


def rebuild(state: State) -> None:
    """After entries and exits, make the ring and the queue anew; accounts forget the former firms of reused rows."""
    workspace = state.workspace
    workspace.ring_key, workspace.ring_firm, workspace.ring_kind, workspace.ring_start = nodes(
        state.firms, len(state.places)
    )
    state.queue = service_order(state.firms, state.seed)
    new = (state.firms["age"] == 0) & (state.firms["alive"] == 1)
    for account in state.accounts.values():
        if account.policy.targets == "firm":
            account.reached[new] = False
            account.ever_eligible[new] = False
