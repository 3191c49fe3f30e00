"""The ring of vacancies and the queue of programmes: orders of firms that hang on identity, never on rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from model.draws import QUEUE, RING, uniform_pairs, uniforms
from model.population.codes import POST
from model.population.draw_order import draw_order

if TYPE_CHECKING:
    from model.state import State

Table = NDArray[np.void]
POSTS_PER_NODE = 4.0
"""A firm has one node on the ring for so many posts of a kind, so that large firms are met more often."""
HIRED = POST[1:5]


def nodes(
    firms: Table, places: int
) -> tuple[NDArray[np.float64], NDArray[np.int32], NDArray[np.int8], NDArray[np.int64]]:
    """Keys, rows, kinds of the nodes, by place and key, and where each place starts (places + 1).

    A key hangs on the firm and the kind of post alone, not on the seed.
    """
    posts = firms["base_heads"][:, None] * np.column_stack([firms[f"share_{k}"] for k in HIRED])
    posts[firms["alive"] == 0] = 0.0
    count = np.ceil(posts / POSTS_PER_NODE).astype(np.int64).ravel()
    firm = np.repeat(np.repeat(np.arange(len(firms)), len(HIRED)), count)
    kind = np.repeat(np.tile(np.arange(len(HIRED)), len(firms)), count)
    number = np.arange(len(firm)) - np.repeat(np.cumsum(count) - count, count)
    key = np.empty(len(firm))
    uniform_pairs(0, RING, 0, firms["id"][firm], kind * 100_000 + number, key)
    place = firms["place"][firm]
    order = np.concatenate([_by_key(key, np.flatnonzero(place == code)) for code in range(places)])
    start = np.concatenate([[0], np.cumsum(np.bincount(place, minlength=places))])
    return key[order], firm[order].astype(np.int32), kind[order].astype(np.int8), start


def _by_key(key: NDArray[np.float64], rows: NDArray[np.intp]) -> NDArray[np.intp]:
    """Some rows in the order of their keys."""
    return rows[draw_order(key[rows])]


def service_order(firms: Table, seed: int) -> NDArray[np.int64]:
    """Rows of firms in the order in which a programme with a limit serves them: by lasting luck."""
    luck = np.empty(len(firms))
    uniforms(seed, QUEUE, 0, firms["id"], luck)
    return draw_order(luck)


def rebuild(state: State) -> None:
    """After entries and exits: the ring, the queue, and what accounts remember of rows that changed hands."""
    desk = state.desk
    desk.ring_key, desk.ring_firm, desk.ring_kind, desk.ring_start = nodes(
        state.firms, len(state.places)
    )
    desk.ring_next = np.zeros(len(desk.ring_key), dtype=np.int32)
    state.queue = service_order(state.firms, state.seed)
    new = (state.firms["age"] == 0) & (state.firms["alive"] == 1)
    for account in state.accounts.values():
        if account.policy.targets == "firm":
            account.reached[new] = False
            account.ever_eligible[new] = False
