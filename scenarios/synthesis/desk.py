"""The work space of a run, the ring of vacancies and the order in which programmes serve firms."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from model.draws import QUEUE, RING, uniform_pairs, uniforms
from model.state import KINDS, Desk
from scenarios.calibration import Calibration
from scenarios.synthesis.figures import POSTS

Table = NDArray[np.void]
POSTS_PER_NODE = 4.0
"""A firm has one node on the ring for so many posts of a kind, so that large firms are met more often."""


def make_desk(firms: Table, workers: Table, calibration: Calibration, posts: NDArray[np.int32]) -> Desk:
    """Empty work space for so many firms and workers, with the first staff counted."""
    n = len(firms)
    key, firm, kind, start = _ring(firms, len(calibration.post_scale))
    staff = np.zeros((n, KINDS), dtype=np.int32)
    hired = (workers["post"] > 0) & (workers["post"] <= KINDS)
    np.add.at(staff, (workers["employer"][hired], workers["post"][hired] - 1), 1)
    return Desk(
        target=posts.copy(), staff=staff, vacancy=np.zeros((n, KINDS), dtype=np.int32),
        ring_key=key, ring_firm=firm, ring_kind=kind, ring_start=start,
        ring_next=np.zeros(len(key), dtype=np.int32), access=calibration.access.copy(),
        post_scale=calibration.post_scale.copy(), pool=np.zeros((len(calibration.post_scale), 3)),
        weight=np.zeros(len(calibration.post_scale)),
        seeker_key=np.zeros(len(workers)), seeker_row=np.zeros(len(workers), dtype=np.int64),
        worker_start=np.zeros(n + 1, dtype=np.int64), worker_order=np.zeros(len(workers), dtype=np.int32),
        hires=np.zeros((len(calibration.post_scale), KINDS, 2, 2), dtype=np.int64),
    )


def _ring(
    firms: Table, places: int
) -> tuple[NDArray[np.float64], NDArray[np.int32], NDArray[np.int8], NDArray[np.int64]]:
    """Nodes by place and then by a key that hangs on the firm and the kind of post alone, not on the seed."""
    posts = firms["base_heads"][:, None] * np.column_stack([firms[f"share_{post}"] for post in POSTS])
    nodes = np.ceil(posts / POSTS_PER_NODE).astype(np.int64).ravel()
    firm = np.repeat(np.repeat(np.arange(len(firms)), KINDS), nodes)
    kind = np.repeat(np.tile(np.arange(KINDS), len(firms)), nodes)
    number = np.arange(len(firm)) - np.repeat(np.cumsum(nodes) - nodes, nodes)
    key = np.empty(len(firm))
    uniform_pairs(0, RING, 0, firms["id"][firm], kind * 100_000 + number, key)
    place = firms["place"][firm]
    order = np.lexsort((key, place))
    start = np.concatenate([[0], np.cumsum(np.bincount(place, minlength=places))])
    return key[order], firm[order].astype(np.int32), kind[order].astype(np.int8), start


def service_order(firms: Table, seed: int) -> NDArray[np.int64]:
    """Rows of firms in the order in which a programme with a limit serves them: by lasting luck."""
    luck = np.empty(len(firms))
    uniforms(seed, QUEUE, 0, firms["id"], luck)
    return np.argsort(luck, kind="stable")
